import Language

/// Where the clause that a cue stands in begins.
extension QuoteScanner {
  /// First token of the clause that token `i` stands in: behind the last pause, complementizer or quote.
  func clauseBegin(before i: Int, in sentence: Range<Int>) -> Int {
    var p = i
    var pauses = 0
    let earliest = earliestClause(before: i)
    while p > sentence.lowerBound, p > i - 30 {
      let q = p - 1
      if document.isWord(q, .that) || document.isSign(q, Sign.colon) { return p }
      if document.isFinalSign(q) { return p }
      if marks.closing(at: q) != nil, article.mentionAt[q - 1] < 0 { return p }
      if document.isPause(q) {
        pauses += 1
        // An apposition or a date between commas belongs to the clause.
        if pauses > 2 || !isApposition(from: p, to: i) { return p }
      }
      if q < earliest { return p }
      p = q
    }
    return p
  }

  /// Where the clause before token `i` may begin: behind the last quote, or at the content that encloses the token.
  private func earliestClause(before i: Int) -> Int {
    guard let enclosing = enclosingQuote else { return openClause }
    guard let last = lastQuote, last.tokens.upperBound <= i else { return enclosing.tokens.lowerBound }
    return max(enclosing.tokens.lowerBound, last.tokens.upperBound)
  }

  private func isApposition(from p: Int, to i: Int) -> Bool {
    if article.date(at: p) != nil || document.isWord(p, .who) { return true }
    // `X, the member of the party, said`.
    if document.isDefinite(p), article.mention(at: p - 2)?.kind == .person { return true }
    guard let mention = article.mention(at: p) else { return p == i || document.isPause(p) }
    return mention.kind == .person && document.isPause(mention.tokens.upperBound)
  }
}
