import Facts

/// The formats in which rows can leave the program. A new one is a case here and a writer in a file of its own.
package enum OutputFormat: String, CaseIterable, Sendable {
  case table, csv, tsv, jsonl, md

  package var doc: String {
    switch self {
    case .table: "columns for people, cut to the terminal's width"
    case .csv: "RFC 4180, UTF-8, missing values empty"
    case .tsv: "one line a row, tabs between cells"
    case .jsonl: "one JSON object a row"
    case .md: "a Markdown table"
    }
  }

  /// The format that the ending of `path` asks for: `out.csv` is CSV.
  package init?(endingOf path: String) {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = path[path.utf8.index(after: dot)...].lowercased()
    guard let format = OutputFormat(rawValue: ending), format != .table else { return nil }
    self = format
  }

  /// Writes `table` to `sink`; `excel` is heard by CSV alone, `style` by tables alone.
  /// Returns the number of CSV cells that a spreadsheet would run as formulas.
  @discardableResult
  package func write(
    _ table: ResultTable, to sink: some ByteSink, style: TableStyle = TableStyle(), excel: Bool = false
  ) throws -> Int {
    switch self {
    case .table: try TableWriter(style).write(table, to: sink)
    case .csv:
      var writer = CSVWriter(excel: excel)
      try writer.write(table, to: sink)
      return writer.formulas
    case .tsv: try write(table, with: TSVWriter(), to: sink)
    case .jsonl: try write(table, with: JSONLinesWriter(), to: sink)
    case .md: try write(table, with: MarkdownWriter(), to: sink)
    }
    return 0
  }

  private func write(_ table: ResultTable, with writer: some RowWriter, to sink: some ByteSink) throws {
    var writer = writer
    try writer.write(table, to: sink)
  }
}
