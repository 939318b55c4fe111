import Language

/// Quotations without a cue of their own.
extension QuoteScanner {

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
