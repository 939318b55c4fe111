import Facts

/// Tab-separated, one line a row whatever the text holds, for `cut` and `awk`: tab, line feed, carriage return and
/// backslash are written `\t`, `\n`, `\r`, `\\`; a missing value is an empty cell.
package struct TSVWriter: RowWriter {
  package init() {}

  package func begin(_ columns: [ResultTable.Column], to bytes: inout Bytes) {
    row(columns.map { .text($0.name) }, to: &bytes)
  }

  package func row(_ values: [Value], to bytes: inout Bytes) {
    for i in values.indices {
      if i > 0 { bytes.append(0x09) }
      switch values[i] {
      case .missing: break
      case .text(let text): append(text, to: &bytes)
      case .number(let number): bytes.append(number: number)
      case .date(let period): bytes.append(period: period)
      }
    }
    bytes.append(0x0A)
  }

  private func append(_ text: String, to bytes: inout Bytes) {
    for byte in text.utf8 {
      switch byte {
      case 0x09: bytes.append(text: "\\t")
      case 0x0A: bytes.append(text: "\\n")
      case 0x0D: bytes.append(text: "\\r")
      case UInt8(ascii: "\\"): bytes.append(text: "\\\\")
      default: bytes.append(byte)
      }
    }
  }
}
