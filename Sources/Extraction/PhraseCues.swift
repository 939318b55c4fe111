import Language

/// Attribution phrases (`according to …`, `as … said`) and quotations without a cue of their own.
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
    guard opensSource(phrase.end), let source = readAttached(from: phrase.end, to: limit) else { return nil }
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
      if document.isWord(p, .about) { return p }
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

  /// A source whose first word may carry the phrase's last preposition (`according to` written with lam).
  private mutating func readAttached(from start: Int, to limit: Int) -> Source? {
    if let mention = article.mention(at: start) { return Source(entity: mention.entity, tokens: mention.tokens) }
    if let stretch = marks.opening(at: start), let mention = article.mention(at: start + 1) {
      return Source(entity: mention.entity, tokens: start..<stretch.close + 1)
    }
    if let lone = loneLam(start) { return readSource(from: lone, to: limit) }
    if let noun = document.match(start, .reportingNoun), !noun.suffix.isPronoun {
      return statement(noun, to: limit)
    }
    for cls in QuoteScanner.descriptions {
      for match in document.matches(start, cls)
      where !match.proclitics.isDisjoint(with: [.li, .ba]) && speaks(match) {
        return readGovernedDescription(match, to: limit)
      }
    }
    return readSource(from: start, to: limit)
  }

  /// `according to the data of X`, `in X's words`: X, or without one the noun phrase itself.
  private mutating func statement(_ noun: LexicalMatch, to limit: Int) -> Source? {
    if noun.end < limit {
      if let mention = mentionAhead(noun.end) {
        return Source(entity: mention.entity, tokens: noun.start..<mention.tokens.upperBound)
      }
      if description(at: noun.end) != nil, let source = readSource(from: noun.end, to: limit, loose: false) {
        return source
      }
    }
    let phrase = noun.start..<nounPhraseEnd(from: noun.end, to: limit)
    let bytes = document.bytes(phrase, without: noun.proclitics.subtracting(.al))
    return Source(entity: article.anonymous(document.text(bytes: bytes)), tokens: phrase)
  }

  private func loneLam(_ p: Int) -> Int? {
    guard p < document.tokens.count, document.tokens[p].kind == .word,
      document.analyzer.word(document.tokens[p].value).length == 2, document.beginsWithLam(p)
    else { return nil }
    return p + 1
  }

  private mutating func readGovernedDescription(_ head: LexicalMatch, to limit: Int) -> Source? {
    var p = head.end
    while p < limit, article.mentionAt[p] < 0, !stopsPhrase(p), p < head.end + 8 { p += 1 }
    if let mention = article.mention(at: p), mention.kind == .person, !isGoverned(mention) {
      return Source(entity: mention.entity, tokens: head.start..<mention.tokens.upperBound)
    }
    let end = nounPhraseEnd(from: head.end, to: limit)
    let phrase = head.start..<end
    if head.proclitics.contains(.al), let known = resolveDescription(head, phrase) { return known }
    if phrase.count > 1, let holder = holder(of: phrase, head) { return Source(entity: holder, tokens: phrase) }
    let bytes = document.bytes(phrase, without: head.proclitics.subtracting(.al))
    return Source(entity: article.anonymous(document.text(bytes: bytes)), tokens: phrase)
  }

  /// Attributes the clause before the phrase that ends at `end`, or the one behind it.
  private mutating func attribute(
    to source: Source, outlets: [SourceLink] = [], venue: Int? = nil, cueToken: Int, act: String, end: Int,
    in sentence: Range<Int>, rule: String
  ) -> Int? {
    let begin = openClause
    if opensSentence(phraseStart(cueToken), from: begin) {
      return attributeAhead(to: source, outlets: outlets, cueToken, act: act, end: end, in: sentence, rule: rule)
    }
    if let last = lastQuote, last.tokens.lowerBound >= sentence.lowerBound, cueToken - last.tokens.upperBound <= 3,
      last.reach.upperBound <= cueToken
    {
      // The clause before has its speaker: a further source relays it.
      if let speaker = last.speaker, speaker != source.entity {
        relayLastQuote(through: source.entity, cue: cueText(cueToken))
      }
      return end
    }
    var start = begin
    while start < cueToken, document.isPause(start) || skipsConnective(start) { start += 1 }
    let cueStart = phraseStart(cueToken)
    guard cueStart - start >= 2 else { return end }
    var stop = cueStart
    if end < sentence.upperBound, document.tokens[end].kind == .word, !document.isPause(cueStart - 1),
      !opensCue(end), !opensContinuation(end)
    {
      // The phrase stands inside its clause, which goes on behind it.
      stop = clauseEnd(from: end, sentenceEnd: sentence.upperBound)
    }
    guard let content = trailingContent(start..<stop) else { return end }
    return add(
      content, by: source, outlets: outlets, venue: venue, cueToken: cueToken, act: act, rule: rule,
      reach: start..<end, resume: end)
  }

  /// First token of the phrase that the cue (its verb, maybe) belongs to.
  private func phraseStart(_ cueToken: Int) -> Int {
    var p = cueToken
    while p > 0, p > cueToken - 4, !document.has(p, .attributionPhrase) { p -= 1 }
    return document.has(p, .attributionPhrase) ? p : cueToken
  }

  private func opensSentence(_ token: Int, from begin: Int) -> Bool {
    var p = begin
    while p < token {
      guard document.isPause(p) || skipsConnective(p) || document.tokens[p].kind != .word else { return false }
      p += 1
    }
    return true
  }

  private mutating func attributeAhead(
    to source: Source, outlets: [SourceLink], _ cueToken: Int, act: String, end: Int, in sentence: Range<Int>,
    rule: String
  ) -> Int? {
    var start = end
    while start < sentence.upperBound {
      if document.isPause(start) || document.isSign(start, Sign.colon) || skipsConnective(start)
        || document.isWord(start, .that) || document.isWord(start, .had)
      {
        start += 1
      } else if let date = article.date(at: start) {
        start = max(start + 1, date.tokens.upperBound)
      } else {
        break
      }
    }
    guard let content = content(from: start, sentenceEnd: sentence.upperBound), content.tokens.count >= 2 else {
      return end
    }
    return add(
      content, by: source, outlets: outlets, cueToken: cueToken, act: act, rule: rule + "-ahead",
      reach: cueToken..<start, resume: start)
  }

  private func skipsConnective(_ p: Int) -> Bool {
    guard article.mentionAt[p] < 0 else { return false }
    return document.isWord(p, .while) || document.isWord(p, .but)
  }

  /// The clause before a phrase; a single quoted stretch is direct.
  private func trailingContent(_ range: Range<Int>) -> Content? {
    var end = range.upperBound
    while end > range.lowerBound, document.isPause(end - 1) || document.isFinalSign(end - 1) { end -= 1 }
    if let stretch = marks.closing(at: end - 1), stretch.open == range.lowerBound { return direct(stretch) }
    guard end > range.lowerBound else { return nil }
    var tokens = range.lowerBound..<end
    let quoted = tokens.contains { marks.opening(at: $0) != nil }
    if let stretch = marks.closing(at: end - 1), stretch.open >= range.lowerBound {
      tokens = range.lowerBound..<end - 1
    }
    let bytes = document.bytes(tokens, without: leadingProclitics(tokens.lowerBound))
    return Content(tokens: tokens, bytes: bytes, form: quoted ? "mixed" : "indirect")
  }

  // MARK: Quotations without a cue

  /// A paragraph that is one quoted stretch goes on with the words of the speaker before.
  mutating func looseQuote(at i: Int, in sentence: Range<Int>) -> Int? {
    guard enclosingQuote == nil, i == sentence.lowerBound, let stretch = marks.opening(at: i),
      stretch.content.count >= 6, let last = discourse.last, let content = direct(stretch)
    else { return nil }
    guard i == 0 || document.tokens[i - 1].kind == .newline || document.isFinalSign(i - 1) else { return nil }
    let next = stretch.close + 1
    guard next >= document.tokens.count || document.isFinalSign(next) || document.tokens[next].kind == .newline else {
      return nil
    }
    return add(
      content, by: Source(entity: last.entity, tokens: i..<i, via: last.via), cueToken: i, cueText: .some(nil),
      act: "say",
      rule: "continued", reach: i..<next, resume: next)
  }
}
