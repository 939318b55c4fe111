import Output

enum RunCommand: DotCommand {
  static let name = ".run"
  static let arguments = "SCRIPT [NAME=VALUE…]"
  static let summary = "run a saved script on its own, with values for its parameters"
  static let details = "Its rules and parameters don't stay, those of the shell don't reach it. It may write no files."
  static let completes = ArgumentKind.path

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    guard let script = arguments.words.first else { throw misuse }
    var options = ScriptRun.Options()
    options.format = shell.settings.format
    for word in arguments.words.dropFirst() {
      guard let sign = word.firstIndex(of: "="), sign > word.startIndex else { throw misuse }
      options.parameters.append((String(word[..<sign]), String(word[word.index(after: sign)...])))
    }
    var run = ScriptRun(shell.freshSession, screen: shell.screen, style: shell.tableStyle, options: options)
    try run.run(shell.expandingHome(script))
  }
}
