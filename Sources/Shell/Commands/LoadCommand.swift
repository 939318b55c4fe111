import Articles
import QueryLanguage

enum LoadCommand: DotCommand {
  static let name = ".load"
  static let arguments = "PATH…"
  static let summary = "load more articles, or facts that isnad extract wrote"
  static let details: [Message] = [
    "A PATH is a file or a folder. An article that is there already, by title and text, is counted as a copy.",
    "Inputs that can't be read are skipped and listed by .problems.",
  ]
  static let completes = ArgumentKind.path

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    guard !arguments.words.isEmpty else { throw misuse }
    let paths = arguments.words.map(shell.expandingHome)
    try shell.load(ArticleReader(named: paths, acceptsFacts: true), size: shell.screen.sizeToLoad(paths))
  }
}
