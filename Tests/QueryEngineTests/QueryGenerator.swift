/// Well-typed queries as text. A variable has its type from its first letters, so names never clash.
struct QueryGenerator {
  var random: SeededGenerator

  struct FieldShape {
    let name: String
    let type: String
    /// The variable's name when the field names it.
    var canPun = true
  }

  static let relations: [(name: String, fields: [FieldShape])] = [
    (
      "quote",
      [
        .init(name: "id", type: "q", canPun: false), .init(name: "article", type: "a"),
        .init(name: "speaker", type: "e"), .init(name: "venue", type: "e"), .init(name: "act", type: "act"),
        .init(name: "text", type: "t"), .init(name: "date", type: "d"),
      ]
    ),
    (
      "figure",
      [
        .init(name: "id", type: "f", canPun: false), .init(name: "article", type: "a"), .init(name: "value", type: "n"),
        .init(name: "unit", type: "t"), .init(name: "measure", type: "m"), .init(name: "place", type: "e"),
        .init(name: "date", type: "d"),
      ]
    ),
    (
      "post",
      [
        .init(name: "id", type: "p", canPun: false), .init(name: "article", type: "a"),
        .init(name: "person", type: "e"), .init(name: "org", type: "e"), .init(name: "title", type: "t"),
      ]
    ),
    (
      "source", [.init(name: "claim", type: "c"), .init(name: "position", type: "n"), .init(name: "entity", type: "e")]
    ),
    (
      "entity",
      [.init(name: "id", type: "e", canPun: false), .init(name: "name", type: "t"), .init(name: "kind", type: "k")]
    ),
    ("alias", [.init(name: "entity", type: "e"), .init(name: "text", type: "t")]),
    (
      "article",
      [
        .init(name: "id", type: "a", canPun: false), .init(name: "outlet", type: "t"),
        .init(name: "published", type: "d"),
      ]
    ),
  ]

  /// Chains, closures by one and by two uses of themselves, two that need each other, absence, aggregates.
  static let rules = """
    rule relays(x, y) := source(claim: c, position: p, entity: x), source(claim: c, position: p + 1, entity: y)
    rule reaches(x, y) := relays(x, y) or (relays(x, z), reaches(z, y))
    rule meets(x, y) := quote(speaker: x, venue: y) or post(person: x, org: y) or (meets(x, z), meets(z, y))
    rule odd(x, y) := relays(x, y) or (relays(x, z), even(z, y))
    rule even(x, y) := relays(x, z), odd(z, y)
    rule silent(x, w) := entity(id: x, kind: w), not quote(speaker: x)
    rule apart(x, y) := quote(speaker: x), figure(place: y), not meets(x, y)
    rule busy(x, n) := quote(speaker: x) | group x: n = count()

    """

  static let parameters = """
    param who: text = "ann"
    param many: number = 2
    param then: date = 2024-01

    """

  /// Variables with values so far, by type.
  var bound: [String: Set<String>] = [:]
  /// Variables that rows of the answer don't show.
  var hidden: [String: Set<String>] = [:]
  var localCount = 0
  var groupCount = 0
  var usesRules = false
  var usesParameters = false
  /// What the query is made of, for laws that put it together in another way.
  private(set) var clauses: [String] = []
  private(set) var tail = ""

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// What stands before the query: the rules and parameters that it uses.
  var prelude: String { (usesParameters ? Self.parameters : "") + (usesRules ? Self.rules : "") }

  mutating func query() -> String {
    clauses = [atom()]
    for _ in 0..<random.upTo(2) { clauses.append(clause()) }
    if random.chance(30) { clauses.shuffle(using: &random) }
    if random.chance(30) { clauses += optional() }
    let text = clauses.joined(separator: ", ")
    let ofPattern = bound
    tail = stages()
    bound = ofPattern
    return prelude + text + tail
  }

  /// Rows of the pattern show no variable.
  var isCounted: Bool { bound.values.allSatisfy(\.isEmpty) }

  /// A condition on the variables that rows of the pattern have.
  mutating func condition() -> String { test(bound) }

  /// The branches of an `or`.
  mutating func branches() -> [String] { eitherBranches() }

  // MARK: - Variables and constants

  /// All variables that a clause may use.
  var usable: [String: Set<String>] { bound.merging(hidden) { $0.union($1) } }

  mutating func variable(_ type: String) -> String {
    // A claim joins with the ids of one relation at most, which `c` alone never does wrong.
    let name = "\(type)\(1 + random.upTo(1))"
    if random.chance(8) {
      hidden[type, default: []].insert("_" + name)
      return "_" + name
    }
    bound[type, default: []].insert(name)
    return name
  }

  mutating func constant(_ type: String) -> String {
    if random.chance(8), let parameter = ["e": "$who", "n": "$many", "d": "$then"][type] {
      usesParameters = true
      return parameter
    }
    return switch type {
    case "e": "\"\(random.pick(["Ann", "bob", "Dee", "Cy Dee", "annie"]))\""
    case "act": "\"\(random.pick(["say", "deny"]))\""
    case "m": "\"\(random.pick(["killed", "wounded"]))\""
    case "k": "\"\(random.pick(["person", "place"]))\""
    case "t": "\"\(random.pick(["yes", "no", "Alpha", "man", "هدنه"]))\""
    case "d": random.pick(["2024-01-02", "2024-01", "2024", "2024-01-31"])
    case "n": random.pick(["0", "1", "2", "3", "-1", "1 + 1"])
    case "a": "\"\(random.pick(["x", "y"]))\""
    case "q", "f", "p": "\"x/\(type)\(random.upTo(2))\""
    default: fatalError("no constants of \(type)")
    }
  }
}
