enum HelpCommand: DotCommand {
  static let name = ".help"
  static let arguments = "[COMMAND]"
  static let summary = "list the commands, or say more about one"
  static let completes = ArgumentKind.command

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    guard let name = try arguments.single(or: misuse) else {
      let width = DotCommands.all.map { $0.usage.count }.max()!
      for command in DotCommands.all {
        let gap = String(repeating: " ", count: width - command.usage.count + 2)
        shell.screen.show(command.usage + gap + command.summary)
      }
      return
    }
    let command = try DotCommands.find(name)
    shell.screen.show("\(command.usage)\n\(command.summary)")
    if !command.details.isEmpty { shell.screen.show(command.details) }
  }
}
