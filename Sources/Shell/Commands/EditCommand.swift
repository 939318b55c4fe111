import Output
import QueryLanguage

enum EditCommand: DotCommand {
  static let name = ".edit"
  static let summary = "write the last statement anew in an editor, and run it"
  static let details: [Message] = [
    "The editor is what VISUAL or EDITOR names, or vi. When it fails, or leaves nothing or what was there, nothing runs."
  ]

  /// How far back a statement is looked for among commands.
  private static let furthest = 100

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    guard arguments.words.isEmpty else { throw misuse }
    guard shell.screen.isTerminal, shell.reader is LibeditLineReader else {
      throw ShellError("\(name) needs a terminal")
    }
    let last = shell.reader.history(last: furthest).last { !$0.hasPrefix(".") } ?? ""
    let editor = ["VISUAL", "EDITOR"].compactMap(shell.environment).first { !$0.isEmpty } ?? "vi"
    let draft = try Draft(last, folder: shell.environment("TMPDIR") ?? "/tmp")
    let text = try draft.edited(with: editor).trimmingBlanks()
    guard !text.isEmpty, text != last else {
      return shell.screen.say("nothing new; nothing runs")
    }
    shell.screen.show(SafeText.shownLines(text))
    try shell.reader.remember(text)
    try shell.run(statements: text)
  }
}
