import Articles
import Output

extension ArticleReader {
  /// A reader of what someone has named; throws when one of the paths can't be opened.
  package convenience init(named paths: [String], acceptsFacts: Bool = false) throws {
    if let problem = ArticleReader.firstUnreadable(paths) {
      throw ShellError("cannot read \(SafeText.shown("\(problem)"))")
    }
    self.init(paths: paths, acceptsFacts: acceptsFacts)
  }
}
