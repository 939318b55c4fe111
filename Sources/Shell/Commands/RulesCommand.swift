import Output

enum RulesCommand: DotCommand {
  static let name = ".rules"
  static let arguments = "[NAME]"
  static let summary = "show the rules that were entered"

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    let name = try arguments.single(or: misuse)
    let rules = shell.session.rules.map(\.name.text).filter { name == nil || $0 == name }
    guard !rules.isEmpty else {
      return shell.screen.say(name.map { "no rule \($0)" } ?? "no rules")
    }
    for rule in rules { shell.screen.show(SafeText.shownLines(shell.ruleTexts[rule] ?? rule)) }
  }
}
