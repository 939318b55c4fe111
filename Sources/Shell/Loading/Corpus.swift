import Articles
import Extraction
import Facts
import QueryEngine

/// The articles that were loaded, and what was wrong with some.
package final class Corpus {
  private var builder = FactStoreBuilder()
  /// Inputs that were skipped, whole or in part, in the order in which they were met.
  package private(set) var problems: [String] = []
  package private(set) var articles = 0

  package init() {}

  /// Everything loaded so far, each article once.
  package func store() -> FactStore { builder.build() }

  /// Reads and extracts what `reader` gives. When that throws, or is stopped, nothing has been added.
  func load(
    _ reader: ArticleReader, published: Period?, threads: Int, cancellation: Cancellation, progress: LoadProgress
  ) throws {
    let loaded = Loaded(builder: builder)
    try OrderedWork<ArticleBatch, Extracted>.run(
      threads: threads,
      next: {
        if cancellation.isCancelled { throw QueryFailure.cancelled }
        return try reader.next()
      },
      worker: {
        let extractor = Extractor(lexicon: .shared, published: published)
        return { batch in
          Extracted(
            facts: batch.articles.map { extractor.facts(of: $0) },
            bytes: batch.articles.reduce(0) { $0 + $1.text.utf8.count },
            problems: batch.problems.map { "\($0)" })
        }
      },
      deliver: { extracted in
        for facts in extracted.facts { loaded.builder.add(facts) }
        loaded.articles += extracted.facts.count
        loaded.problems += extracted.problems
        progress.advance(articles: extracted.facts.count, bytes: extracted.bytes)
      })
    builder = loaded.builder
    articles += loaded.articles
    problems += loaded.problems
  }

  private struct Extracted: Sendable {
    let facts: [[Fact]]
    let bytes: Int
    let problems: [String]
  }

  /// What a load has added, kept apart until it has succeeded.
  private final class Loaded {
    var builder: FactStoreBuilder
    var articles = 0
    var problems: [String] = []
    init(builder: FactStoreBuilder) { self.builder = builder }
  }
}
