/// Reads articles from files, folders and standard input as a stream: batch after batch, in order, in bounded memory.
///
/// One bad article never stops a load. What couldn't be read stands among the problems of its batch.
package final class ArticleReader {
  /// An article may have this many bytes; a longer one is skipped.
  package static let articleLimit = 64 << 20

  private var files: InputFiles
  private var current: (input: Input, parser: any ArticleParser)?
  private let acceptsFacts: Bool
  /// Asked while a pipe has nothing to give: whether to wait no longer. The pipe then counts as unreadable.
  package var isStopped: @Sendable () -> Bool = { false }
  /// The open file, and the bytes of those before it.
  private var source: FileSource?
  private var finishedBytes = 0

  /// Reads `paths`: files, folders (with what is in them, in the order of their names), `-` for standard input.
  /// With `acceptsFacts`, files that `isnad extract` wrote come as `FactLines`; without it they are a problem.
  package init(paths: [String], acceptsFacts: Bool = false) {
    files = InputFiles(paths)
    self.acceptsFacts = acceptsFacts
  }

  /// Reads the bytes of one input that is called `name`.
  package convenience init(bytes: [UInt8], name: String) {
    self.init(source: MemorySource(bytes), name: name)
  }

  init(source: any ByteSource, name: String, acceptsFacts: Bool = false, limit: Int = articleLimit) {
    files = InputFiles([])
    self.acceptsFacts = acceptsFacts
    start(Input(path: name, window: ByteWindow(UnpackedSource(source)), limit: limit))
  }

  /// What is wrong with the first of `paths` that can't be opened; nil when all can. A path that someone has named is
  /// no bad article among good ones, but a mistake.
  package static func firstUnreadable(_ paths: [String]) -> ArticleProblem? {
    InputFiles.firstUnreadable(paths)
  }

  /// The bytes of all files behind `paths`; nil when that can't be known, or not quickly.
  package static func totalSize(of paths: [String]) -> Int? { InputFiles.totalSize(of: paths) }

  /// The next batch; nil when everything has been read.
  package func next() throws -> ArticleBatch? {
    var batch = ArticleBatch()
    while !batch.isFull {
      if let (input, parser) = current {
        if !parser.next(into: &batch) { finish(input, into: &batch) }
      } else if let file = files.next(problems: &batch.problems) {
        open(file, into: &batch)
      } else {
        break
      }
    }
    batch.position = finishedBytes + (source?.bytesRead ?? 0)
    return batch.isEmpty ? nil : batch
  }

  private func open(_ path: String, into batch: inout ArticleBatch) {
    do {
      let source =
        path == "-" ? FileSource(standardInputUntil: isStopped) : try FileSource(path, isStopped: isStopped)
      start(Input(path: path, window: ByteWindow(UnpackedSource(source)), limit: Self.articleLimit))
      self.source = source
    } catch {
      batch.problems.append(ArticleProblem(path: path, what: error.what, wayOut: error.wayOut))
    }
  }

  private func start(_ input: Input) {
    input.window = ByteOrder.utf8(input.window, limit: input.limit)
    let format = InputFormat.recognize(input.window, acceptsFacts: acceptsFacts)
    current = (input, format.parser(input))
  }

  /// Says why an input ended early: a truncated archive, a failing disk.
  private func finish(_ input: Input, into batch: inout ArticleBatch) {
    current = nil
    finishedBytes += source?.bytesRead ?? 0
    source = nil
    guard let fault = input.window.fault else { return }
    batch.problems.append(input.problem(fault.what, wayOut: fault.wayOut))
  }
}
