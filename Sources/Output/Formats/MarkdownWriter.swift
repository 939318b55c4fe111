import Facts

/// A table as GitHub renders it, numbers to the right:
///
/// ```
/// | speaker | value |
/// | --- | ---: |
/// | … | 26422 |
/// ```
///
/// Text is escaped, so that no article can put markup into the page.
package struct MarkdownWriter: RowWriter {
  package init() {}

  package func begin(_ columns: [ResultTable.Column], to bytes: inout Bytes) {
    row(columns.map { .text($0.name) }, to: &bytes)
    for column in columns { bytes.append(text: column.type == .number ? "| ---: " : "| --- ") }
    bytes.append(text: "|\n")
  }

  package func row(_ values: [Value], to bytes: inout Bytes) {
    for value in values {
      bytes.append(text: "| ")
      switch value {
      case .missing: break
      case .text(let text): append(text, to: &bytes)
      case .number(let number): bytes.append(number: number)
      case .date(let period): bytes.append(period: period)
      }
      bytes.append(UInt8(ascii: " "))
    }
    bytes.append(text: "|\n")
  }

  private func append(_ text: String, to bytes: inout Bytes) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (i, line) in lines.enumerated() {
      if i > 0 { bytes.append(text: "<br>") }
      for byte in SafeText.shown(String(line)).utf8 {
        switch byte {
        case UInt8(ascii: "<"): bytes.append(text: "&lt;")
        case UInt8(ascii: "&"): bytes.append(text: "&amp;")
        case UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "["):
          bytes.append(UInt8(ascii: "\\"))
          bytes.append(byte)
        default: bytes.append(byte)
        }
      }
    }
  }
}
