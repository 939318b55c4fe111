enum MaxRowsCommand: DotCommand {
  static let name = ".maxrows"
  static let arguments = "[N|all]"
  static let summary = "set or show how many rows of a table are printed"
  static let completes = ArgumentKind.choice(["all"])

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    guard let word = try arguments.single(or: misuse) else {
      return shell.screen.show(shell.settings.maxRows.map(String.init) ?? "all")
    }
    shell.settings.maxRows = try limit(word, or: misuse)
  }

  /// A positive number; nil for `all`, which 0 means too.
  static func limit(_ word: String, or misuse: ShellError) throws -> Int? {
    if word == "all" || word == "0" { return nil }
    guard let number = Int(word), number > 0 else { throw misuse }
    return number
  }
}
