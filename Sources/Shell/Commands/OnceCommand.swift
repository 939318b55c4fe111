import Output
import QueryLanguage

enum OnceCommand: DotCommand {
  static let name = ".once"
  static let arguments = "FILE"
  static let summary = "send the next result to a file"
  static let details: [Message] = ["The ending names the format: .csv, .tsv, .jsonl, .md; else it is that of .mode."]
  static let completes = ArgumentKind.path

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    guard let path = try arguments.single(or: misuse).map(shell.expandingHome) else { throw misuse }
    try shell.destination.close()
    let format = OutputFormat(endingOf: path) ?? shell.settings.format
    shell.destination = .once(FileExport(path: path, format: format, force: false))
  }
}
