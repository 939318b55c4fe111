import Facts
import Output

/// Where the rows of the next results go.
enum Destination {
  case screen
  /// A file that takes one result, then the screen again.
  case once(FileExport)
  /// A file that takes all results until it is closed.
  case file(CheckedFile, OutputFormat)

  mutating func write(_ table: ResultTable, shell: Shell) throws {
    switch self {
    case .screen: try Self.writeToScreen(table, shell)
    case .once(let export):
      self = .screen
      let formulas = try export.write(table)
      if let warning = FileExport.warning(formulas, shell.screen.language) { shell.screen.say(warning) }
    case .file(let file, let format):
      try format.write(table, to: file)
    }
  }

  /// Makes a file that took results appear.
  mutating func close() throws {
    defer { self = .screen }
    if case .file(let file, _) = self { try file.commit() }
  }

  /// Shows a long table in the pager, if there is one.
  private static func isPaged(_ table: ResultTable, _ shell: Shell) throws -> Bool {
    guard let pager = shell.settings.pager, shell.settings.format == .table, let height = shell.screen.height else {
      return false
    }
    let sink = MemorySink()
    try OutputFormat.table.write(table, to: sink, style: shell.tableStyle)
    // The footer and the prompt want to be seen too.
    guard sink.bytes.count(where: { $0 == UInt8(ascii: "\n") }) > height - 2 else { return false }
    return try pager.show(sink.bytes)
  }

  private static func writeToScreen(_ table: ResultTable, _ shell: Shell) throws {
    var table = table
    if shell.settings.format == .table { table.nameColumns(in: shell.screen.language) }
    if try isPaged(table, shell) { return }
    if shell.settings.format == .table, let limit = shell.settings.maxRows, table.rows.count > limit {
      table.rows.removeSubrange(limit...)
    }
    try shell.settings.format.write(table, to: shell.screen.rows, style: shell.tableStyle)
  }
}

extension ResultTable {
  mutating func nameColumns(in language: Interface) {
    for i in columns.indices { columns[i] = Column(language.header(columns[i].name), columns[i].type) }
  }
}

extension Shell {
  var tableStyle: TableStyle {
    var style = TableStyle.of(screen, environment, settings.bidi)
    style.maxCellWidth = settings.maxWidth
    return style
  }
}

extension TableStyle {
  /// The style that fits the screen.
  package static func of(
    _ screen: Screen, _ environment: (String) -> String?, _ bidi: Bidi = .auto
  ) -> TableStyle {
    TableStyle(
      width: screen.width, isolates: screen.isTerminal && bidi.isolates(environment: environment),
      colour: screen.colour)
  }
}
