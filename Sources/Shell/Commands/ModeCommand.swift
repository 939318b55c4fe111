import Output
import QueryLanguage

enum ModeCommand: DotCommand {
  static let name = ".mode"
  static let arguments = "[FORMAT]"
  static let summary = "set or show the format of results"
  static let details: [Message] = OutputFormat.allCases.map { "\($0.rawValue): \(Message(pattern: $0.doc))" }
  static let completes = ArgumentKind.choice(OutputFormat.allCases.map(\.rawValue))

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    guard let word = try arguments.single(or: misuse) else {
      return shell.screen.show(shell.settings.format.rawValue)
    }
    guard let format = OutputFormat(rawValue: word) else {
      throw ShellError.unknown("format", word, among: OutputFormat.allCases.map(\.rawValue))
    }
    shell.settings.format = format
  }
}
