import Articles
import Extraction
import Facts
import QueryEngine
import QueryLanguage

/// What loading a store and asking it takes.
enum QueryTimes {
  private static let queries = [
    "figure(value, unit, measure) | count",
    "quote(speaker, act: \"deny\") | count",
    "quote(speaker: s) | group s: n = count() | sort -n | limit 10",
    "source(claim: c, position: 1, entity: a), source(claim: c, position: 2, entity: b)"
      + " | group a, b: n = count() | sort -n | limit 10",
    "quote(speaker: s), post(person: s, title) | distinct | count",
    "quote(text) | where text contains \"2024\" | count",
    "figure(measure, place, date, value) | conflicts value by measure, place, date | count",
  ]

  static func measure(_ articles: [Article]) throws {
    let clock = ContinuousClock()
    let extractor = Extractor()
    let facts = articles.map { extractor.facts(of: $0) }
    var store = FactStore.empty
    let loading = clock.measure {
      var builder = FactStoreBuilder()
      for facts in facts { builder.add(facts) }
      store = builder.build()
    }
    let count = store.tables.reduce(0) { $0 + $1.count }
    let rate = Double(count) / 1000 / (loading / .milliseconds(1))
    print("\n\(count) facts loaded in \(loading.milliseconds) ms, \(TextTable.rounded(rate)) M facts/s")

    var table = TextTable(["ms", "rows", "query"])
    for query in queries {
      let statement = try Parser(query).parse().statements[0]
      var rows = 0
      let times = try (0..<5).map { _ in
        var session = Session(store: store, today: Period("2024-01-01")!)
        return try clock.measure {
          if case .answer(let answer) = try session.run(statement, source: query) { rows = answer.table.rows.count }
        }
      }
      table.add([times.sorted()[2].milliseconds, String(rows), query])
    }
    table.print()
  }
}
