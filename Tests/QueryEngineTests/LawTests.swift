import Facts
import QueryEngine
import QueryLanguage
import Testing

/// Two ways to ask the same thing give the same answer.
@Suite struct LawTests {
  @Test func orderOfClausesChangesNoRow() throws {
    for random in RandomCase.all() where !random.generator.isCounted {
      var generator = random.generator
      let shuffled = generator.clauses.shuffled(using: &generator.random).joined(separator: ", ")
      let store = random.store
      let one = try Self.rowsWithFacts(run(random.prelude + random.pattern, on: store))
      let other = try Self.rowsWithFacts(run(random.prelude + shuffled, on: store))
      #expect(one.sorted() == other.sorted(), "\(random.note(random.pattern))\nand \(shuffled)")
    }
  }

  @Test func conditionAndItsOppositeAndUnknownAreAll() throws {
    for random in RandomCase.all() where !random.generator.isCounted {
      var generator = random.generator
      let condition = generator.condition()
      guard try Self.isAccepted(generator.prelude + random.pattern + " | where \(condition)") else { continue }
      let store = random.store
      func counts(_ stage: String) throws -> (rows: Int, fallen: Int) {
        let answer = try run(generator.prelude + random.pattern + stage, on: store)
        return (answer.footer.rows, answer.footer.fallen.reduce(0) { $0 + $1.count })
      }
      let (all, yes, no) = try (counts(""), counts(" | where \(condition)"), counts(" | where not (\(condition))"))
      let note = random.note("\(random.pattern) | where \(condition)")
      #expect(yes.fallen == no.fallen, note)
      #expect(yes.rows + no.rows + yes.fallen - all.fallen == all.rows, note)
    }
  }

  @Test func branchesAreTheirUnion() throws {
    for random in RandomCase.all() {
      var generator = random.generator
      let branches = generator.branches()
      // A branch can't see what `optional` finds.
      guard try Self.isAccepted("\(generator.prelude)\(random.pattern), (\(branches.joined(separator: " or ")))") else {
        continue
      }
      let store = random.store
      func rows(_ clause: String) throws -> Set<String> {
        Set(try Self.rowsWithFacts(run("\(generator.prelude)\(random.pattern), \(clause)", on: store)))
      }
      let whole = try rows("(\(branches.joined(separator: " or ")))")
      var union: Set<String> = []
      for branch in branches { union.formUnion(try rows(branch)) }
      #expect(whole == union, "\(random.note(random.pattern)) with \(branches)")
    }
  }

  @Test func rulesAreTheirBodies() throws {
    for random in RandomCase.all() where !random.generator.isCounted {
      let store = random.store
      let inlined = try run(random.prelude + random.pattern + " | distinct", on: store)
      let names = inlined.table.columns.map(\.name).joined(separator: ", ")
      let script = "\(random.prelude)rule inner(\(names)) := \(random.pattern)\n"
      let called = try run("\(script)inner(\(names))", on: store)
      let note = random.note("\(random.pattern) as inner(\(names))")
      #expect(NamedRows(called).bag == NamedRows(inlined).bag, note)
      let joined = "quote(id: q8, venue: e1)"
      let (a, b) = try (
        run("\(script)\(joined), inner(\(names))", on: store),
        run("\(random.prelude)\(joined), \(random.pattern)", on: store)
      )
      if !random.hasOptional { #expect(NamedRows(a).set == NamedRows(b).set, note) }
    }
  }

  @Test func loadingOrderAndCopiesChangeNothing() throws {
    for random in RandomCase.all(3) {
      let once = try run(random.text, on: random.store)
      for facts in [random.facts.reversed(), random.facts + random.facts] {
        let again = try run(random.text, on: RandomStore.store(facts))
        #expect(again.table.rows == once.table.rows, random.note(random.text))
        #expect(again.facts == once.facts, random.note(random.text))
      }
    }
  }

  /// A `limit` that stops early gives the rows that looking at everything gives.
  @Test func limitTakesTheFirstRows() throws {
    for random in RandomCase.all() where !random.generator.isCounted {
      let store = random.store
      let all = try run(random.prelude + random.pattern, on: store)
      for (limit, stretch) in [(1, 1), (2, 1), (5, 2)] {
        let first = try run(random.prelude + random.pattern + " | limit \(limit)", on: store, firstStretch: stretch)
        #expect(first.table.rows == Array(all.table.rows.prefix(limit)), random.note(random.pattern))
        #expect(first.facts == Array(all.facts.prefix(limit)), random.note(random.pattern))
      }
    }
  }

  /// The canonical form of a script is its own canonical form and has the same answer.
  @Test func formattingChangesNoAnswer() throws {
    for random in RandomCase.all() {
      let formatted = try Formatter.format(random.text)
      #expect(try Formatter.format(formatted) == formatted, random.note(random.text))
      let store = random.store
      #expect(
        try run(formatted, on: store).table.rows == run(random.text, on: store).table.rows, random.note(random.text))
    }
  }

  // MARK: -

  private static func rowsWithFacts(_ answer: Answer) -> [String] {
    zip(NamedRows(answer).rows, answer.facts).map { "\($0) \($1.map { "\($0.relation):\($0.row)" })" }
  }

  private static func isAccepted(_ query: String) throws -> Bool {
    let session = Session(store: SmallStore.store, today: Period("2024-02-01")!)
    return try session.check(Parser(query).parse()).allSatisfy { $0.severity == .warning }
  }
}
