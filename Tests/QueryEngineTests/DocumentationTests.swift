import Facts
import Foundation
import QueryEngine
import QueryLanguage
import Testing

/// The examples of `docs/query-language.md`, run on the facts at its end.
///
/// An example is a query, `---` and what comes of it; one without `---` is only checked.
/// `ISNAD_RECORD=1 swift test --filter DocumentationTests` writes the answers anew, to be reviewed as a change of text.
@Suite struct DocumentationTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../docs/query-language.md").standardized

  @Test func examplesAnswerAsPrinted() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let store = try Self.store(text)
    var count = 0
    let printed = Self.mapFences("isnad", of: text) { fence in
      let examples = fence.components(separatedBy: "\n\n")
      count += examples.count
      return examples.map { Self.replayed($0, store) }.joined(separator: "\n\n")
    }
    #expect(count > 50)
    if ProcessInfo.processInfo.environment["ISNAD_RECORD"] != nil {
      try printed.write(to: Self.page, atomically: true, encoding: .utf8)
      return
    }
    let (now, then) = (printed.components(separatedBy: "\n"), text.components(separatedBy: "\n"))
    for (i, line) in then.enumerated() where i >= now.count || now[i] != line {
      Issue.record("line \(i + 1) is `\(line)`, comes as `\(i < now.count ? now[i] : "")`")
      return
    }
    #expect(now.count == then.count)
  }

  private static func store(_ page: String) throws -> FactStore {
    var facts = ""
    _ = mapFences("facts", of: page) { fence in
      facts = fence
      return fence
    }
    let loaded = FactFileLoader.load(Data(facts.utf8))
    #expect(loaded.problems.isEmpty)
    var builder = FactStoreBuilder()
    for article in loaded.articles { builder.add(article) }
    return builder.build()
  }

  /// Replaces the contents of the fences with one info string.
  private static func mapFences(_ info: String, of page: String, _ transform: (String) -> String) -> String {
    var result: [String] = []
    var fence: [String]?
    for line in page.components(separatedBy: "\n") {
      if let lines = fence {
        guard line == "```" else {
          fence!.append(line)
          continue
        }
        result += [transform(lines.joined(separator: "\n")), line]
        fence = nil
      } else {
        result.append(line)
        if line == "```" + info { fence = [] }
      }
    }
    return result.joined(separator: "\n")
  }

  private static func replayed(_ example: String, _ store: FactStore) -> String {
    let parts = example.components(separatedBy: "\n---")
    let query = parts[0]
    guard parts.count > 1 else {
      #expect((try? errors(query, on: store)) == [], "\(query)")
      return example
    }
    return query + "\n---\n" + answer(query, store)
  }

  private static func answer(_ query: String, _ store: FactStore) -> String {
    do {
      return printed(try run(query, on: store), query)
    } catch let error as Diagnostic {
      return error.rendered(source: query)
    } catch let error as Diagnostics {
      return error.all.map { $0.rendered(source: query) }.joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  private static func printed(_ answer: Answer, _ query: String) -> String {
    var lines = answer.warnings.map { $0.rendered(source: query) }
    let names = answer.table.columns.map(\.name)
    let rows = answer.table.rows.map { $0.map { $0.isMissing ? "-" : $0.description } }
    if rows.isEmpty { lines.append("no rows") } else { lines += ([names] + rows).map { $0.joined(separator: " | ") } }
    for fallen in answer.footer.fallen { lines.append("(\(fallen.count) fell: `\(fallen.condition)` is unknown)") }
    for removal in answer.emptiness?.removals ?? [] {
      lines.append("without `\(removal.condition)`: \(removal.rows) rows")
    }
    return lines.joined(separator: "\n")
  }
}
