import Articles
import CSampleArticles

/// The articles that are measured.
enum Corpus {
  /// Bytes of text that make a measurement steady.
  private static let enough = 4_000_000

  static func read(_ paths: [String]) throws -> [Article] {
    guard paths.isEmpty else { return try all(ArticleReader(paths: paths)) }
    var count = 0
    let bytes = isnad_sample_articles(&count)
    let sample = try all(
      ArticleReader(bytes: Array(UnsafeBufferPointer(start: bytes, count: count)), name: "sample"))
    let size = max(1, sample.reduce(0) { $0 + $1.text.utf8.count })
    return (0...enough / size).flatMap { round in
      sample.map { article in
        var copy = article
        copy.id += "-\(round)"
        // Copies would be loaded once.
        copy.title = "\(article.title ?? "") \(round)"
        return copy
      }
    }
  }

  private static func all(_ reader: ArticleReader) throws -> [Article] {
    var articles: [Article] = []
    while let batch = try reader.next() { articles += batch.articles }
    return articles
  }
}
