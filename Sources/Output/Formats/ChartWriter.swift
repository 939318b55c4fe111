import Facts

/// Numbers as bars or points, one row a line, with the number at the end:
///
/// ```
/// 2024-01  ████████████████ 1200
/// 2024-02  ████▌ 340
/// ```
///
/// The table's first column names the row, its second is the number. Bars grow from zero, to the left for numbers
/// below it.
package struct ChartWriter {
  package enum Kind: Sendable { case bar, line }

  private let kind: Kind
  private let width: Int
  private static let missing = "\u{2205}"
  private static let longestLabel = 24

  package init(_ kind: Kind, width: Int) {
    self.kind = kind
    self.width = width
  }

  package func write(_ table: ResultTable, to sink: some ByteSink) throws {
    let labels = table.rows.map { row in
      Cut.fit(row[0].isMissing ? Self.missing : SafeText.shown(row[0].description), width: Self.longestLabel)
    }
    let numbers = table.rows.map { row -> Double? in if case .number(let n) = row[1] { n } else { nil } }
    let labelWidth = labels.map(\.width).max() ?? 0
    let scale = Scale(numbers.compactMap { $0 }, columns: max(8, width - labelWidth - 18))
    var bytes = Bytes()
    for (label, number) in zip(labels, numbers) {
      bytes.append(text: label.text + String(repeating: " ", count: labelWidth - label.width + 2))
      if let number {
        bytes.append(text: (kind == .bar ? scale.bar(number) : scale.point(number)) + " ")
        bytes.append(number: number)
      } else {
        bytes.append(text: Self.missing)
      }
      bytes.append(0x0A)
    }
    try sink.write(bytes)
  }

  /// Places numbers on a line that holds zero and all of them.
  private struct Scale {
    let low: Double
    let perColumn: Double

    init(_ numbers: [Double], columns: Int) {
      low = min(0, numbers.min() ?? 0)
      let span = max(0, numbers.max() ?? 0) - low
      perColumn = span > 0 ? span / Double(columns) : 1
    }

    private func column(_ number: Double) -> Double { (number - low) / perColumn }

    func bar(_ number: Double) -> String {
      let from = column(min(0, number))
      let halves = Int(((column(max(0, number)) - from) * 2).rounded())
      return String(repeating: " ", count: Int(from)) + String(repeating: "\u{2588}", count: halves / 2)
        + (halves % 2 == 1 ? "\u{258C}" : "")
    }

    func point(_ number: Double) -> String {
      String(repeating: " ", count: Int(column(number).rounded())) + "\u{25CF}"
    }
  }
}
