import Facts
import Output
import QueryEngine
import QueryLanguage

/// Runs a saved script: declares everything in it, then answers its queries one after the other. The first error ends
/// it and names file and line.
package struct ScriptRun {
  package struct Options {
    /// The format of results without an `export`; nil for a table on the screen and CSV in files.
    package var format: OutputFormat?
    /// The folder that results go to; nil for the screen.
    package var out: String?
    package var scope = WriteScope.nowhere
    package var force = false
    package var cites = false
    package var excel = false
    /// Queries are printed in this SQL and not answered.
    package var sql: SQLDialect?
    package var parameters: [(name: String, value: String)] = []

    package init() {}
  }

  private var session: Session
  private let screen: Screen
  private let options: Options
  private let style: TableStyle
  private var results = 0
  private var baseName = ""

  package init(_ session: Session, screen: Screen, style: TableStyle, options: Options) {
    self.session = session
    self.screen = screen
    self.style = style
    self.options = options
  }

  package mutating func run(_ path: String) throws {
    baseName = Self.baseName(of: path)
    try run(ScriptFiles(path))
  }

  /// Runs statements of the command line.
  package mutating func run(text: String) throws { try run(ScriptFiles(text: text)) }

  private mutating func run(_ files: ScriptFiles) throws {
    try setParameters(in: files)
    try check(files)
    for file in files.all { try locating(file) { try $0.session.declare(file.script) } }
    for file in files.all { try runQueries(of: file) }
  }

  /// Nothing runs of scripts in which something is wrong; all that is wrong with a file is said at once.
  private func check(_ files: ScriptFiles) throws {
    var session = session
    for file in files.all {
      let errors = session.enter(file.script, allowsMissingParameters: false).filter { $0.severity == .error }
      if !errors.isEmpty { throw WrongText(errors, text: file.text, file: file.path) }
    }
  }

  private mutating func setParameters(in files: ScriptFiles) throws {
    var known: Set<String> = []
    for case .parameter(let parameter) in files.all.flatMap(\.script.statements).map(\.kind) {
      known.insert(parameter.name.text)
    }
    for (name, value) in options.parameters {
      guard known.contains(name) else {
        throw ShellError.unknown("parameter", name, among: known.sorted())
      }
      try session.setParameter(name, to: value)
    }
  }

  private mutating func runQueries(of file: ScriptFiles.File) throws {
    for statement in file.script.statements {
      guard case .query(let query) = statement.kind else { continue }
      if let dialect = options.sql {
        let sql = try locating(file) { try $0.session.sql(query, dialect) }
        try screen.rows.write(Array((sql + "\n").utf8))
        continue
      }
      let outcome = try locating(file) { run in
        try RunningTime.shown(on: run.screen) { try run.session.runDeclared(statement, source: file.text) }
      }
      guard case .answer(let answer) = outcome else { continue }
      for warning in answer.warnings {
        screen.say("\(screen.language.text(warning, source: file.text, file: file.path))")
      }
      try write(answer)
      for line in AnswerNotes(answer, screen.language, showsTime: screen.isTerminal).lines { screen.say("\(line)") }
      try screen.check()
    }
  }

  private mutating func write(_ answer: Answer) throws {
    switch answer.request {
    case .chart(let kind):
      let chart = ChartWriter(kind == .bar ? .bar : .line, width: screen.width ?? 80)
      try chart.write(answer.table, to: screen.rows)
    case .export(let path, let cites, let excel):
      let export = try FileExport(path: options.scope.resolve(path), force: options.force)
      try write(answer, to: export, cites: cites || options.cites, excel: excel || options.excel)
    case nil:
      try writeResult(answer)
    }
  }

  /// A result that the script sends nowhere: `denials.csv`, `denials-2.csv` in the folder, or the screen.
  private mutating func writeResult(_ answer: Answer) throws {
    guard let out = options.out else {
      let format = options.format ?? .table
      var table = cited(answer, options.cites)
      if format == .table { table.nameColumns(in: screen.language) }
      let formulas = try format.write(
        table, to: screen.rows, style: style, excel: options.excel)
      if let warning = FileExport.warning(formulas, screen.language) { screen.say(warning) }
      return
    }
    results += 1
    let format = options.format ?? .csv
    let ending = format == .table ? "txt" : format.rawValue
    let name = results == 1 ? "\(baseName).\(ending)" : "\(baseName)-\(results).\(ending)"
    let path = try WriteScope.below(out).resolve(name)
    let export = FileExport(path: path, format: format, force: options.force)
    try write(answer, to: export, cites: options.cites, excel: options.excel)
  }

  private func write(_ answer: Answer, to export: FileExport, cites: Bool, excel: Bool) throws {
    let formulas = try export.write(cited(answer, cites), excel: excel)
    screen.sayWritten(answer.table.rows.count, to: export.path)
    if let warning = FileExport.warning(formulas, screen.language) { screen.say(warning) }
  }

  private func cited(_ answer: Answer, _ cites: Bool) -> ResultTable {
    cites ? Citations(session.store).adding(to: answer) : answer.table
  }

  /// Runs `body`; what it says is wrong gets the name of the file.
  private mutating func locating<T>(_ file: ScriptFiles.File, _ body: (inout Self) throws -> T) throws -> T {
    try WrongText.pointing(at: file.text, file: file.path) { try body(&self) }
  }

  private static func baseName(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
