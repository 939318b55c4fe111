import Output

enum ModeCommand: DotCommand {
  static let name = ".mode"
  static let arguments = "[FORMAT]"
  static let summary = "set or show the format of results"
  static let details = OutputFormat.allCases.map { "\($0.rawValue): \($0.doc)" }.joined(separator: "\n")
  static let completes = ArgumentKind.choice(OutputFormat.allCases.map(\.rawValue))

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    guard let word = try arguments.single(or: misuse) else {
      return shell.screen.show(shell.settings.format.rawValue)
    }
    guard let format = OutputFormat(rawValue: word) else {
      let known = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ShellError("no format \(word); there are: \(known)")
    }
    shell.settings.format = format
  }
}
