import Facts
import FoundationEssentials
import QueryEngine
import QueryLanguage
import Testing

/// A random query with the facts of a random store. `ISNAD_SEED` repeats a case, `ISNAD_RANDOM_QUERIES` says how many.
struct RandomCase {
  let seed: UInt64
  var generator: QueryGenerator
  let facts: [[Fact]]
  /// The query with the rules it needs.
  let text: String

  private static let environment = ProcessInfo.processInfo.environment
  static let count = environment["ISNAD_RANDOM_QUERIES"].flatMap { Int($0) } ?? 50
  private static let firstSeed =
    // The same cases each time unless told, so that a failure belongs to the change that it comes with.
    environment["ISNAD_SEED"].flatMap { UInt64($0) } ?? 1

  init(seed: UInt64) {
    self.seed = seed
    generator = QueryGenerator(seed: seed)
    facts = RandomStore.facts(&generator.random)
    text = generator.query()
  }

  static func all(_ share: Int = 1) -> some Sequence<RandomCase> {
    (0..<max(1, count / share)).lazy.map { RandomCase(seed: firstSeed &+ UInt64($0)) }
  }

  var store: FactStore { RandomStore.store(facts) }
  /// The query without its stages.
  var pattern: String { generator.clauses.joined(separator: ", ") }
  /// The rules and parameters that the query needs.
  var prelude: String { generator.prelude }

  func note(_ query: String) -> Comment { "ISNAD_SEED=\(seed) ISNAD_RANDOM_QUERIES=1: \(query)" }

  /// Clauses that hold where something is absent; what they need can't be named by provenance.
  var hasNot: Bool {
    generator.clauses.contains { clause in
      clause.hasPrefix("not ") || [", not ", "silent(", "apart(", "busy("].contains { clause.contains($0) }
    }
  }
  /// A `not` inside `not` or `optional`: what it finds keeps a row and can't be named either.
  var nestsNot: Bool {
    generator.clauses.contains { clause in
      guard let opening = ["not ", "optional "].compactMap({ clause.firstRange(of: $0)?.upperBound }).min() else {
        return false
      }
      let inside = clause[opening...]
      return inside.hasPrefix("not ")
        || ["(not ", ", not ", " or not ", "silent(", "apart(", "busy("].contains { inside.contains($0) }
    }
  }
  var hasExists: Bool { generator.clauses.contains { $0.hasPrefix("exists ") || $0.contains(", exists ") } }
  var hasOptional: Bool { generator.clauses.contains { $0.hasPrefix("optional ") } }
}

/// Rows as text, each with its cells in the order of the columns' names, so that queries that name their variables in
/// another order can be compared.
struct NamedRows {
  let rows: [String]

  init(_ answer: Answer) {
    let order = answer.table.columns.indices.sorted { answer.table.columns[$0].name < answer.table.columns[$1].name }
    rows = answer.table.rows.map { row in
      order.map { "\(answer.table.columns[$0].name)=\(row[$0].isMissing ? "-" : row[$0].description)" }
        .joined(separator: " ")
    }
  }

  var bag: [String] { rows.sorted() }
  var set: Set<String> { Set(rows) }
}
