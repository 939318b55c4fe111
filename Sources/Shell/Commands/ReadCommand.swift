import Output
import QueryLanguage

enum ReadCommand: DotCommand {
  static let name = ".read"
  static let arguments = "SCRIPT"
  static let summary = "run the statements of a file as if they were typed"
  static let details: [Message] = ["What it declares stays; .run runs a script on its own."]
  static let completes = ArgumentKind.path

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    guard arguments.words.count == 1 else { throw misuse }
    try shell.read(script: shell.expandingHome(arguments.words[0]))
  }
}

extension Shell {
  /// Runs the statements of a script, and of what it includes first.
  func read(script path: String) throws {
    for file in try ScriptFiles(path).all {
      let known = Set(session.rules.map(\.name.text))
      try WrongText.pointing(at: file.text, file: file.path) {
        try session.declare(file.script)
        for statement in file.script.statements {
          var outcome = try RunningTime.shown(on: screen) { try session.runDeclared(statement, source: file.text) }
          if case .rule(let name, _, let warnings) = outcome {
            outcome = .rule(name: name, replaced: known.contains(name), warnings: warnings)
          }
          try report(outcome, of: statement, source: file.text)
        }
      }
    }
  }
}
