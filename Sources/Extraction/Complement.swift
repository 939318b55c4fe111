import Language

/// A cue that a reporting verb gives.
struct VerbCue {
  var match: LexicalMatch
  var verb: ReportingVerb

  var token: Int { match.start }
}

/// Where the content of a cue begins, and where what stands between cue and content ends.
struct Complement {
  enum Kind { case that, colon, quote, preposition, object }

  var kind: Kind
  /// The token after the last that may belong to the subject.
  var subjectEnd: Int
  /// First token of the content (an opening mark where the content is quoted).
  var contentStart: Int
  /// Whether a preposition is written to the first word of the content.
  var governed = false
}

extension QuoteScanner {
  /// The reporting verb at token `i`, finite, not part of a name nor a particle.
  func verbCue(at i: Int) -> VerbCue? {
    guard i < document.tokens.count, document.has(i, .reportingVerb) else { return nil }
    guard article.mentionAt[i] < 0, article.dateAt[i] < 0 else { return nil }
    if document.has(i, .ruleWord), !(document.isWord(i, .between) && document.isWord(i + 1, .that)) { return nil }
    if !document.roles(i).isDisjoint(with: [.relative, .pronoun, .demonstrative, .auxiliary]) { return nil }
    var best: VerbCue?
    for match in document.matches(i, .reportingVerb)
    where match.form < VerbForm.participle && !(match.suffix == .his && document.endsInTaMarbuta(i)) {
      let verb = AttributionTables.verbs[Int(match.row)]
      let cue = VerbCue(match: match, verb: verb)
      if best == nil || (verb.strong && !best!.verb.strong) { best = cue }
    }
    return best.flatMap { isNominal($0) || isFirstPerson($0) ? nil : $0 }
  }

  /// The complement of a verb: `that`, a colon or a quoted stretch, or a phrase with the preposition that the verb
  /// takes, or a noun phrase.
  func complement(of cue: VerbCue, sentenceEnd: Int) -> Complement? {
    let limit = min(sentenceEnd, cue.match.end + (cue.verb.strong ? 48 : 20))
    let clausal = clausalComplement(of: cue, to: limit, sentenceEnd: sentenceEnd)
    let stop = clausal?.subjectEnd ?? limit
    guard let phrase = phraseComplement(of: cue, to: stop, clausal: clausal) else {
      if clausal == nil { return objectComplement(of: cue, sentenceEnd: sentenceEnd) }
      return clausal
    }
    guard let clausal else { return phrase }
    if cue.verb.act == "describe" || clausal.subjectEnd - phrase.contentStart <= 3 { return clausal }
    if clausal.subjectEnd - phrase.contentStart > 6 { return phrase }
    return [.that, .quote].contains(cue.verb.primary) ? clausal : phrase
  }

  /// `that`, a colon, or a quoted stretch, whichever comes first in the verb's clause.
  private func clausalComplement(of cue: VerbCue, to limit: Int, sentenceEnd: Int) -> Complement? {
    var j = cue.match.end
    var pauses = 0
    while j < limit {
      if document.isWord(j, .that) { return belongsElsewhere(that: j, cue) ? nil : thatComplement(at: j, cue) }
      if document.isSign(j, Sign.colon) { return colonComplement(at: j) }
      if cue.verb.act == "ask", j > cue.match.end || cue.verb.strong, let question = questionComplement(at: j) {
        return question
      }
      if document.isSign(j, Sign.openParenthesis) {
        j = skipParentheses(j)
        continue
      }
      if let stretch = marks.opening(at: j) {
        if let quote = quoteComplement(stretch, cue, sentenceEnd: sentenceEnd) { return quote }
        j = stretch.close + 1
        continue
      }
      if leavesClause(j, cue) || opensParticiple(j, after: cue) { return nil }
      if document.isPause(j) {
        pauses += 1
        if pauses > (cue.verb.strong ? 4 : 2) || opensOther(j + 1) { return nil }
      }
      j += 1
    }
    return nil
  }

  /// A participle that has content of its own, without a pause before it: `… pointing out that`.
  private func opensParticiple(_ j: Int, after cue: VerbCue) -> Bool {
    guard j > cue.match.end, document.has(j, .reportingVerb), article.mentionAt[j] < 0 else { return false }
    guard document.isBarePreposition(j + 1) || document.isWord(j + 1, .that) else { return false }
    return document.senses(j).contains {
      $0.cls == .reportingVerb && $0.form >= VerbForm.participle && $0.form < VerbForm.masdar
        && $0.proclitics.isEmpty && !$0.suffix.isPronoun && AttributionTables.verbs[Int($0.row)].strong
    }
  }

  /// A preposition that the verb takes, with a noun phrase behind it.
  private func phraseComplement(of cue: VerbCue, to limit: Int, clausal: Complement?) -> Complement? {
    if tellsOfAntecedent(cue) { return nil }
    let reach = min(limit, cue.match.end + (cue.verb.strong ? 30 : 10))
    var j = cue.match.end
    while j < reach {
      if document.isSign(j, Sign.openParenthesis) {
        j = skipParentheses(j)
        continue
      }
      if let stretch = marks.opening(at: j) {
        j = stretch.close + 1
        continue
      }
      if leavesClause(j, cue) || (document.isPause(j) && opensOther(j + 1)) { return nil }
      if let found = prepositionComplement(at: j, cue) { return found }
      // What stands in a clause of its own is no complement: `what was rumoured about …`.
      if document.roles(j).contains(.relative), !document.isWord(j, .who), !document.isWord(j, .from) { return nil }
      j += 1
    }
    return nil
  }

  /// Behind a pause, another cue or a clause of its own: `while`, `where`.
  private func opensOther(_ t: Int) -> Bool {
    opensCue(t) || document.isWord(t, .while) || document.isWord(t, .where)
  }

  /// `to which X called`: the pronoun behind the preposition stands for the content.
  func tellsOfAntecedent(_ cue: VerbCue) -> Bool {
    guard document.isWord(cue.token - 1, .who) else { return false }
    return document.isWord(cue.match.end, .toPronoun) || document.isWord(cue.match.end, .aboutPronoun)
  }

  private func leavesClause(_ j: Int, _ cue: VerbCue) -> Bool {
    if document.isFinalSign(j) || document.tokens[j].kind == .newline { return true }
    guard j > cue.match.end, let other = verbCue(at: j) else { return false }
    return other.verb.strong && other.match.form < VerbForm.passive && !document.has(j, .title)
  }

  /// A `that` of another verb right before it (`what seems to be`), or one that goes on from a `that` before (`and
  /// that`), or opens a clause of its own (`even if`).
  private func belongsElsewhere(that j: Int, _ cue: VerbCue) -> Bool {
    if let that = document.ruleWord(j, .that), !that.proclitics.isDisjoint(with: [.wa, .fa, .li]) { return true }
    if lacksFrame(cue, prepositionAt: j - 1) { return true }
    guard j - 1 >= cue.match.end, article.mentionAt[j - 1] < 0, !document.has(j - 1, .title) else { return false }
    return document.senses(j - 1).contains { sense in
      guard sense.cls == .reportingVerb, sense.form < VerbForm.participle else { return false }
      return sense.form >= VerbForm.present || document.roles(j - 2).contains(.relative)
    }
  }

  /// A preposition before `that` which the verb does not take: `until`, `in that`.
  private func lacksFrame(_ cue: VerbCue, prepositionAt p: Int) -> Bool {
    guard p >= cue.match.end else { return false }
    let frames = cue.verb.frames
    return document.isWord(p, .to) && !frames.contains(.ila) || document.isWord(p, .on) && !frames.contains(.ala)
  }

  private func thatComplement(at j: Int, _ cue: VerbCue) -> Complement? {
    guard !cue.verb.frames.isDisjoint(with: [.that, .bi, .ila, .ala, .an, .min, .as, .quote]) else { return nil }
    var end = j
    if document.isBarePreposition(j - 1), !document.isWord(j - 1, .after), !document.isWord(j - 1, .before) { end -= 1 }
    if document.isWord(j - 1, .modal) { return nil }
    // `although that`, `since that`: a conjunction of its own clause.
    if j - 1 >= cue.match.end, !document.isBarePreposition(j - 1),
      !document.roles(j - 1).isDisjoint(with: [.conjunction, .preposition])
    {
      return nil
    }
    return Complement(kind: .that, subjectEnd: max(cue.match.end, end), contentStart: j + 1)
  }

  /// `asked whether …`, `asked about whether …`.
  private func questionComplement(at j: Int) -> Complement? {
    if document.isWord(j, .whether) { return Complement(kind: .that, subjectEnd: j, contentStart: j) }
    guard document.roles(j).contains(.relative), document.isWord(j + 1, .whether) else { return nil }
    return Complement(kind: .that, subjectEnd: j, contentStart: j + 1)
  }

  private func colonComplement(at j: Int) -> Complement? {
    var start = j + 1
    while start < document.tokens.count, document.tokens[start].kind == .newline { start += 1 }
    if start > j + 1, marks.opening(at: start) == nil { return nil }
    return Complement(kind: .colon, subjectEnd: j, contentStart: start)
  }

  /// A quoted stretch is content unless it looks like a name or a scare quote: short, and the clause goes on.
  private func quoteComplement(_ stretch: QuotedStretch, _ cue: VerbCue, sentenceEnd: Int) -> Complement? {
    if let mention = article.mention(at: stretch.open + 1), mention.tokens.count >= stretch.content.count - 1 {
      return nil
    }
    let wide = stretch.content.count >= 5
    if !wide, stretch.open > cue.match.end, namesWhatFollows(stretch.open - 1) { return nil }
    let closesClause =
      document.isFinalSign(stretch.close + 1) || document.isPause(stretch.close + 1)
      || stretch.close + 1 >= sentenceEnd
    guard cue.verb.frames.contains(.quote) || cue.verb.frames.contains(.that) || cue.verb.frames.contains(.as) else {
      return nil
    }
    guard wide || (cue.verb.strong && closesClause && (stretch.content.count >= 2 || cue.verb.frames.contains(.as)))
    else { return nil }
    // A preposition before the stretch makes it an adjunct, unless the verb takes that preposition.
    if document.isBarePreposition(stretch.open - 1), !takes(cue.verb.frames, prepositionAt: stretch.open - 1) {
      return nil
    }
    var end = stretch.open
    if takes(cue.verb.frames, prepositionAt: end - 1) { end -= 1 }
    return Complement(kind: .quote, subjectEnd: max(cue.match.end, end), contentStart: stretch.open)
  }

  /// A word for an outlet, an organization, a place or a person before a short stretch makes it a name.
  private func namesWhatFollows(_ p: Int) -> Bool {
    p >= 0
      && document.has(
        p,
        anyOf: LexicalClass.organizationTrigger.mask | LexicalClass.placeTrigger.mask | LexicalClass.title.mask
          | LexicalClass.sourceNoun.mask)
  }

  private func takes(_ frames: ContentFrames, prepositionAt j: Int) -> Bool {
    (frames.contains(.ila) && document.isWord(j, .to)) || (frames.contains(.ala) && document.isWord(j, .on))
      || (frames.contains(.an) && document.isWord(j, .about)) || (frames.contains(.min) && document.isWord(j, .from))
      || (!frames.isDisjoint(with: [.bi, .as]) && isLoneBa(j))
  }

  /// The preposition `bi` with a tatweel, standing before a quotation mark.
  private func isLoneBa(_ j: Int) -> Bool {
    guard j >= 0, document.tokens[j].kind == .word else { return false }
    return document.analyzer.withFolded(document.tokens[j].value) { form in
      form.count == 2 && form[0] == Letter.ba[0] && form[1] == Letter.ba[1]
    }
  }

  private func prepositionComplement(at j: Int, _ cue: VerbCue) -> Complement? {
    guard j + 1 < document.tokens.count else { return nil }
    if cue.verb.takesPhrase(.bi) || cue.verb.takesPhrase(.as), let governed = baComplement(at: j, cue) {
      return governed
    }
    var frames: ContentFrames = []
    for frame in [ContentFrames.ila, .ala, .an, .min] where cue.verb.takesPhrase(frame) { frames.insert(frame) }
    // `reported from X`: X is the source.
    if cue.verb.frames.contains(.via) { frames.remove(.an) }
    guard takes(frames, prepositionAt: j), !document.isWord(j + 1, .that) else { return nil }
    if document.match(j, .attributionPhrase) != nil { return nil }
    if let phrase = document.match(j - 1, .attributionPhrase), phrase.end > j { return nil }
    return Complement(kind: .preposition, subjectEnd: j, contentStart: j + 1)
  }

  /// A word with the preposition ba, read so by the lexicon or unknown to it without.
  private func baComplement(at j: Int, _ cue: VerbCue) -> Complement? {
    guard document.beginsWith(j, Letter.ba), article.dateAt[j] < 0, article.mentionAt[j] < 0, !isLoneBa(j) else {
      return nil
    }
    let senses = document.senses(j)
    if document.roles(j).contains(.relative) {
      return Complement(kind: .preposition, subjectEnd: j, contentStart: j, governed: true)
    }
    if senses.contains(where: { !$0.proclitics.contains(.ba) && $0.cls != .phraseWord }) { return nil }
    if adjunctPhrase(j) != nil || document.match(j, .attributionPhrase) != nil { return nil }
    return Complement(kind: .preposition, subjectEnd: j, contentStart: j, governed: true)
  }
}
