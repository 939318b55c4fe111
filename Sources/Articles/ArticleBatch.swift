/// Articles in the order in which they were read, with what was wrong between them.
package struct ArticleBatch: Sendable {
  package var articles: [Article] = []
  package var problems: [ArticleProblem] = []
  /// Lines that `isnad extract` wrote, for a reader that accepts facts.
  package var facts: [FactLines] = []

  /// The bytes of all inputs that had been read when the batch was full, packed as they are in files.
  package var position = 0

  /// The bytes of text in the batch.
  package private(set) var size = 0

  // Large enough to hide the cost of handing a batch over, small enough to keep several threads busy on a few files.
  private static let fullSize = 1 << 18
  private static let fullCount = 256

  package init() {}

  var isEmpty: Bool { articles.isEmpty && problems.isEmpty && facts.isEmpty }
  var isFull: Bool {
    size >= Self.fullSize || articles.count + problems.count >= Self.fullCount
  }

  mutating func append(_ article: Article) {
    articles.append(article)
    size += article.text.utf8.count
  }

  mutating func append(_ lines: FactLines) {
    facts.append(lines)
    size += lines.bytes.count
  }
}

/// Whole lines of a file of extracted facts. The chunks of one file follow each other in order.
package struct FactLines: Sendable {
  package let path: String
  /// The number of the first line in the file, from 1.
  package let firstLine: Int
  package let bytes: [UInt8]
}
