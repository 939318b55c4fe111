import QueryLanguage

enum MaxWidthCommand: DotCommand {
  static let name = ".maxwidth"
  static let arguments = "[N|all]"
  static let summary = "set or show how many columns a cell may take"
  static let details: [Message] = ["With all, cells are cut only where the terminal is too narrow."]
  static let completes = ArgumentKind.choice(["all"])

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    guard let word = try arguments.single(or: misuse) else {
      return shell.screen.show(shell.settings.maxWidth.map(String.init) ?? "all")
    }
    shell.settings.maxWidth = try MaxRowsCommand.limit(word, or: misuse)
  }
}
