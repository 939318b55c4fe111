import Output

enum HistoryCommand: DotCommand {
  static let name = ".history"
  static let arguments = "[N]"
  static let summary = "list the last statements, 20 unless told"

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    let count = try arguments.single(or: misuse).map { word in
      guard let count = Int(word), count > 0 else { throw misuse }
      return count
    }
    for statement in shell.reader.history(last: count ?? 20) {
      shell.screen.show(SafeText.shownLines(statement))
    }
  }
}
