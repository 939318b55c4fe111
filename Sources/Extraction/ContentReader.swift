import Language

/// Reads how far attributed content reaches.
extension QuoteScanner {
  struct Content {
    var tokens: Range<Int>
    var bytes: Range<Int>
    var form: String
  }

  /// The content that begins at token `start`; with `ba`, a preposition is written to its first word.
  func content(from start: Int, sentenceEnd: Int, governed: Bool = false) -> Content? {
    guard start < sentenceEnd || marks.opening(at: start) != nil else { return nil }
    if let stretch = marks.opening(at: start) {
      if !continues(after: stretch, sentenceEnd: sentenceEnd) { return direct(stretch) }
      let end = clauseEnd(from: stretch.close + 1, sentenceEnd: max(sentenceEnd, stretch.close + 1))
      return clause(start..<end, governed: false)
    }
    return clause(start..<clauseEnd(from: start, sentenceEnd: sentenceEnd), governed: governed)
  }

  func direct(_ stretch: QuotedStretch) -> Content? {
    var tokens = stretch.content
    while let last = tokens.last, document.tokens[last].kind == .newline { tokens = tokens.lowerBound..<last }
    // A full stop or comma inside the closing mark is not of the content.
    if let last = tokens.last, document.isPause(last) || document.isSign(last, Sign.stop), tokens.count > 1 {
      tokens = tokens.lowerBound..<last
    }
    guard !tokens.isEmpty else { return nil }
    return Content(tokens: tokens, bytes: document.byteRange(tokens), form: "direct")
  }

  /// A clause with what trails it cut off: pauses, connectives, the closing mark at its very end.
  private func clause(_ range: Range<Int>, governed: Bool) -> Content? {
    var end = range.upperBound
    while end > range.lowerBound, trails(end - 1) { end -= 1 }
    guard end > range.lowerBound else { return nil }
    var tokens = range.lowerBound..<end
    let quoted = tokens.contains { marks.opening(at: $0) != nil }
    if quoted, let stretch = marks.closing(at: end - 1), stretch.open >= range.lowerBound {
      tokens = range.lowerBound..<end - 1
    }
    guard !tokens.isEmpty else { return nil }
    let bytes =
      governed ? document.bytes(tokens, without: .ba) : document.bytes(tokens, without: [])
    return Content(tokens: tokens, bytes: bytes, form: quoted ? "mixed" : "indirect")
  }

  private func trails(_ i: Int) -> Bool {
    if document.isPause(i) || document.isFinalSign(i) { return true }
    return document.tokens[i].kind == .newline
      || (document.tokens[i].kind == .sign && document.tokens[i].value == Sign.colon)
  }

  /// Whether the clause goes on behind a quoted stretch: a word follows that opens neither a cue nor a new clause.
  private func continues(after stretch: QuotedStretch, sentenceEnd: Int) -> Bool {
    let next = stretch.close + 1
    guard stretch.closed, next < document.tokens.count, next < sentenceEnd else { return false }
    if document.tokens[next].kind != .word { return false }
    if opensCue(next) || opensNewClause(next) { return false }
    return !isFiniteCue(next)
  }

  /// The token after the last of the clause that has reached token `from`.
  func clauseEnd(from: Int, sentenceEnd: Int) -> Int {
    var t = from
    while t < sentenceEnd {
      if let stretch = marks.opening(at: t) {
        t = stretch.close + 1
        if stretch.close >= sentenceEnd { return min(t, document.tokens.count) }
        if t < sentenceEnd, opensCue(t) || opensContinuation(t) { return t }
        continue
      }
      if document.tokens[t].kind == .newline { return t }
      if document.isPause(t), opensCue(t + 1) || opensNewClause(t + 1) || opensContinuation(t + 1) { return t }
      if t > from, opensPhraseCue(t) || (t > from + 2 && document.isWord(t, .however)) { return t }
      t += 1
    }
    return sentenceEnd
  }

  /// Whether an attribution begins at `t`: a participle with a complement, or a source phrase.
  func opensCue(_ t: Int) -> Bool {
    opensPhraseCue(t) || participleComplement(at: t) != nil
  }

  /// `according to`, with a source behind it.
  func opensPhraseCue(_ t: Int) -> Bool {
    guard t < document.tokens.count, let match = document.match(t, .attributionPhrase) else { return false }
    switch AttributionTables.phrases[Int(match.row)].role {
    case .source:
      guard match.proclitics.isEmpty || match.proclitics == .wa else { return false }
      return match.form == 1 || opensSource(match.end) || clauseVerb(after: match) != nil
    case .clause:
      guard let verb = clauseVerb(after: match) else { return false }
      return opensSource(verb.match.end) || article.dateAt[min(verb.match.end, document.tokens.count - 1)] >= 0
    case .turn, .venue: return false
    }
  }

  /// Whether a name or a word for a source stands at `t`, maybe with a preposition or in quotation marks.
  func opensSource(_ t: Int) -> Bool {
    guard t < document.tokens.count else { return false }
    if mentionAhead(t) != nil || mentionAhead(t + 1) != nil && document.tokens[t].end - document.tokens[t].start <= 4 {
      return true
    }
    let classes =
      LexicalClass.title.mask | LexicalClass.sourceNoun.mask | LexicalClass.organizationTrigger.mask
      | LexicalClass.reportingNoun.mask
    return document.has(t, anyOf: classes)
  }

  /// A conjunction that leaves the reported content: `while`, `whereas`, `it is noted that`.
  private func opensNewClause(_ t: Int) -> Bool {
    guard t < document.tokens.count else { return true }
    if document.isWord(t, .however) { return true }
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
    if let match = document.match(t, .attributionPhrase),
      AttributionTables.phrases[Int(match.row)].role == .turn
    {
      return true
    }
    return false
  }

  /// `and he added`: a conjunction with a reporting verb that has content of its own.
  func opensContinuation(_ t: Int) -> Bool {
    guard t < document.tokens.count, document.has(t, .reportingVerb), let cue = verbCue(at: t) else { return false }
    let conjoined = !cue.match.proclitics.isDisjoint(with: .conjunctions)
    guard conjoined || document.isPause(t - 1) || marks.closing(at: t - 1) != nil else { return false }
    guard cue.match.form < VerbForm.passive else { return false }
    let sentence = document.sentences[document.sentenceIndex(ofToken: t)]
    return complement(of: cue, sentenceEnd: sentence.tokens.upperBound) != nil
  }
}
