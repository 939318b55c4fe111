import Articles
import Output
import QueryLanguage

extension Screen {
  /// The size of inputs, for a progress that somebody will see.
  package func sizeToLoad(_ paths: [String]) -> Int? { isTerminal ? ArticleReader.totalSize(of: paths) : nil }
}

extension ArticleReader {
  /// A reader of what someone has named; throws when one of the paths can't be opened.
  package convenience init(named paths: [String], acceptsFacts: Bool = false) throws {
    if let problem = ArticleReader.firstUnreadable(paths) {
      throw ShellError("cannot read \(SafeText.shown(problem.path)): \(Message(pattern: problem.what))")
    }
    self.init(paths: paths, acceptsFacts: acceptsFacts)
  }
}
