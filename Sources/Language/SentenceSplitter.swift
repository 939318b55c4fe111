/// Ends of sentences: line ends; a full stop, question or exclamation mark or ellipsis with what closes behind it,
/// when white space or the end follows. The stop of an abbreviation (one letter before it) ends none.
enum SentenceSplitter {
  static func sentences(of tokens: [Token], analyzer: Analyzer) -> [Sentence] {
    var found: [Sentence] = []
    var first = 0
    var i = 0
    while i < tokens.count {
      if tokens[i].kind == .newline {
        add(first..<i, tokens, &found)
        first = i + 1
      } else if endsSentence(tokens[i]), !isAbbreviation(tokens, i, analyzer) {
        var end = i + 1
        while end < tokens.count, !tokens[end].spaced, closes(tokens[end]) || endsSentence(tokens[end]) { end += 1 }
        if end == tokens.count || tokens[end].spaced || tokens[end].kind == .newline || closesUnspaced(tokens, i) {
          add(first..<end, tokens, &found)
          first = end
        }
        i = end - 1
      }
      i += 1
    }
    add(first..<tokens.count, tokens, &found)
    return found
  }

  private static func add(_ range: Range<Int>, _ tokens: [Token], _ found: inout [Sentence]) {
    guard !range.isEmpty else { return }
    found.append(
      Sentence(
        start: Int(tokens[range.lowerBound].start), end: Int(tokens[range.upperBound - 1].end), tokens: range))
  }

  private static func endsSentence(_ token: Token) -> Bool {
    guard token.kind == .sign else { return false }
    switch token.value {
    case Sign.stop, Sign.exclamation, Sign.question, Sign.arabicQuestion, Sign.ellipsis, 0x6D4: return true
    default: return false
    }
  }

  /// A stop behind a closing mark with the next sentence written to it.
  private static func closesUnspaced(_ tokens: [Token], _ i: Int) -> Bool {
    i > 0 && closes(tokens[i - 1]) && i + 1 < tokens.count && tokens[i + 1].kind == .word
  }

  private static func closes(_ token: Token) -> Bool {
    guard token.kind == .sign else { return false }
    switch token.value {
    case Sign.quotation, Sign.closeGuillemet, Sign.rightDouble, Sign.closeParenthesis, 0x5D, 0x27, 0x2019: return true
    default: return false
    }
  }

  private static func isAbbreviation(_ tokens: [Token], _ i: Int, _ analyzer: Analyzer) -> Bool {
    guard tokens[i].value == Sign.stop, i > 0, tokens[i - 1].kind == .word, !tokens[i].spaced else { return false }
    let length = analyzer.word(tokens[i - 1].value).length
    return length <= 2
  }
}
