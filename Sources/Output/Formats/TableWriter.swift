import Facts

/// A table for people, as wide as the terminal allows:
///
/// ```
/// speaker   value  date
/// ────────  ─────  ──────────
/// …         26422  2024-01-29
/// ```
///
/// Numbers stand to the right, a missing value is `∅`, text that is cut ends in `…`. Where not even short columns fit,
/// each row becomes a block of lines.
package struct TableWriter {
  static let missing = "\u{2205}"
  private static let gap = String(repeating: " ", count: TableLayout.gap)

  private let style: TableStyle

  package init(_ style: TableStyle) { self.style = style }

  package func write(_ table: ResultTable, to sink: some ByteSink) throws {
    guard !table.columns.isEmpty else { return }
    let cells = table.rows.map { $0.map(shown) }
    let headers = table.columns.map { column in
      var cell = shown(.text(column.name))
      cell.paint = .bold
      return cell
    }
    var natural = headers.map(\.width)
    for row in cells { for i in row.indices { natural[i] = max(natural[i], row[i].width) } }
    guard let layout = TableLayout(natural: natural, cuttable: table.columns.map(\.isCuttable), width: style.width)
    else { return try writeBlocks(headers: headers, cells: cells, to: sink) }
    try writeGrid(table.columns, headers, cells, layout, to: sink)
  }

  private struct Cell {
    var text: String
    var width: Int
    var paint = TableStyle.Paint.plain
  }

  private func shown(_ value: Value) -> Cell {
    guard !value.isMissing else { return Cell(text: Self.missing, width: 1, paint: .dim) }
    let safe = SafeText.shown(value.description)
    guard case .text = value, let limit = style.maxCellWidth else {
      return Cell(text: safe, width: DisplayWidth.of(safe))
    }
    let (text, width) = Cut.fit(safe, width: limit)
    return Cell(text: text, width: width)
  }

  private func writeGrid(
    _ columns: [ResultTable.Column], _ headers: [Cell], _ cells: [[Cell]], _ layout: TableLayout, to sink: some ByteSink
  ) throws {
    let toTheRight = columns.map { $0.type == .number }
    var bytes = Bytes()
    appendLine(headers, layout, toTheRight, to: &bytes)
    let rule = layout.widths.map { String(repeating: "\u{2500}", count: $0) }
    bytes.append(text: style.painted(rule.joined(separator: Self.gap), .dim) + "\n")
    for row in cells {
      appendLine(row, layout, toTheRight, to: &bytes)
      if bytes.count >= 64 << 10 {
        try sink.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try sink.write(bytes)
  }

  private func appendLine(
    _ cells: [Cell], _ layout: TableLayout, _ toTheRight: [Bool], to bytes: inout Bytes
  ) {
    for (i, cell) in cells.enumerated() {
      let limit = layout.widths[i]
      let (text, width) = cell.width <= limit ? (cell.text, cell.width) : Cut.fit(cell.text, width: limit)
      let padding = String(repeating: " ", count: max(0, limit - width))
      if toTheRight[i] { bytes.append(text: padding) }
      bytes.append(text: style.isolated(style.painted(text, cell.paint)))
      guard i + 1 < cells.count else { continue }
      if !toTheRight[i] { bytes.append(text: padding) }
      bytes.append(text: Self.gap)
    }
    bytes.append(0x0A)
  }

  /// ```
  /// ── 1 ──
  /// speaker  …
  /// value    26422
  /// ```
  private func writeBlocks(headers: [Cell], cells: [[Cell]], to sink: some ByteSink) throws {
    let labelWidth = headers.map(\.width).max() ?? 0
    var bytes = Bytes()
    for (n, row) in cells.enumerated() {
      bytes.append(text: style.painted("\u{2500}\u{2500} \(n + 1) \u{2500}\u{2500}", .dim) + "\n")
      for (header, cell) in zip(headers, row) {
        bytes.append(text: style.painted(header.text, .bold))
        bytes.append(text: String(repeating: " ", count: labelWidth - header.width + TableLayout.gap))
        bytes.append(text: style.isolated(style.painted(cell.text, cell.paint)) + "\n")
      }
      if bytes.count >= 64 << 10 {
        try sink.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try sink.write(bytes)
  }
}

extension ResultTable.Column {
  fileprivate var isCuttable: Bool {
    switch type {
    case .number, .date: false
    case .id, .text, .symbol, .entity, .reference, .claim: true
    }
  }
}
