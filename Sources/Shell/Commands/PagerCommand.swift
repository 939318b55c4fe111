import QueryLanguage

enum PagerCommand: DotCommand {
  static let name = ".pager"
  static let arguments = "[on|off|PROGRAM]"
  static let summary = "show tables that are longer than the screen in another program, with all their rows"
  static let details: [Message] = ["on takes the program that ISNAD_PAGER or PAGER names, or less."]
  static let completes = ArgumentKind.choice(["on", "off"])

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    switch arguments.line {
    case "": shell.screen.show(shell.settings.pager?.command ?? "off")
    case "off": shell.settings.pager = nil
    case "on":
      let named = ["ISNAD_PAGER", "PAGER"].compactMap(shell.environment).first { !$0.isEmpty }
      shell.settings.pager = Pager(command: named ?? Pager.less)
    default: shell.settings.pager = Pager(command: arguments.line)
    }
  }
}
