import Output
import QueryLanguage

enum OutputCommand: DotCommand {
  static let name = ".output"
  static let arguments = "[FILE]"
  static let summary = "send all further results to a file; without FILE, to the screen again"
  static let details: [Message] = [
    "The file appears when .output ends it. Its ending names the format: .csv, .tsv, .jsonl, .md."
  ]
  static let completes = ArgumentKind.path

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    let path = try arguments.single(or: misuse)
    try shell.destination.close()
    guard let path = path.map(shell.expandingHome) else { return }
    let format = OutputFormat(endingOf: path) ?? shell.settings.format
    shell.destination = .file(try CheckedFile(path, force: false), format)
  }
}
