import QueryLanguage

enum LanguageCommand: DotCommand {
  static let name = ".lang"
  static let arguments = "[en|ar]"
  static let summary = "set or show the language of help and messages"
  static let details: [Message] = [
    "ISNAD_LANG sets it for all sessions. Queries may be written in both languages at any time."
  ]
  static let completes = ArgumentKind.choice(Interface.allCases.map(\.rawValue))

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    guard let word = try arguments.single(or: misuse) else { return shell.screen.show(shell.screen.language.rawValue) }
    guard let language = Interface(rawValue: word) else { throw misuse }
    shell.screen.language = language
  }
}
