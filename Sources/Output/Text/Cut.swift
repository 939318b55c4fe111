/// Shortens text to a number of columns, visibly.
package enum Cut {
  static let mark: Character = "\u{2026}"

  /// `text` when it fits in `width` columns, else its beginning and `…`.
  package static func fit(_ text: String, width: Int) -> (text: String, width: Int) {
    var taken = 0
    // Where the text must end if the mark is to fit behind it.
    var cut = (index: text.startIndex, width: 0)
    for index in text.indices {
      let next = taken + DisplayWidth.of(text[index])
      if next > width { return (String(text[..<cut.index]) + String(mark), cut.width + 1) }
      if next <= width - 1 { cut = (text.index(after: index), next) }
      taken = next
    }
    return (text, taken)
  }
}
