import Facts

/// CSV by RFC 4180 in UTF-8 with a header, a missing value an empty cell, an empty text `""`:
///
/// ```
/// speaker,value,note
/// …,26422,"2024"
/// ```
///
/// Alone in its row, a missing value is `""` too: readers skip an empty line.
///
/// For spreadsheets: a byte order mark, CRLF, and `'` before text that would run as a formula.
package struct CSVWriter: RowWriter {
  private let excel: Bool
  /// Cells that a spreadsheet would run as formulas, written as they are; always 0 for spreadsheets.
  package private(set) var formulas = 0

  package init(excel: Bool = false) { self.excel = excel }

  package mutating func begin(_ columns: [ResultTable.Column], to bytes: inout Bytes) {
    if excel { bytes.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
    for (i, column) in columns.enumerated() {
      if i > 0 { bytes.append(UInt8(ascii: ",")) }
      CSVText.append(header: column.name, to: &bytes)
    }
    endLine(&bytes)
  }

  package mutating func row(_ values: [Value], to bytes: inout Bytes) {
    for i in values.indices {
      if i > 0 { bytes.append(UInt8(ascii: ",")) }
      switch values[i] {
      case .missing: if values.count == 1 { CSVText.append("", to: &bytes) }
      case .text(let text): append(text, to: &bytes)
      case .number(let number): bytes.append(number: number)
      case .date(let period): bytes.append(period: period)
      }
    }
    endLine(&bytes)
  }

  private mutating func append(_ text: String, to bytes: inout Bytes) {
    guard CSVText.isFormula(text) else { return CSVText.append(text, to: &bytes) }
    if excel {
      CSVText.append("'" + text, to: &bytes)
    } else {
      formulas += 1
      CSVText.append(text, to: &bytes)
    }
  }

  private func endLine(_ bytes: inout Bytes) {
    if excel { bytes.append(0x0D) }
    bytes.append(0x0A)
  }
}
