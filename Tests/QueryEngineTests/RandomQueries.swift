import Facts

/// A small generator with a seed, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
  mutating func pick<T>(_ list: [T]) -> T { list.randomElement(using: &self)! }
  mutating func upTo(_ n: Int) -> Int { Int.random(in: 0...n, using: &self) }
}

/// Stores of two articles and a handful of facts, with holes.
enum RandomStore {
  static let names = ["Ann", "Bob", "Cy Dee", "Dee"]

  static func store(_ articles: [[Fact]]) -> FactStore {
    var builder = FactStoreBuilder()
    for facts in articles { builder.add(facts) }
    return builder.build()
  }

  /// The facts of two articles.
  static func facts(_ random: inout SeededGenerator) -> [[Fact]] {
    ["x", "y"].map { facts($0, &random) }
  }

  private static func facts(_ article: String, _ random: inout SeededGenerator) -> [Fact] {
    func some(_ value: Value, _ random: inout SeededGenerator) -> Value { random.chance(80) ? value : .missing }
    func name(_ random: inout SeededGenerator) -> Value { some(.text(random.pick(names)), &random) }
    func date(_ random: inout SeededGenerator) -> Value {
      some(.date(Period(random.pick(["2024-01-01", "2024-01-02", "2024-01-03", "2024-01", "2024"]))!), &random)
    }
    func number(_ random: inout SeededGenerator) -> Value { some(.number(Double(random.upTo(4))), &random) }
    func word(_ list: [String], _ random: inout SeededGenerator) -> Value { some(.text(random.pick(list)), &random) }

    var facts = [
      Fact(
        "article",
        [
          "id": .text(article), "text": .text(article), "outlet": word(["Alpha", "Beta"], &random),
          "published": date(&random),
        ])
    ]
    for (i, name) in names.enumerated() {
      facts.append(
        Fact(
          "entity",
          [
            "id": .text("\(article)/e\(i)"), "name": .text(name), "kind": .text(i < 2 ? "person" : "place"),
            "article": .text(article),
          ]))
    }
    var claims: [String] = []
    for i in 0...random.upTo(4) {
      claims.append("\(article)/q\(i)")
      facts.append(
        Fact(
          "quote",
          [
            "id": .text(claims.last!), "article": .text(article), "speaker": name(&random), "venue": name(&random),
            "act": word(["say", "deny", "ask"], &random),
            "text": word(["yes", "no", "Yes", "no yes", "yesno"], &random),
            "date": date(&random),
          ]))
    }
    for i in 0...random.upTo(4) {
      claims.append("\(article)/f\(i)")
      facts.append(
        Fact(
          "figure",
          [
            "id": .text(claims.last!), "article": .text(article), "value": number(&random),
            "unit": word(["man", "km"], &random),
            "measure": word(["killed", "wounded"], &random), "place": name(&random), "date": date(&random),
          ]))
    }
    for i in 0...random.upTo(2) {
      claims.append("\(article)/p\(i)")
      facts.append(
        Fact(
          "post",
          [
            "id": .text(claims.last!), "article": .text(article), "person": name(&random), "org": name(&random),
            "title": word(["chief", "no"], &random),
          ]))
    }
    for i in 0...random.upTo(6) {
      // The cue tells the links apart, which have no id.
      facts.append(
        Fact(
          "source",
          [
            "claim": .text(random.pick(claims)), "position": number(&random), "entity": name(&random),
            "cue": .text("\(article)/s\(i)"),
          ]))
    }
    return facts
  }
}

/// Well-typed queries as text. A variable has its type from its first letters, so names never clash.
struct QueryGenerator {
  var random: SeededGenerator

  private struct FieldShape {
    let name: String
    let type: String
    /// The variable's name when the field names it.
    var canPun = true
  }

  private static let relations: [(String, [FieldShape])] = [
    (
      "quote",
      [
        .init(name: "id", type: "q", canPun: false), .init(name: "article", type: "a"),
        .init(name: "speaker", type: "e"),
        .init(name: "venue", type: "e"), .init(name: "act", type: "act"), .init(name: "text", type: "t"),
        .init(name: "date", type: "d"),
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
        .init(name: "person", type: "e"),
        .init(name: "org", type: "e"), .init(name: "title", type: "t"),
      ]
    ),
    (
      "source", [.init(name: "claim", type: "c"), .init(name: "position", type: "n"), .init(name: "entity", type: "e")]
    ),
    (
      "entity",
      [.init(name: "id", type: "e", canPun: false), .init(name: "name", type: "t"), .init(name: "kind", type: "k")]
    ),
    (
      "article",
      [
        .init(name: "id", type: "a", canPun: false), .init(name: "outlet", type: "t"),
        .init(name: "published", type: "d"),
      ]
    ),
  ]

  static let rules = """
    rule relays(x, y) := source(claim: c, position: p, entity: x), source(claim: c, position: p + 1, entity: y)
    rule reaches(x, y) := relays(x, y) or (relays(x, z), reaches(z, y))
    rule meets(x, y) := quote(speaker: x, venue: y) or post(person: x, org: y) or (meets(x, z), meets(z, y))
    rule silent(x, w) := entity(id: x, kind: w), not quote(speaker: x)

    """

  /// Variables with values so far, by type.
  private var bound: [String: Set<String>] = [:]
  private var optionalCount = 0
  private(set) var usesRules = false
  /// What the query is made of, for laws that put it together in another way.
  private(set) var clauses: [String] = []
  private(set) var tail = ""

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func query() -> String {
    bound = [:]
    optionalCount = 0
    usesRules = false
    clauses = [atom()]
    for _ in 0..<random.upTo(2) { clauses.append(clause()) }
    if random.chance(30) { clauses.shuffle(using: &random) }
    if random.chance(30) { clauses += optional() }
    let text = clauses.joined(separator: ", ")
    let ofPattern = bound
    tail = stages()
    bound = ofPattern
    return (usesRules ? Self.rules : "") + text + tail
  }

  /// Variables that rows of the pattern have.
  var isCounted: Bool { bound.values.allSatisfy(\.isEmpty) }

  /// A condition on the variables so far.
  mutating func condition() -> String { test(bound) }

  /// The branches of an `or`.
  mutating func branches() -> [String] { eitherBranches() }

  private mutating func clause() -> String {
    switch random.upTo(9) {
    case 0...3: atom()
    case 4: either()
    case 5, 6: "not \(inner())"
    case 7: "exists \(inner())"
    default: test(bound)
    }
  }

  // MARK: - Clauses

  private mutating func atom() -> String {
    if random.chance(10) {
      usesRules = true
      let rule = random.pick(["relays", "reaches", "meets"])
      return "\(rule)(\(variable("e")), \(random.chance(20) ? constant("e") : variable("e")))"
    }
    let (name, fields) = random.pick(Self.relations)
    var arguments: [String] = []
    for field in fields.shuffled(using: &random).prefix(1 + random.upTo(2)) {
      arguments.append(argument(field))
    }
    return "\(name)(\(arguments.joined(separator: ", ")))"
  }

  private mutating func argument(_ field: FieldShape) -> String {
    switch random.upTo(9) {
    case 0 where field.type != "c",
      1 where field.type != "c":
      return "\(field.name): \(constant(field.type))"
    case 2 where field.type == "n" && bound["n"]?.isEmpty == false:
      return "\(field.name): \(random.pick(bound["n"]!.sorted())) + \(random.upTo(2))"
    case 3 where field.canPun, 4 where field.canPun:
      bound[field.type, default: []].insert(field.name)
      return field.name
    case 5 where field.canPun && field.type != "c":
      bound[field.type, default: []].insert(field.name)
      return field.name + restriction(field.type)
    default: return "\(field.name): \(variable(field.type))"
    }
  }

  private mutating func variable(_ type: String) -> String {
    // A claim joins with the ids of one relation at most, which `c` alone never does wrong.
    let name = "\(type)\(1 + random.upTo(1))"
    bound[type, default: []].insert(name)
    return name
  }

  private mutating func constant(_ type: String) -> String {
    switch type {
    case "e": "\"\(random.pick(["Ann", "bob", "Dee", "Cy Dee"]))\""
    case "act": "\"\(random.pick(["say", "deny"]))\""
    case "m": "\"\(random.pick(["killed", "wounded"]))\""
    case "k": "\"\(random.pick(["person", "place"]))\""
    case "t": "\"\(random.pick(["yes", "no", "Alpha", "man"]))\""
    case "d": random.pick(["2024-01-02", "2024-01", "2024"])
    case "n": "\(random.upTo(3))"
    case "a": "\"\(random.pick(["x", "y"]))\""
    case "q", "f", "p": "\"x/\(type)\(random.upTo(2))\""
    default: fatalError("no constants of \(type)")
    }
  }

  /// The right side of a comparison, operator included.
  private mutating func restriction(_ type: String) -> String {
    if random.chance(15) { return random.chance(50) ? " is missing" : " is not missing" }
    switch type {
    case "n": return " \(random.pick(["<", "<=", ">", ">=", "=", "!="])) \(constant(type))"
    case "d":
      return random.chance(30)
        ? " \(random.pick(["in", "not in"])) 2024-01"
        : " \(random.pick(["<", "<=", ">", ">=", "=", "!="])) \(constant(type))"
    case "t" where random.chance(30):
      return random.pick([" contains \"E\"", " has \"yes\"", " has \"No Yes\"", " matches /^y/"])
    default:
      if random.chance(30) { return " \(random.pick(["in", "not in"])) (\(constant(type)), \(constant(type)))" }
      return " \(random.pick(["=", "!="])) \(constant(type))"
    }
  }

  private mutating func test(_ bound: [String: Set<String>]) -> String {
    let types = bound.keys.filter { $0 != "c" && !bound[$0]!.isEmpty }.sorted()
    guard let type = types.randomElement(using: &random) else { return "1 < 2" }
    let name = random.pick(bound[type]!.sorted())
    switch random.upTo(7) {
    case 0: return "not \(test(bound))"
    case 1: return "(\(test(bound)) or \(test(bound)))"
    case 2 where type == "e": return "\(name).kind = \"person\""
    case 3, 4:
      let other = random.pick(bound[type]!.sorted())
      let ordered = type == "n" || type == "d"
      return "\(name) \(random.pick(ordered ? ["<", ">=", "=", "!="] : ["=", "!="])) \(other)"
    default: return name + restriction(type)
    }
  }

  private mutating func either() -> String { "(\(eitherBranches().joined(separator: " or ")))" }

  private mutating func eitherBranches() -> [String] {
    let type = random.pick(["e", "e", "d", "t", "a"])
    let name = "\(type)\(1 + random.upTo(1))"
    func holders(_ random: inout SeededGenerator) -> String {
      let all = Self.relations.flatMap { relation in relation.1.filter { $0.type == type }.map { (relation.0, $0.name) }
      }
      let (relation, field) = random.pick(all)
      return "\(relation)(\(field): \(name))"
    }
    var branches: [String] = []
    for _ in 0...(1 + random.upTo(1)) {
      var branch = holders(&random)
      let saved = bound
      bound[type, default: []].insert(name)
      if random.chance(30) { branch = "(\(branch), \(test(bound)))" }
      bound = saved
      if random.chance(15) { branch = "(\(branch), not post(\(type == "e" ? "person: \(name)" : "title: \"no\"")))" }
      if random.chance(15) { branch = "(\(branch), \(holders(&random)))" }
      branches.append(branch)
    }
    bound[type, default: []].insert(name)
    return branches
  }

  /// What stands under `not` and `exists`: local variables have names of their own.
  private mutating func inner() -> String {
    let saved = bound
    defer { bound = saved }
    let first = localAtom()
    switch random.upTo(4) {
    case 0: return "(\(first), \(test(bound)))"
    case 1: return "(\(first), \(localAtom()))"
    case 2: return "(\(first) or \(localAtom()))"
    default: return first
    }
  }

  private mutating func localAtom() -> String {
    let (name, fields) = random.pick(Self.relations)
    var arguments: [String] = []
    for field in fields.shuffled(using: &random).prefix(1 + random.upTo(1)) {
      let known = bound[field.type]?.sorted() ?? []
      if field.type == "n", let number = known.first, random.chance(30) {
        arguments.append("\(field.name): \(number) + 1")
      } else if let shared = known.randomElement(using: &random), random.chance(60) {
        arguments.append("\(field.name): \(shared)")
      } else if field.type != "c" {
        arguments.append("\(field.name): \(constant(field.type))")
      }
    }
    return "\(name)(\(arguments.joined(separator: ", ")))"
  }

  private mutating func optional() -> [String] {
    guard let entity = bound["e"]?.sorted().first else { return [] }
    let (relation, field, other, type) = random.pick([
      ("quote", "speaker", "date", "d"), ("post", "person", "title", "t"), ("figure", "place", "value", "n"),
    ])
    var clauses = ["optional \(relation)(\(field): \(entity), \(other): \(type)9)"]
    if random.chance(40) { clauses.append("\(type)9" + restriction(type)) }
    bound[type, default: []].insert("\(type)9")
    return clauses
  }

  // MARK: - Stages

  private mutating func stages() -> String {
    var text = ""
    if bound.values.allSatisfy(\.isEmpty) { return " | count" }
    for _ in 0..<random.upTo(2) {
      let names = bound.keys.sorted().flatMap { bound[$0]!.sorted() }
      guard let name = names.randomElement(using: &random) else { return text + " | count" }
      switch random.upTo(10) {
      case 8: text += column()
      case 9, 10:
        guard !usesRules, let number = bound["n"]?.sorted().first else { break }
        if let date = bound["d"]?.sorted().first, random.chance(50) {
          return text + " | timeline \(number) by \(date)"
        }
        let keys = Array(Set(names).subtracting([number])).sorted().shuffled(using: &random).prefix(1 + random.upTo(1))
        guard !keys.isEmpty else { break }
        return text + " | conflicts \(number) by \(keys.joined(separator: ", "))"
      case 0: text += " | where \(test(bound))"
      case 1: text += " | distinct"
      case 2: text += " | sort \(random.chance(50) ? "-" : "")\(name)"
      case 3 where !usesRules: text += " | limit \(random.upTo(5))"
      case 4:
        text += " | select \(name)"
        bound = bound.mapValues { $0.intersection([name]) }.filter { !$0.value.isEmpty }
      case 5: return text + " | count"
      case 6:
        let number = bound["n"]?.sorted().first
        let aggregates =
          ["count()", "count(distinct \(name))"] + (number.map { ["sum(\($0))", "max(\($0))"] } ?? [])
          + (usesRules ? [] : ["first(\(name))", "last(\(name))"])
        let keys = random.chance(70) ? " \(random.pick(names))" : ""
        return text + " | group\(keys): z = \(random.pick(aggregates)), w = \(random.pick(aggregates))"
      default: break
      }
    }
    return text
  }

  private mutating func column() -> String {
    func add(_ type: String, _ name: String, _ value: String) -> String {
      bound[type, default: []].insert(name)
      return " | let \(name) = \(value)"
    }
    switch random.upTo(3) {
    case 0:
      if let number = bound["n"]?.sorted().first { return add("n", "n8", "\(number) * 2 - 1") }
    case 1:
      if let text = bound["t"]?.sorted().first { return add("t", "t8", "default(\(text), \"none\")") }
    case 2:
      if let date = bound["d"]?.sorted().first { return add("n", "n7", "year(\(date))") }
    default:
      if let entity = bound["e"]?.sorted().first { return add("t", "t7", "name(\(entity))") }
    }
    return ""
  }
}
