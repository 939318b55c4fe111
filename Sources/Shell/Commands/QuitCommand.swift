enum QuitCommand: DotCommand {
  static let name = ".quit"
  static let summary = "end the shell, as Ctrl-D does"

  static func run(_ arguments: CommandArguments, in shell: Shell) throws { shell.isDone = true }
}
