/// Relations, rules, and clauses with an inside.
extension QueryGenerator {
  mutating func clause() -> String {
    switch random.upTo(9) {
    case 0...3: atom()
    case 4: either()
    case 5, 6: "not \(inner())"
    case 7: "exists \(inner())"
    default: test(usable)
    }
  }

  mutating func atom() -> String {
    if random.chance(12) { return rule { $0.variable($1) } }
    if random.chance(4) { return allFields() }
    let (name, fields) = random.pick(Self.relations)
    var arguments: [String] = []
    for field in fields.shuffled(using: &random).prefix(1 + random.upTo(2)) { arguments.append(argument(field)) }
    // A field may stand twice.
    if random.chance(10), let field = fields.first(where: { $0.type == "n" || $0.type == "d" }) {
      arguments.append("\(field.name): \(variable(field.type))")
      bound[field.type, default: []].insert(field.name)
      arguments.append(field.name + restriction(field.type))
    }
    return "\(name)(\(arguments.joined(separator: ", ")))"
  }

  private mutating func allFields() -> String {
    bound["e", default: []].insert("entity")
    guard random.chance(50) else {
      bound["t", default: []].insert("text")
      return "alias(*)"
    }
    bound["c", default: []].insert("claim")
    bound["n", default: []].insert("position")
    bound["t", default: []].insert("cue")
    return "source(*)"
  }

  /// A rule; `name` gives variables.
  private mutating func rule(_ name: (inout Self, String) -> String) -> String {
    usesRules = true
    let first = name(&self, "e")
    func second(_ type: String) -> String {
      random.chance(20) ? constant(type) : random.chance(15) ? "_" : name(&self, type)
    }
    switch random.upTo(5) {
    case 0: return "busy(\(first), \(second("n")))"
    case 1: return random.chance(50) ? "silent(\(first), \(second("k")))" : "silent(x: \(first))"
    case 2: return "apart(\(first), y: \(second("e")))"
    default: return "\(random.pick(["relays", "reaches", "meets", "odd", "even"]))(\(first), \(second("e")))"
    }
  }

  private mutating func argument(_ field: FieldShape) -> String {
    switch random.upTo(10) {
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
    case 6, 7, 8:
      // The chain of one quote, figure or post.
      if field.type == "c", let claim = ["q", "f", "p"].compactMap({ bound[$0]?.sorted().first }).first {
        return "claim: \(claim)"
      }
      return "\(field.name): \(variable(field.type))"
    case 9: return "\(field.name): _"
    default: return "\(field.name): \(variable(field.type))"
    }
  }

  // MARK: - Branches

  private mutating func either() -> String { "(\(eitherBranches().joined(separator: " or ")))" }

  mutating func eitherBranches() -> [String] {
    let type = random.pick(["e", "e", "d", "t", "a", "n", "c"])
    localCount += 1
    // A claim that quotes and figures share joins with sources alone.
    let name = type == "c" ? "c\(3 + localCount)" : "\(type)\(1 + random.upTo(1))"
    var branches: [String] = []
    for _ in 0...(1 + random.upTo(1)) {
      var branch = holder(of: name, type)
      let saved = bound
      bound[type, default: []].insert(name)
      if random.chance(30) { branch = "(\(branch), \(test(usable)))" }
      bound = saved
      if random.chance(15) { branch = "(\(branch), not post(\(type == "e" ? "person: \(name)" : "title: \"no\"")))" }
      if random.chance(15) {
        branch = "(\(branch), \(type == "c" ? "source(claim: \(name))" : holder(of: name, type)))"
      }
      if random.chance(10) { branch = "(\(branch), \(random.pick(["quote", "post"]))(id: _l\(localCount)))" }
      if random.chance(10) { branch = "(\(branch) or \(holder(of: name, type)))" }
      branches.append(branch)
    }
    bound[type, default: []].insert(name)
    return branches
  }

  /// A relation that gives `name` a value.
  private mutating func holder(of name: String, _ type: String) -> String {
    if type == "c" {
      let relation = random.pick(["quote", "figure", "post", "source"])
      return "\(relation)(\(relation == "source" ? "claim" : "id"): \(name))"
    }
    let all = Self.relations.flatMap { relation in
      relation.fields.filter { $0.type == type }.map { (relation.name, $0.name) }
    }
    let (relation, field) = random.pick(all)
    return "\(relation)(\(field): \(name))"
  }

  // MARK: - Clauses with variables of their own

  /// What stands under `not` and `exists`.
  private mutating func inner() -> String {
    let saved = (bound, hidden)
    defer { (bound, hidden) = saved }
    let first = localAtom()
    switch random.upTo(7) {
    case 0: return "(\(first), \(test(usable)))"
    case 1: return "(\(first), \(localAtom()))"
    case 2: return "(\(first) or \(localAtom()))"
    case 3: return "(\(first), \(random.pick(["not", "exists"])) \(localAtom()))"
    case 4: return localJoin()
    default: return first
    }
  }

  private mutating func localAtom() -> String {
    if random.chance(8) {
      return rule { generator, type in
        generator.bound[type]?.sorted().first ?? (type == "e" ? "\"Ann\"" : "_")
      }
    }
    let (name, fields) = random.pick(Self.relations)
    var arguments: [String] = []
    for field in fields.shuffled(using: &random).prefix(1 + random.upTo(1)) {
      let known = usable[field.type]?.sorted() ?? []
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

  /// Two relations that meet in a variable that nothing outside knows.
  private mutating func localJoin() -> String {
    localCount += 1
    let local = "e\(20 + localCount)"
    let outer = bound["e"]?.sorted().first ?? "\"Ann\""
    let joined = "quote(speaker: \(outer), venue: \(local)), post(person: \(local))"
    return random.chance(50) ? "(\(joined))" : "(\(joined), \(local).kind = \"person\")"
  }

  mutating func optional() -> [String] {
    guard let entity = bound["e"]?.sorted().first else { return [] }
    let (relation, field, other, type) = random.pick([
      ("quote", "speaker", "date", "d"), ("post", "person", "title", "t"), ("figure", "place", "value", "n"),
    ])
    let found = "\(type)9"
    let atom = "\(relation)(\(field): \(entity), \(other): \(found))"
    let inside =
      switch random.upTo(5) {
      case 0: "(\(atom), \(found)\(restriction(type)))"
      case 1: "(\(atom), alias(entity: \(entity), text: t99))"
      case 2: "(\(atom), not post(org: \(entity)))"
      case 3 where type == "d": "(\(atom) or figure(place: \(entity), date: \(found)))"
      default: atom
      }
    var clauses = ["optional \(inside)"]
    if random.chance(40) { clauses.append("\(found)\(restriction(type))") }
    if random.chance(20) {
      clauses.append("optional entity(id: \(entity), kind: k9)")
      bound["k", default: []].insert("k9")
    }
    bound[type, default: []].insert(found)
    if inside.contains("t99") { bound["t", default: []].insert("t99") }
    return clauses
  }
}
