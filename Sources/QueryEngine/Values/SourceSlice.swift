import QueryLanguage

extension String {
  /// The text of a range, as messages repeat it; empty when the range is not of this text.
  func slice(_ range: SourceRange) -> String {
    guard range.start >= 0, range.start <= range.end, range.end <= utf8.count else { return "" }
    let start = utf8.index(utf8.startIndex, offsetBy: range.start)
    let end = utf8.index(utf8.startIndex, offsetBy: range.end)
    return String(self[start..<end])
  }
}
