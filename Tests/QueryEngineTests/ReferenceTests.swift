import Facts
import FoundationEssentials
import QueryEngine
import QueryLanguage
import Testing

/// The engine against the reference evaluator, on random queries over random stores.
@Suite struct ReferenceTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["ISNAD_RANDOM_QUERIES"].flatMap { Int($0) } ?? 300
  private static let seed = environment["ISNAD_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...1_000_000_000)

  @Test func agreesWithTheReference() throws {
    for i in 0..<Self.count {
      let seed = Self.seed &+ UInt64(i)
      var generator = QueryGenerator(seed: seed)
      let store = RandomStore.make(&generator.random)
      let text = generator.query()
      let note = Comment("ISNAD_SEED=\(seed) ISNAD_RANDOM_QUERIES=1: \(text.split(separator: "\n").last!)")
      let script = try Parser(text).parse()
      let expected = Self.expected(script, store)
      do {
        let answer = try run(text, on: store)
        let rows = answer.table.rows.map { $0.map { $0.isMissing ? "-" : $0.description } }
        let isOrdered = !generator.usesRules
        let same =
          isOrdered ? rows == expected : rows.map(\.description).sorted() == expected.map(\.description).sorted()
        #expect(same, "\(note)\nengine    \(rows.prefix(12))\nreference \(expected.prefix(12))")
      } catch {
        Issue.record(error, note)
      }
    }
  }

  private static func expected(_ script: Script, _ store: FactStore) -> [[String]] {
    let evaluator = ReferenceEvaluator(store, script)
    guard case .query(let query) = script.statements.last!.kind else { return [] }
    return evaluator.answer(query).rows.map { $0.map(evaluator.printed) }
  }
}
