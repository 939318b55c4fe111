/// Prose for a terminal of some width: broken between words, further lines indented.
package enum Paragraph {
  /// Fewer columns than this are left to the terminal: nothing of sense fits.
  private static let narrowest = 12

  package static func wrapped(_ text: String, width: Int?, indent: Int = 0) -> String {
    guard let width, DisplayWidth.of(text) > width else { return text }
    let margin = String(text.prefix { $0 == " " })
    guard !margin.isEmpty else { return broken(text, width: width, indent: indent) }
    guard width - margin.count >= narrowest else { return text }
    let lines = broken(String(text.dropFirst(margin.count)), width: width - margin.count, indent: indent)
    return margin + lines.replacing("\n", with: "\n" + margin)
  }

  private static func broken(_ text: String, width: Int, indent: Int) -> String {
    let indent = width - indent >= narrowest ? indent : 0
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let room = width - (lines.isEmpty ? 0 : indent)
      if line.isEmpty {
        line = String(word)
      } else if DisplayWidth.of(line) + 1 + DisplayWidth.of(word) <= room {
        line += " " + word
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    lines.append(line)
    return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
  }
}
