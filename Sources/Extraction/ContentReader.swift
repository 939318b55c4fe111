import Language

/// Reads how far attributed content reaches.
extension QuoteScanner {
  struct Content {
    var tokens: Range<Int>
    var bytes: Range<Int>
    var form: String
  }

  /// The content that begins at token `start`; with `ba`, a preposition is written to its first word.
  /// Content that is a noun phrase (`phrasal`) ends earlier than a clause.
  func content(from start: Int, sentenceEnd: Int, governed: Bool = false, phrasal: Bool = false) -> Content? {
    guard start < sentenceEnd || marks.opening(at: start) != nil else { return nil }
    if let stretch = marks.opening(at: start) {
      if !continues(after: stretch, sentenceEnd: sentenceEnd) { return direct(stretch) }
      let end = clauseEnd(
        from: stretch.close + 1, sentenceEnd: max(sentenceEnd, stretch.close + 1), phrasal: phrasal)
      return clause(start..<end, governed: false)
    }
    let end = clauseEnd(from: start, sentenceEnd: sentenceEnd, phrasal: phrasal)
    return clause(start..<end, governed: governed)
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
    if opensCue(next) || leavesContent(next) { return false }
    return !isFiniteCue(next)
      || (stretch.content.count < 4 && document.match(next, .reportingVerb)?.proclitics.isEmpty == true)
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
      return match.form == 1 || (governs(match) && opensSource(match.end)) || clauseVerb(after: match) != nil
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
}
