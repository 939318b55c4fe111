import Articles
import Extraction
import Facts
import QueryEngine
import QueryLanguage

/// The articles that were loaded, and what was wrong with some.
package final class Corpus {
  private var builder = FactStoreBuilder()
  /// Inputs that were skipped, whole or in part, in the order in which they were met.
  package private(set) var problems: [String] = []
  /// Articles that were left out because they are there already.
  private var copies = 0

  package init() {}

  /// Reads and extracts what `reader` gives, and says on the screen how much that was. When it throws, or is stopped,
  /// nothing has been added.
  /// `size` is that of the inputs, where it is known.
  package func load(
    _ reader: ArticleReader, size: Int? = nil, published: Period?, threads: Int, screen: Screen
  ) throws -> FactStore {
    let progress = LoadProgress(screen, size: size)
    defer { progress.finish() }
    let loaded = Loaded(builder: builder)
    reader.isStopped = { Interrupts.cancellation.isCancelled }
    try OrderedWork<ArticleBatch, Extracted>.run(
      threads: threads,
      next: {
        if Interrupts.cancellation.isCancelled { throw QueryFailure.cancelled }
        return try reader.next()
      },
      worker: {
        let extractor = Extractor(lexicon: .shared, published: published)
        return { Extracted($0, extractor) }
      },
      deliver: { extracted in
        loaded.add(extracted)
        progress.advance(articles: extracted.articles.count, bytes: extracted.bytes, to: extracted.position)
      })
    loaded.finishFacts()
    progress.finish()
    return take(loaded, screen)
  }

  /// Adds the facts of articles, without a word.
  func add(_ articles: [[Fact]]) -> FactStore {
    for facts in articles { builder.add(facts) }
    return builder.build()
  }

  private func take(_ loaded: Loaded, _ screen: Screen) -> FactStore {
    let copiesBefore = copies
    builder = loaded.builder
    problems += loaded.problems
    let store = builder.build()
    copies = store.copies
    let language = screen.language
    var parts: [Message] = ["\(language.counted(loaded.articles, "article")) loaded"]
    if copies > copiesBefore {
      parts.append("\(language.counted(copies - copiesBefore, "copy", "copies")) left out")
    }
    if !loaded.problems.isEmpty {
      parts.append("\(language.counted(loaded.problems.count, "problem")), listed by .problems")
    }
    screen.say("\(parts.map(language.text).joined(separator: language.semicolon))")
    return store
  }

  /// A batch with the facts of its articles.
  private struct Extracted: Sendable {
    let articles: [[Fact]]
    /// Facts that were extracted before.
    let lines: [FactLines]
    let bytes: Int
    let position: Int
    let problems: [String]

    init(_ batch: ArticleBatch, _ extractor: Extractor) {
      articles = batch.articles.map { extractor.facts(of: $0) }
      lines = batch.facts
      bytes = batch.articles.reduce(0) { $0 + $1.text.utf8.count } + batch.facts.reduce(0) { $0 + $1.bytes.count }
      position = batch.position
      problems = batch.problems.map { "\($0)" }
    }
  }

  /// What a load has added, kept apart until it has succeeded.
  private final class Loaded {
    var builder: FactStoreBuilder
    var articles = 0
    var problems: [String] = []
    private var facts = FactFileLoader()

    init(builder: FactStoreBuilder) { self.builder = builder }

    func add(_ extracted: Extracted) {
      for facts in extracted.articles { builder.add(facts) }
      articles += extracted.articles.count
      problems += extracted.problems
      for lines in extracted.lines {
        for line in lines.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
          facts.read(line)
        }
      }
    }

    /// Adds the facts that were read from files, which needs all of them: a fact may stand before its article.
    func finishFacts() {
      guard !facts.facts.isEmpty else { return }
      let article = Schema.index(of: "article")!
      articles += facts.facts.count { $0.relation == article }
      builder.add(facts.facts)
      problems += facts.problems.map(\.message)
    }
  }
}
