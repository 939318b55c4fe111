import Language

/// Finite reporting verbs with their complement and subject.
extension QuoteScanner {
  mutating func finiteCue(at i: Int, in sentence: Range<Int>) -> Int? {
    guard let cue = verbCue(at: i), isAsserted(cue, in: sentence) else { return nil }
    guard let complement = complement(of: cue, sentenceEnd: sentence.upperBound) else {
      return trailingCue(cue, in: sentence)
    }
    if enclosingQuote != nil, !cue.verb.strong, ["report", "point_out", "describe"].contains(cue.verb.act) {
      return nil
    }
    guard let subject = subject(of: cue, complement, in: sentence) else { return nil }
    if subject.resolved || complement.kind == .preposition, complement.kind != .colon, isNoun(cue) { return nil }
    // `and he who defended`: a relative whose antecedent is in itself.
    if subject.resolved, document.isWord(i - 1, .from) { return nil }
    // `figures published on Monday`: a passive that tells of the noun before it.
    if subject.resolved, let noun = document.match(i - 1, .reportingNoun), !noun.proclitics.contains(.al) { return nil }
    // `its value … that`: a weak verb with a pronoun and no subject has its content right behind it.
    if subject.resolved, !cue.verb.strong, cue.match.suffix.isPronoun, complement.contentStart > cue.match.end + 2 {
      return nil
    }
    guard
      let content = content(
        from: complement.contentStart, sentenceEnd: sentence.upperBound, governed: complement.governed,
        phrasal: complement.kind == .object || complement.kind == .preposition)
    else { return nil }
    let accuses = complement.governed && cue.verb.frames.contains(.patient)
    guard complement.kind != .preposition || content.tokens.count >= 2 || content.form == "direct" || accuses else {
      return nil
    }
    let between = cue.match.end..<complement.subjectEnd
    var (outlets, venue) = outlets(in: between)
    var source = subject.source
    if outlets.isEmpty, i > sentence.lowerBound {
      (outlets, venue) = self.outlets(in: clauseBegin(before: i, in: sentence)..<i)
    }
    if let relay = relay(of: source, in: between, cue: cueText(i)) { (source, outlets) = relay }
    return add(
      content, by: source, outlets: outlets, venue: venue, cueToken: i, act: cue.verb.act,
      rule: "verb-\(complement.kind)\(subject.resolved ? "-resolved" : "")",
      reach: clauseBegin(before: i, in: sentence)..<complement.contentStart, resume: complement.contentStart)
  }

  /// `X announced, quoting Y, that` makes Y the origin; `X announced through its spokesman Z that` keeps X, and Z
  /// stands between.
  private mutating func relay(of source: Source, in range: Range<Int>, cue: String) -> (Source, [SourceLink])? {
    for p in range {
      guard let phrase = document.match(p, .attributionPhrase), phrase.form == 0, phrase.end > p + 1 else { continue }
      let row = AttributionTables.phrases[Int(phrase.row)]
      guard row.role == .source, let other = readSource(from: phrase.end, to: range.upperBound) else { continue }
      if row.act == "report" { return (other, [SourceLink(entity: source.entity, cue: cue)]) }
      return (source, [SourceLink(entity: other.entity, cue: document.text(p..<phrase.end))])
    }
    return nil
  }

  /// Whether the verb states that something was said: no negation, no subjunctive, no agentless passive, no future.
  private func isAsserted(_ cue: VerbCue, in sentence: Range<Int>) -> Bool {
    if cue.match.form >= VerbForm.passive || isPrintedPassive(cue) { return false }
    if !cue.match.proclitics.isDisjoint(with: [.li, .sa]) { return false }
    // Weak verbs in the dual are far more often nouns in the accusative.
    if !cue.verb.strong, cue.match.form % 16 == 2 || cue.match.form % 16 == 3 { return false }
    let before = cue.token - 1
    guard before >= sentence.lowerBound else { return true }
    // `ma` negates too, but far more often it is part of `often` or `what`.
    if document.roles(before).contains(.negation), !document.roles(before).contains(.relative),
      cue.verb.act != "deny"
    {
      return false
    }
    // `the tariffs that he announced`, `as he announced them`: the pronoun stands for a thing, not for content.
    if cue.match.suffix.isPronoun, document.isWord(before, .who) || document.isWord(before, .as) { return false }
    if cue.match.form >= VerbForm.present, document.isWord(before, .that),
      document.ruleWord(before, .that)?.form == 0, document.folded(before).utf8.count <= 8
    {
      return false
    }
    return true
  }

  /// Whether a form without a subject of its own is more likely a noun: the word is counted or tells a time.
  private func isNoun(_ cue: VerbCue) -> Bool {
    let nouns = LexicalClass.countedNoun.mask | LexicalClass.timeWord.mask | LexicalClass.numberWord.mask
    return !cue.verb.strong && cue.match.form == VerbForm.past && document.has(cue.token, anyOf: nouns)
  }

  /// `"…", said X`: the quoted stretch stands right before the verb.
  private mutating func trailingCue(_ cue: VerbCue, in sentence: Range<Int>) -> Int? {
    var before = cue.token - 1
    if document.isPause(before) { before -= 1 }
    guard cue.verb.frames.contains(.quote) || cue.verb.strong, let stretch = marks.closing(at: before),
      let content = direct(stretch), content.tokens.count >= 3
    else { return nil }
    var end = cue.match.end
    while end < sentence.upperBound, !document.isFinalSign(end), end < cue.match.end + 20 { end += 1 }
    guard let source = readSource(from: cue.match.end, to: end) else { return nil }
    return add(
      content, by: source, cueToken: cue.token, act: cue.verb.act, rule: "quote-verb",
      reach: stretch.open..<source.tokens.upperBound, resume: source.tokens.upperBound)
  }
}
