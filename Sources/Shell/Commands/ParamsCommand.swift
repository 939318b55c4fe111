import Output

enum ParamsCommand: DotCommand {
  static let name = ".params"
  static let arguments = "[NAME VALUE]"
  static let summary = "show the parameters, or give one a value"

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    switch arguments.words.count {
    case 0:
      let parameters = shell.session.parameters
      if parameters.isEmpty { return shell.screen.say("no parameters; `param name: type = value` declares one") }
      for parameter in parameters {
        let value = shell.session.value(ofParameter: parameter.name.text)?.description ?? "\u{2205}"
        shell.screen.show(SafeText.shownLines("$\(parameter.name.text): \(parameter.type.rawValue) = \(value)"))
      }
    case 2:
      try WrongText.pointing(at: arguments.words[1]) {
        try shell.session.setParameter(arguments.words[0], to: arguments.words[1])
      }
    default:
      throw misuse
    }
  }
}
