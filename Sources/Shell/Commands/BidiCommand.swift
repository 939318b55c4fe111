import Output
import QueryLanguage

enum BidiCommand: DotCommand {
  static let name = ".bidi"
  static let arguments = "[auto|on|off]"
  static let summary = "keep columns in place on terminals that reorder Arabic"
  static let details: [Message] = [
    "on puts every cell into a Unicode isolate; auto does so where the terminal is known to reorder."
  ]
  static let completes = ArgumentKind.choice(Bidi.allCases.map(\.rawValue))

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    guard let word = try arguments.single(or: misuse) else {
      return shell.screen.show(shell.settings.bidi.rawValue)
    }
    guard let bidi = Bidi(rawValue: word) else { throw misuse }
    shell.settings.bidi = bidi
  }
}
