import Articles
import CSampleArticles
import Shell

/// The articles that a command works on.
enum CorpusReader {
  /// A reader of `paths`; without any, of the sample corpus, which is said.
  static func open(_ paths: [String], _ screen: Screen) throws -> ArticleReader {
    guard paths.isEmpty else { return try ArticleReader(named: paths, acceptsFacts: true) }
    screen.say("the built-in sample corpus:")
    var count = 0
    let bytes = isnad_sample_articles(&count)
    return ArticleReader(bytes: Array(UnsafeBufferPointer(start: bytes, count: count)), name: "sample")
  }
}
