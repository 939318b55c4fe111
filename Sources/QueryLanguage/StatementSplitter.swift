/// What a prompt asks about a text that is still being entered.
package enum StatementSplitter {
  package enum Completeness: Hashable, Sendable {
    /// Blanks and comments only.
    case empty
    /// Enter runs it.
    case complete
    /// Enter begins another line.
    case incomplete
  }

  /// Whether `text` can run. A text with a mistake is complete, so that the mistake is shown at once; an empty line at
  /// its end completes it, so that nobody is caught in an open bracket.
  package static func completeness(of text: String) -> Completeness {
    let layout = Layout(text)
    guard let first = layout.tokens.first, first.kind != .end else { return .empty }
    if layout.tokens.contains(where: { if case .invalid = $0.kind { true } else { false } }) { return .complete }
    return layout.isOpen && !endsWithEmptyLine(text) ? .incomplete : .complete
  }

  /// The statements of a pasted block or script, each as the range of text from its first to its last token.
  package static func statements(in text: String) -> [SourceRange] {
    var ranges: [SourceRange] = []
    var current: SourceRange?
    for token in Layout(text).tokens {
      if token.kind == .terminator || token.kind == .end {
        if let range = current { ranges.append(range) }
        current = nil
      } else {
        current = current?.joined(token.range) ?? token.range
      }
    }
    return ranges
  }

  private static func endsWithEmptyLine(_ text: String) -> Bool {
    var newlines = 0
    for byte in text.utf8.reversed() {
      if byte == UInt8(ascii: "\n") {
        newlines += 1
        if newlines == 2 { return true }
      } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t"), byte != UInt8(ascii: "\r") {
        return false
      }
    }
    return false
  }
}
