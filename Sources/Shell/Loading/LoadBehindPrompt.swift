import Articles
import Extraction
import Facts

/// Articles whose facts are extracted on a thread of their own while the prompt waits for its first statement.
///
/// Nothing stops it, and nothing shows how far it has come: it is for a corpus that is small and known to be good.
final class LoadBehindPrompt: @unchecked Sendable {
  private let articles: [Article]
  private let published: Period?
  /// Touched by the thread until it has been joined.
  private var facts: [[Fact]]?
  private var thread: WorkerThread?

  init(_ articles: [Article], published: Period?) {
    self.articles = articles
    self.published = published
    thread = WorkerThread { [self] in extract() }
  }

  /// The facts, article by article; waits for them.
  func take() -> [[Fact]] {
    thread?.join()
    thread = nil
    // No thread could be had.
    if facts == nil { extract() }
    return facts ?? []
  }

  private func extract() {
    let extractor = Extractor(published: published)
    facts = articles.map { extractor.facts(of: $0) }
  }
}
