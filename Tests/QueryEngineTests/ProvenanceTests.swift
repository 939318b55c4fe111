import Facts
import QueryEngine
import Testing

/// The facts that a row is said to stand on are those it stands on: without them the row goes, with them alone it
/// stays. Articles, entities and their names are the ground on which facts are told, so they always stay.
@Suite struct ProvenanceTests {
  @Test func rowsStayWithTheirFactsAlone() throws {
    var tried = 0
    for random in RandomCase.all(3)
    where !random.hasExists && !random.nestsNot && !random.text.contains("conflicts") {
      // With fewer facts more rows can pass a `not`, or find nothing in `optional`, and what is counted over them changes.
      let counts = ["group", "count", "limit", "distinct"].contains { random.generator.tail.contains($0) }
      if random.hasNot || random.hasOptional, counts { continue }
      let store = random.store
      let answer = try run(random.text, on: store)
      let rows = NamedRows(answer).rows
      for row in rows.indices.prefix(3) {
        let named = Set(answer.facts[row].map { Self.key($0, store) })
        let kept = try run(random.text, on: Self.store(random.facts, keeping: named))
        tried += 1
        #expect(
          NamedRows(kept).rows.contains(rows[row]),
          "\(random.note(random.text))\n\(rows[row]) stands on \(named.sorted()); with them: \(NamedRows(kept).rows)")
      }
    }
    #expect(tried > 0)
  }

  /// In a pattern of relations alone every fact of a row is needed, and no other.
  @Test func rowsGoWithEachOfTheirFacts() throws {
    var tried = 0
    for random in RandomCase.all(3)
    where !random.hasExists && !random.hasNot && !random.hasOptional && !random.generator.usesRules {
      let query = random.prelude + random.pattern + (random.generator.isCounted ? ", article(id: a9)" : "")
      let store = random.store
      let answer = try run(query, on: store)
      let rows = NamedRows(answer).rows
      let keys = answer.facts.map { Set($0.map { Self.key($0, store) }) }
      let removable = Set(keys.joined()).filter { Self.isRemovable($0) }.sorted()
      for key in removable.prefix(4) {
        let removed = Self.dependents(of: key, random.facts)
        let left = try run(query, on: Self.store(random.facts, without: removed))
        let expected = rows.indices.filter { keys[$0].isDisjoint(with: removed) }.map { rows[$0] }
        tried += 1
        #expect(
          NamedRows(left).bag == expected.sorted(),
          "\(random.note(query))\nwithout \(removed.sorted()): \(NamedRows(left).bag), not \(expected.sorted())")
      }
    }
    #expect(tried > 0)
  }

  /// A group, and a tuple of a rule, goes with all of its facts.
  @Test func groupsGoWithAllOfTheirFacts() throws {
    for random in RandomCase.all(3) where !random.hasExists && !random.hasNot && !random.hasOptional {
      // Of a recursive rule one derivation is kept, and others may be left.
      if ["reaches", "meets", "odd", "even"].contains(where: { random.pattern.contains($0) }) { continue }
      let query = random.prelude + "quote(id: q8, speaker: e8), " + random.pattern + " | group e8: n = count()"
      let store = random.store
      let answer = try run(query, on: store)
      for row in answer.table.rows.indices.prefix(2) {
        let named = Set(answer.facts[row].map { Self.key($0, store) }.filter { Self.isRemovable($0) })
        let left = try run(query, on: Self.store(random.facts, without: named))
        let keys = left.table.rows.map { $0[0] }
        #expect(!keys.contains(answer.table.rows[row][0]), random.note(query))
      }
    }
  }

  // MARK: - Facts by name

  /// The id of a fact; links of a chain have none and are told apart by their cue.
  private static func key(_ fact: FactReference, _ store: FactStore) -> String {
    let name = Schema.relations[fact.relation].name
    let id =
      name == "source"
      ? store.value("source", "cue", fact.row).description
      : store.id(relation: fact.relation, row: fact.row).description
    return "\(name) \(id)"
  }

  private static func key(_ fact: Fact) -> String {
    let name = Schema.relations[fact.relation].name
    return "\(name) \(fact[name == "source" ? "cue" : "id"])"
  }

  private static func isRemovable(_ key: String) -> Bool {
    !["article ", "entity ", "alias "].contains { key.hasPrefix($0) }
  }

  /// A fact and what can't be without it: the chain of a claim.
  private static func dependents(of key: String, _ facts: [[Fact]]) -> Set<String> {
    var all: Set = [key]
    for fact in facts.joined() where Schema.relations[fact.relation].name == "source" {
      if key.hasSuffix(" \(fact["claim"])") { all.insert(Self.key(fact)) }
    }
    return all
  }

  private static func store(_ facts: [[Fact]], without removed: Set<String>) -> FactStore {
    RandomStore.store(facts.map { $0.filter { !removed.contains(key($0)) } })
  }

  /// The named facts, the claims that named links belong to, articles and entities.
  private static func store(_ facts: [[Fact]], keeping named: Set<String>) -> FactStore {
    var claims: Set<String> = []
    for fact in facts.joined() where named.contains(key(fact)) { claims.insert(fact["claim"].description) }
    return RandomStore.store(
      facts.map { article in
        article.filter {
          !isRemovable(key($0)) || named.contains(key($0)) || claims.contains($0["id"].description)
        }
      })
  }
}
