import Language

/// What a phrase such as `according to` attributes: the clause before it, or the one behind.
extension QuoteScanner {
  /// Attributes the clause before the phrase that ends at `end`, or the one behind it.
  mutating func attribute(
    to source: Source, outlets: [SourceLink] = [], venue: Int? = nil, cueToken: Int, act: String, end: Int,
    in sentence: Range<Int>, rule: String
  ) -> Int? {
    let begin = openClause
    let first = phraseStart(cueToken)
    if let last = lastOuterQuote, last.tokens.lowerBound >= sentence.lowerBound, !opensCoordinated(first),
      first - last.tokens.upperBound <= 3, last.reach.upperBound <= first
    {
      // The clause before has its speaker: a further source relays it.
      if let speaker = last.speaker, speaker != source.entity {
        relayLastQuote(through: source.entity, cue: cueText(cueToken))
      }
      for outlet in outlets.reversed() { relayLastQuote(through: outlet.entity, cue: outlet.cue ?? cueText(cueToken)) }
      return end
    }
    if opensSentence(phraseStart(cueToken), from: begin) || opensCoordinated(phraseStart(cueToken)) {
      return attributeAhead(to: source, outlets: outlets, cueToken, act: act, end: end, in: sentence, rule: rule)
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

  /// `…, and according to X …`: a new clause begins with the phrase.
  private func opensCoordinated(_ token: Int) -> Bool {
    document.isPause(token - 1) && document.match(token, .attributionPhrase)?.proclitics.contains(.wa) == true
  }

  func opensSentence(_ token: Int, from begin: Int) -> Bool {
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
    var start = contentAhead(from: end, in: sentence)
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
    // Someone else is quoted behind it: the source relays them.
    if start < sentence.upperBound, isFiniteCue(start), let cue = verbCue(at: start),
      complement(of: cue, sentenceEnd: sentence.upperBound) != nil
    {
      relayNextQuote(through: SourceLink(entity: source.entity, cue: cueText(cueToken)), in: sentence)
      return start
    }
    guard let content = content(from: start, sentenceEnd: sentence.upperBound), content.tokens.count >= 2 else {
      return end
    }
    return add(
      content, by: source, outlets: outlets, cueToken: cueToken, act: act, rule: rule + "-ahead",
      reach: cueToken..<start, resume: start)
  }

  /// The first token behind the source's phrase: behind a pause, or at a `then` that answers the phrase.
  private func contentAhead(from end: Int, in sentence: Range<Int>) -> Int {
    var p = end
    while p < min(sentence.upperBound, end + 16) {
      if let stretch = marks.opening(at: p) {
        if p == end || stretch.content.count > 4 { return end }
        p = stretch.close + 1
        continue
      }
      if document.isPause(p) { return p }
      for word in [RuleWord.that, .had] where document.ruleWord(p, word)?.proclitics.contains(.fa) == true { return p }
      p += 1
    }
    return end
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
}
