enum TimerCommand: DotCommand {
  static let name = ".timer"
  static let arguments = "[on|off]"
  static let summary = "say under each result how long it took"
  static let completes = ArgumentKind.choice(["on", "off"])

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    switch try arguments.single(or: misuse) {
    case "on": shell.settings.showsTime = true
    case "off": shell.settings.showsTime = false
    case nil: shell.screen.show(shell.settings.showsTime ? "on" : "off")
    default: throw misuse
    }
  }
}
