import Facts
import Output
import QueryLanguage

/// Rows on their way into a file, in the format that its ending names.
struct FileExport {
  let path: String
  let format: OutputFormat
  let force: Bool

  init(path: String, force: Bool) throws {
    guard let format = OutputFormat(endingOf: path) else {
      throw ShellError("no format is known by the ending of \(path); .csv, .tsv, .jsonl and .md are")
    }
    self.init(path: path, format: format, force: force)
  }

  init(path: String, format: OutputFormat, force: Bool) {
    self.path = path
    self.format = format
    self.force = force
  }

  /// Returns the number of cells that a spreadsheet would run as formulas.
  func write(_ table: ResultTable, excel: Bool = false) throws -> Int {
    let file = try CheckedFile(path, force: force)
    let formulas = try format.write(table, to: file, excel: excel)
    try file.commit()
    return formulas
  }

  static func warning(_ formulas: Int, _ language: Interface) -> Message? {
    guard formulas > 0 else { return nil }
    let cells = language.counted(formulas, "cell")
    return "warning: \(cells) would run as a formula in a spreadsheet; `excel` guards them"
  }
}
