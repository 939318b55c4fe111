import Facts
import QueryEngine
import QueryLanguage
import Testing

/// The engine against the reference evaluator, on random queries over random stores.
///
/// Long runs of these comparisons and of the laws (100,000 queries of the first generator, 100,000 of this one) found a
/// claim of another kind followed into a row that isn't there (a crash; `AnswerTests` has it) and, in SQL, rows of the
/// same facts in any order and an `optional` of two relations that SQLite refused (`SQLTests` has both).
@Suite struct ReferenceTests {
  @Test func agreesWithTheReference() throws {
    for random in RandomCase.all() {
      let (store, text) = (random.store, random.text)
      let note = random.note(String(text.split(separator: "\n").last!))
      let script = try Parser(text).parse()
      let expected = Self.expected(script, store)
      do {
        let answer = try run(text, on: store)
        let rows = answer.table.rows.map { $0.map { $0.isMissing ? "-" : $0.description } }
        let isOrdered = !random.generator.usesRules
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
