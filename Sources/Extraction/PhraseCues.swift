import Language

/// Attribution phrases: `according to …`, `as … said`.
extension QuoteScanner {
  /// The reporting verb of a clause phrase (`as the ministry announced`).
  func clauseVerb(after phrase: LexicalMatch) -> VerbCue? {
    var p = phrase.end
    while p < min(document.tokens.count, phrase.end + 3) {
      if let cue = verbCue(at: p), cue.match.form < VerbForm.passive { return relays(cue, phrase) ? cue : nil }
      guard document.isWord(p, .not) || !document.roles(p).isDisjoint(with: [.particle, .auxiliary, .relative]) else {
        return nil
      }
      p += 1
    }
    return nil
  }

  /// `as announced it` describes a thing; `as announced` and `according to what announced it` attribute.
  private func relays(_ cue: VerbCue, _ phrase: LexicalMatch) -> Bool {
    let reports = ["say", "report", "announce", "point_out", "confirm"].contains(cue.verb.act)
    switch AttributionTables.phrases[Int(phrase.row)].role {
    case .source: guard cue.verb.strong || reports else { return false }
    case .clause, .turn, .venue: guard cue.verb.strong || cue.verb.act == "report" else { return false }
    }
    return !cue.match.suffix.isPronoun || (cue.match.suffix == .his && !document.isWord(phrase.start, .as))
  }

  /// Whether what follows is governed by the phrase: where its lam is written to the next word, that begins with one.
  func governs(_ phrase: LexicalMatch) -> Bool {
    guard AttributionTables.phrases[Int(phrase.row)].attaches, phrase.form == 0 else { return true }
    return document.beginsWith(phrase.end, Letter.lam) || loneLam(phrase.end) != nil
  }

  mutating func phraseCue(at i: Int, in sentence: Range<Int>) -> Int? {
    guard let phrase = document.match(i, .attributionPhrase) else { return nil }
    let row = AttributionTables.phrases[Int(phrase.row)]
    switch row.role {
    case .source: return sourcePhrase(phrase, act: row.act, in: sentence)
    case .clause:
      guard let verb = clauseVerb(after: phrase) else { return nil }
      return clausePhrase(phrase, verb, in: sentence)
    case .turn, .venue: return nil
    }
  }

  /// `according to X`: the content is the clause before, or, at a clause's begin, the one behind.
  private mutating func sourcePhrase(_ phrase: LexicalMatch, act: String, in sentence: Range<Int>) -> Int? {
    if let verb = clauseVerb(after: phrase) { return clausePhrase(phrase, verb, in: sentence) }
    // `in his words` points back to the speaker: nothing new is attributed.
    if phrase.form == 1 { return phrase.end }
    let limit = phraseLimit(phrase.end, in: sentence)
    guard governs(phrase), opensSource(phrase.end), let source = readAttached(from: phrase.end, to: limit) else {
      return nil
    }
    return attribute(
      to: source, cueToken: phrase.start, act: act, end: source.tokens.upperBound, in: sentence,
      rule: "according-to")
  }

  /// `as X said`, `according to what X reported (from Y)`.
  private mutating func clausePhrase(_ phrase: LexicalMatch, _ verb: VerbCue, in sentence: Range<Int>) -> Int? {
    let limit = phraseLimit(verb.match.end, in: sentence)
    // With a complement of its own it is an ordinary cue.
    if let complement = complement(of: verb, sentenceEnd: sentence.upperBound) {
      if complement.contentStart <= limit, complement.kind == .that || complement.kind == .colon { return nil }
      if opensSentence(phrase.start, from: openClause), complement.kind != .object { return nil }
    }
    // At a clause's begin `as` means `also`.
    if phrase.end == phrase.start + 1, document.folded(phrase.start).hasSuffix("\u{643}\u{645}\u{627}"),
      opensSentence(phrase.start, from: openClause)
    {
      return nil
    }
    if let from = aboutAhead(verb.match.end, to: limit), verb.verb.frames.contains(.via),
      let origin = readSource(from: from + 1, to: limit)
    {
      let relay = readSource(from: verb.match.end, to: from, loose: false)
      return attribute(
        to: origin, outlets: relay.map { [SourceLink(entity: $0.entity, cue: cueText(verb.token))] } ?? [],
        cueToken: verb.token, act: verb.verb.act, end: origin.tokens.upperBound, in: sentence, rule: "as-relayed")
    }
    guard let source = readSource(from: verb.match.end, to: limit, loose: verb.verb.strong),
      source.tokens.upperBound <= limit
    else { return nil }
    let (outlets, venue) = outlets(in: source.tokens.upperBound..<limit)
    return attribute(
      to: source, outlets: outlets, venue: venue, cueToken: verb.token, act: verb.verb.act,
      end: source.tokens.upperBound, in: sentence, rule: "as-said")
  }

  private func aboutAhead(_ start: Int, to limit: Int) -> Int? {
    var p = start
    while p < limit {
      // `reported from him`: the speaker is known.
      if document.isWord(p, .about) { return document.ruleWord(p, .about)?.suffix.isPronoun == true ? nil : p }
      p += 1
    }
    return nil
  }

  private func phraseLimit(_ start: Int, in sentence: Range<Int>) -> Int {
    var p = start
    while p < sentence.upperBound {
      if document.isFinalSign(p) || document.isPause(p), p > start { return p }
      if let stretch = marks.opening(at: p) {
        p = stretch.close + 1
        continue
      }
      p += 1
    }
    return sentence.upperBound
  }
}
