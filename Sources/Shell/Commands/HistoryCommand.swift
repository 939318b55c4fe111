import Language
import Output
import QueryLanguage

enum HistoryCommand: DotCommand {
  static let name = ".history"
  static let arguments = "[N|TEXT]"
  static let summary = "list the last statements, 20 unless told, or those that contain a text"
  static let details: [Message] = ["Ctrl-R searches while typing. A statement with a blank in front is not kept."]

  private static let fewest = 20

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    let text = Folding.fold(arguments.line)
    let count = text.isEmpty ? fewest : Int(text) ?? Int.max
    guard count > 0 else { throw misuse }
    for statement in shell.reader.history(last: count)
    where count < Int.max || Folding.fold(statement).contains(text) {
      shell.screen.show(SafeText.shownLines(statement))
    }
  }
}
