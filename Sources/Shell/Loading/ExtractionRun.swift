import Articles
import Extraction
import Facts
import Output
import QueryEngine

/// Articles in, facts out: a stream in bounded memory whose bytes don't depend on the number of threads.
package struct ExtractionRun {
  private let reader: ArticleReader
  private let published: Period?
  private let threads: Int

  package init(_ reader: ArticleReader, published: Period?, threads: Int) {
    self.reader = reader
    self.published = published
    self.threads = threads
  }

  /// Writes one JSON object a line to `sink`.
  package func writeJSONLines(to sink: some ByteSink, problem: @escaping (ArticleProblem) -> Void) throws {
    let writer = FactWriter()
    try run(problem: problem) { facts in
      var bytes = Bytes()
      bytes.reserveCapacity(facts.count * FactWriter.usualLength)
      writer.append(facts, to: &bytes)
      return bytes
    } deliver: { bytes in
      if !bytes.isEmpty { try sink.write(bytes) }
    }
  }

  /// Writes one CSV file a relation into `folder`; all appear when everything has been read, or none.
  package func writeTables(
    to folder: String, force: Bool, problem: @escaping (ArticleProblem) -> Void
  ) throws {
    let files = try Schema.relations.map { try CheckedFile("\(folder)/\($0.name).csv", force: force) }
    var headers = FactTables()
    headers.appendHeaders()
    for (file, bytes) in zip(files, headers.tables) { try file.write(bytes) }
    try run(problem: problem) { facts in
      var tables = FactTables()
      tables.append(facts)
      return tables
    } deliver: { tables in
      for (file, bytes) in zip(files, tables.tables) where !bytes.isEmpty { try file.write(bytes) }
    }
    for file in files { try file.commit() }
  }

  /// Extracts batch after batch; `form` runs on the worker's thread, `deliver` in the order of the articles.
  private func run<Form: Sendable>(
    problem: @escaping (ArticleProblem) -> Void, form: @escaping @Sendable ([Fact]) -> Form,
    deliver: @escaping (Form) throws -> Void
  ) throws {
    try OrderedWork<ArticleBatch, (problems: [ArticleProblem], form: Form)>.run(
      threads: threads,
      next: {
        if Interrupts.cancellation.isCancelled { throw QueryFailure.cancelled }
        return try reader.next()
      }
    ) { [published] in
      let extractor = Extractor(published: published)
      return { batch in
        var facts: [Fact] = []
        for article in batch.articles { facts += extractor.facts(of: article) }
        return (batch.problems, form(facts))
      }
    } deliver: { result in
      result.problems.forEach(problem)
      try deliver(result.form)
    }
  }
}
