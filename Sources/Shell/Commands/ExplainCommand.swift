import Output
import QueryEngine
import QueryLanguage

enum ExplainCommand: DotCommand {
  static let name = ".explain"
  static let arguments = "QUERY"
  static let summary = "show how a query would be answered, without running it"
  static let completes = ArgumentKind.query

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    let text = arguments.line
    try WrongText.pointing(at: text) {
      let statements = try Parser(text).parse().statements
      guard statements.count == 1, case .query(let query) = statements[0].kind else { throw misuse }
      for line in try shell.session.explain(query, source: text) { shell.screen.show(SafeText.shown(line)) }
    }
  }
}
