import QueryEngine
import QueryLanguage

enum WhyCommand: DotCommand {
  static let name = ".why"
  static let arguments = "[ROW]"
  static let summary = "show what a row of the last result stands on"
  static let details: [Message] = [
    "Rules and facts, each with its article, its sentence with the place marked, and its sources."
  ]

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    let row = try shell.row(arguments, or: misuse)
    guard let explanation = shell.session.why(row: row) else { throw shell.noRow(row) }
    for line in ExplanationText(explanation, shell.screen.language).lines { shell.screen.show(line, indent: 2) }
  }
}

extension Shell {
  /// The row that a command names, counted from 1; the first when it names none.
  func row(_ arguments: CommandArguments, or misuse: ShellError) throws -> Int {
    guard session.lastAnswer != nil else { throw ShellError("there is no result yet") }
    guard let word = try arguments.single(or: misuse) else { return 0 }
    guard let number = Int(word), number > 0 else { throw misuse }
    return number - 1
  }

  func noRow(_ row: Int) -> ShellError {
    let rows = screen.language.counted(session.lastAnswer?.table.rows.count ?? 0, "row")
    return ShellError("no row \(row + 1); the last result has \(rows)")
  }
}
