/// One file (or standard input) that is being read.
final class Input {
  let path: String
  var window: ByteWindow
  /// The number of bytes that an article may have.
  let limit: Int

  init(path: String, window: ByteWindow, limit: Int) {
    self.path = path
    self.window = window
    self.limit = limit
  }

  func problem(
    _ what: String, line: Int? = nil, cost: ArticleProblem.Cost = .skipped, wayOut: String? = nil
  ) -> ArticleProblem {
    ArticleProblem(path: path, line: line, cost: cost, what: what, wayOut: wayOut)
  }

  /// What is said of an article that has too many bytes.
  func tooLong(line: Int? = nil) -> ArticleProblem {
    problem("an article of more than \(limit >> 20) MiB", line: line, wayOut: "split it")
  }

  /// Makes the article of `fields` and adds it, or what is wrong with it, to `batch`. `position` tells it from the
  /// others of its file when it has no id of its own.
  func add(_ fields: ArticleFields, position: Int?, line: Int? = nil, to batch: inout ArticleBatch) {
    guard let text = fields[.text], text.utf8.contains(where: { $0 > 0x20 }) else {
      // A whole file has no fields that could be named wrongly.
      let names = ArticleField.names(of: .text).joined(separator: ", ")
      let wayOut = position.map { _ in "the text is in one of \(names)" }
      return batch.problems.append(problem("an article without text", line: line, wayOut: wayOut))
    }
    let printed = fields[.published]
    let published = printed.flatMap(PublicationDate.iso)
    if let printed, published == nil {
      let what = "the date \"\(printed.prefix(40))\" isn't understood"
      let problem = problem(what, line: line, cost: .altered, wayOut: "dates are 2024-01-28 or --published")
      batch.problems.append(problem)
    }
    if fields.isRepaired {
      let what = "bytes that are no UTF-8 were replaced by U+FFFD"
      batch.problems.append(problem(what, line: line, cost: .altered, wayOut: "convert the input to UTF-8"))
    }
    batch.append(
      Article(
        id: fields[.id] ?? position.map { "\(path):\($0)" } ?? path, title: fields[.title], outlet: fields[.outlet],
        author: fields[.author], published: published, lang: fields[.lang] ?? "ar", url: fields[.url], path: path,
        text: text))
  }
}
