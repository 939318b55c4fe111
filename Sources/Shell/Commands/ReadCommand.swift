import Output

enum ReadCommand: DotCommand {
  static let name = ".read"
  static let arguments = "SCRIPT"
  static let summary = "run the statements of a file as if they were typed"
  static let details = "What it declares stays; .run runs a script on its own."
  static let completes = ArgumentKind.path

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    guard arguments.words.count == 1 else { throw misuse }
    try shell.read(script: shell.expandingHome(arguments.words[0]))
  }
}

extension Shell {
  /// Runs the statements of a script, and of what it includes before it.
  func read(script path: String) throws {
    for file in try ScriptFiles(path).all {
      try run(statements: file.text, file: file.path)
    }
  }
}
