/// Text from articles as a terminal may see it.
///
/// C0 controls and DEL become control pictures (`␛`), C1 controls and bidi controls names in angle brackets
/// (`<U+009B>`, `<RLO>`). Nothing in an article can then move the cursor, set a title or turn a table around.
package enum SafeText {
  package static func shown(_ text: String) -> String {
    if isSafe(text) { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let token = token(for: scalar) {
        shown.append(contentsOf: token.unicodeScalars)
      } else {
        shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// A message of several lines; its line ends stay.
  package static func shownLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { shown(String($0)) }.joined(separator: "\n")
  }

  /// A look at the bytes that settles nearly every text: controls are below 0x20, or 0x7F, or begin with one of the
  /// four lead bytes of C1 (C2 80–9F), U+061C (D8 9C), U+200E–U+2069 (E2 80/81) and U+FEFF (EF BB BF).
  private static func isSafe(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x7F { return false }
      switch previous {
      case 0xC2: if byte < 0xA0 { return false }
      case 0xD8: if byte == 0x9C { return false }
      case 0xE2: if byte == 0x80 || byte == 0x81 { return false }
      case 0xEF: if byte == 0xBB { return false }
      default: break
      }
      previous = byte
    }
    return true
  }

  private static func token(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0..<0x20: String(Unicode.Scalar(0x2400 + scalar.value)!)
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0: "<U+00\(String(scalar.value, radix: 16, uppercase: true))>"
    default: names[scalar.value].map { "<\($0)>" }
    }
  }

  private static let names: [UInt32: String] = [
    0x061C: "ALM", 0x200E: "LRM", 0x200F: "RLM", 0x2028: "LS", 0x2029: "PS",
    0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO",
    0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0xFEFF: "BOM",
  ]
}
