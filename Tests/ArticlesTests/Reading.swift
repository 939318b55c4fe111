import FoundationEssentials
import Testing

@testable import Articles

/// Everything that a reader gives, in one piece.
struct Reading {
  var articles: [Article] = []
  var problems: [ArticleProblem] = []
  var facts: [FactLines] = []

  init(_ reader: ArticleReader) throws {
    while let batch = try reader.next() {
      articles += batch.articles
      problems += batch.problems
      facts += batch.facts
    }
  }

  init(_ text: String, name: String = "in") throws { try self.init(Array(text.utf8), name: name) }
  init(_ bytes: [UInt8], name: String = "in") throws { try self.init(ArticleReader(bytes: bytes, name: name)) }

  var texts: [String] { articles.map(\.text) }
  var messages: [String] { problems.map(\.description) }

  /// The only article, when nothing was wrong.
  func only(_ location: SourceLocation = #_sourceLocation) throws -> Article {
    #expect(problems.isEmpty, sourceLocation: location)
    return try #require(articles.count == 1 ? articles[0] : nil, sourceLocation: location)
  }
}

/// Gives its bytes a few at a time, as a slow pipe does.
final class SlowSource: ByteSource {
  private let bytes: [UInt8]
  private let step: Int
  private var position = 0

  init(_ bytes: [UInt8], step: Int) {
    self.bytes = bytes
    self.step = step
  }

  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(InputFault) -> Int {
    let count = min(count, step, bytes.count - position)
    for i in 0..<count { target[i] = bytes[position + i] }
    position += count
    return count
  }
}

/// A folder that lasts as long as one test.
final class Scratch {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
    path = folder.appending(path: "isnad-articles-\(UInt64.random(in: 0 ... .max))").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = "\(path)/\(name)"
    let folder = file[..<file.lastIndex(of: "/")!]
    try FileManager.default.createDirectory(atPath: String(folder), withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }
}
