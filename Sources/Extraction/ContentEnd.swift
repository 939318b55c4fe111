import Language

/// Where attributed content that is not in quotation marks ends.
extension QuoteScanner {
  /// The token after the last of the clause that has reached token `from`.
  func clauseEnd(from: Int, sentenceEnd: Int, phrasal: Bool = false) -> Int {
    var t = from
    while t < sentenceEnd {
      if let stretch = marks.opening(at: t) {
        t = stretch.close + 1
        if stretch.close >= sentenceEnd { return min(t, document.tokens.count) }
        if t < sentenceEnd, opensCue(t) || opensContinuation(t) { return t }
        continue
      }
      if document.tokens[t].kind == .newline { return t }
      if document.isPause(t), endsContent(atPauseBefore: t + 1, phrasal: phrasal) { return t }
      if phrasal, t > from, document.isWord(t, .then) { return t }
      if t > from, opensPhraseCue(t) || (t > from + 1 && opensJoinedCue(t)) { return t }
      t += 1
    }
    return sentenceEnd
  }

  private func endsContent(atPauseBefore t: Int, phrasal: Bool) -> Bool {
    if opensCue(t) || leavesContent(t) || opensContinuation(t) { return true }
    guard phrasal, t < document.tokens.count, article.mentionAt[t] < 0 else { return false }
    return document.isWord(t, .while) || document.isWord(t, .where) || document.isWord(t, .as)
      || document.isWord(t, .then)
  }

  /// What stands behind a pause leaves the reported content: `while`, `whereas`, `it is noted that`, a new subject.
  func leavesContent(_ t: Int) -> Bool {
    guard t < document.tokens.count else { return true }
    if adversative(t) { return cueAhead(t) || changesSubject(t) }
    // A new subject begins: `and it is …`.
    if document.senses(t).contains(where: {
      $0.cls == .functionWord && $0.proclitics == .wa && FunctionRoles.of($0.row).contains(.pronoun)
    }) {
      return true
    }
    let behind = document.isWord(t, .in) && document.isWord(t + 1, .while) ? t + 2 : t + 1
    if document.isWord(behind - 1, .while),
      isFiniteCue(behind) || behind + 1 < document.tokens.count && isFiniteCue(behind + 1)
    {
      return true
    }
    // `…, who said that`: the one spoken of speaks next.
    if document.isWord(t, .who), isFiniteCue(t + 1), let cue = verbCue(at: t + 1), cue.verb.strong { return true }
    if let match = document.match(t, .attributionPhrase),
      AttributionTables.phrases[Int(match.row)].role == .turn
    {
      return true
    }
    return document.matches(t, .functionWord).contains {
      $0.end > $0.start + 1 && FunctionRoles.of($0.row).contains(.clauseEnd)
    }
  }

  /// `but`, `except that`: the content may go on behind them, or the article speaks again.
  private func adversative(_ t: Int) -> Bool {
    document.isWord(t, .however) || document.isWord(t, .but) && document.isWord(t + 1, .that)
  }

  /// `but` with a source behind it, as the article's own voice goes on.
  private func changesSubject(_ t: Int) -> Bool {
    guard let but = document.ruleWord(t, .however), document.folded(but.start).hasSuffix("\u{646}") else {
      return false
    }
    if let mention = article.mention(at: t + 1) { return !isGoverned(mention) }
    return document.isDefinite(t + 1) && !hasPreposition(t + 1) || description(at: t + 1) != nil
  }

  /// Whether a strong reporting verb follows before the next pause.
  private func cueAhead(_ t: Int) -> Bool {
    if isFiniteCue(t + 1) { return true }
    var q = t + 1
    while q < min(document.tokens.count, t + 9) {
      if document.isPause(q) || document.isFinalSign(q) || document.tokens[q].kind == .newline { return false }
      if marks.opening(at: q) != nil { return false }
      if isFiniteCue(q), let cue = verbCue(at: q), cue.verb.strong { return true }
      q += 1
    }
    return false
  }

  /// A cue that follows without a pause: `… stressing that`, `… and he said that`.
  private func opensJoinedCue(_ t: Int) -> Bool {
    guard document.has(t, .reportingVerb), article.mentionAt[t] < 0, !document.isBarePreposition(t - 1) else {
      return false
    }
    if let (match, complement) = participleComplement(at: t) {
      let verb = AttributionTables.verbs[Int(match.row)]
      return verb.strong && match.proclitics.isEmpty && match.form < VerbForm.participle + 4
        && complement.contentStart <= match.end + 2
    }
    guard let cue = verbCue(at: t), cue.verb.strong, cue.match.proclitics.contains(.wa), !isPossessedNoun(cue),
      cue.match.form < VerbForm.present
    else { return false }
    return opensContinuation(t, joined: true)
  }

  /// `and he added`: a conjunction with a reporting verb that has content of its own.
  func opensContinuation(_ t: Int, joined: Bool = false) -> Bool {
    guard t < document.tokens.count, document.has(t, .reportingVerb), let cue = verbCue(at: t) else { return false }
    let conjoined = !cue.match.proclitics.isDisjoint(with: .conjunctions)
    // Behind a name in quotation marks a verb tells what the name does.
    let quoted = marks.closing(at: t - 1).map { $0.content.count >= 4 } ?? false
    guard conjoined || quoted || document.isPause(t - 1), cue.match.form < VerbForm.passive else { return false }
    let sentence = document.sentences[document.sentenceIndex(ofToken: t)]
    guard let complement = complement(of: cue, sentenceEnd: sentence.tokens.upperBound) else { return false }
    // A present verb behind a pause is an attribute of what goes before, unless it plainly reports.
    if !conjoined, !quoted, cue.match.form >= VerbForm.present {
      return cue.verb.strong && complement.kind == .that && complement.contentStart <= cue.match.end + 6
    }
    return !joined || complement.kind != .object
  }
}
