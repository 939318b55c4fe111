import FoundationEssentials

/// Something that was wrong with an input; the rest was read.
package struct ArticleProblem: Sendable, CustomStringConvertible {
  /// The file, and the line where it has lines.
  package let place: String
  package let message: String

  package var description: String { "\(place): \(message)" }
}

/// Articles in the order in which they were read, with what was skipped between them.
package struct ArticleBatch: Sendable {
  package var articles: [Article] = []
  package var problems: [ArticleProblem] = []
  package var facts: [FactLines] = []
}

/// Whole lines of a file of extracted facts.
package struct FactLines: Sendable {
  package let path: String
  package let firstLine: Int
  package let bytes: [UInt8]
}

/// Reads plain text and JSON Lines, batch after batch.
package final class ArticleReader {
  private var paths: ArraySlice<String>
  private var lines: ArraySlice<Data> = []
  private var path = ""
  private var lineNumber = 0
  private static let batchSize = 16

  package init(paths: [String], acceptsFacts: Bool = false) { self.paths = paths[...] }

  /// Reads JSON Lines.
  package init(bytes: [UInt8], name: String) {
    paths = []
    path = name
    lines = Data(bytes).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
  }

  /// The next batch; nil when everything has been read.
  package func next() throws -> ArticleBatch? {
    var batch = ArticleBatch()
    while batch.articles.count < Self.batchSize {
      if let line = lines.popFirst() {
        read(line, into: &batch)
      } else if let next = paths.popFirst() {
        try open(next, into: &batch)
      } else {
        break
      }
    }
    return batch.articles.isEmpty && batch.problems.isEmpty ? nil : batch
  }

  private func open(_ path: String, into batch: inout ArticleBatch) throws {
    let data = try Data(contentsOf: URL(filePath: path == "-" ? "/dev/stdin" : path))
    self.path = path
    lineNumber = 0
    if data.first == UInt8(ascii: "{") {
      lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
    } else if let text = String(data: data, encoding: .utf8) {
      batch.articles.append(Article(id: path, lang: "ar", path: path, text: text))
    } else {
      batch.problems.append(ArticleProblem(place: path, message: "not UTF-8"))
    }
  }

  private func read(_ line: Data, into batch: inout ArticleBatch) {
    lineNumber += 1
    if line.isEmpty { return }
    guard let object = try? JSONDecoder().decode(Line.self, from: line) else {
      batch.problems.append(ArticleProblem(place: "\(path):\(lineNumber)", message: "not an article"))
      return
    }
    batch.articles.append(
      Article(
        id: object.id ?? "\(path):\(lineNumber)", title: object.title, outlet: object.outlet, author: object.author,
        published: object.published, lang: object.lang ?? "ar", url: object.url, path: path, text: object.text))
  }

  private struct Line: Decodable {
    var id, title, outlet, author, published, lang, url: String?
    var text: String
  }
}
