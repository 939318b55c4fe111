/// A table in plain text: the first column to the left where it is words, numbers to the right.
struct TextTable {
  private var rows: [[String]]

  init(_ header: [String]) { rows = [header] }

  mutating func add(_ row: [String]) { rows.append(row) }

  func print() {
    let widths = rows[0].indices.map { i in rows.map { $0[i].count }.max() ?? 0 }
    for row in rows {
      let cells = row.indices.map { i in
        let space = String(repeating: " ", count: widths[i] - row[i].count)
        return row[i].first?.isNumber == true ? space + row[i] : row[i] + space
      }
      Swift.print(cells.joined(separator: "  "))
    }
  }

  /// `0.25`, `3.1`, `120`: three digits are enough.
  static func rounded(_ number: Double) -> String {
    guard number.isFinite else { return "-" }
    if number >= 100 { return String(Int(number.rounded())) }
    let scale: Double = number >= 10 ? 10 : 100
    return String((number * scale).rounded() / scale)
  }
}
