/// Conditions.
extension QueryGenerator {
  /// The right side of a comparison, operator included.
  mutating func restriction(_ type: String) -> String {
    if random.chance(15) { return random.chance(50) ? " is missing" : " is not missing" }
    let sign = random.pick(["<", "<=", ">", ">=", "=", "!="])
    let inside = random.pick(["in", "not in"])
    switch type {
    case "n":
      if random.chance(20) { return " \(inside) \(random.upTo(1))..\(1 + random.upTo(2))" }
      return " \(sign) \(constant(type))"
    case "d":
      switch random.upTo(9) {
      case 0, 1: return " \(inside) 2024-01"
      case 2: return " \(inside) 2024-01-01..2024-01-02"
      case 3: return " \(inside) (2024-01-02, 2024-01-31)"
      case 4: return " \(sign) today - 32d"
      default: return " \(sign) \(constant(type))"
      }
    case "t" where random.chance(50):
      return random.pick([
        " contains \"E\"", " has \"yes\"", " has \"No Yes\"", " matches /^y/", " has \"هدنة\"", " has \"أمن\"",
        " contains \"هدن\"", " not has \"yes\"", " == \"yes\"", " < \"no\"",
      ])
    case "e" where random.chance(15): return " == \"\(random.pick(["Ann", "Annie", "Dee"]))\""
    default:
      if random.chance(30) { return " \(inside) (\(constant(type)), \(constant(type)))" }
      return " \(random.pick(["=", "!="])) \(constant(type))"
    }
  }

  mutating func test(_ known: [String: Set<String>]) -> String {
    let types = known.keys.filter { !known[$0]!.isEmpty }.sorted()
    guard let type = types.randomElement(using: &random) else { return "1 < 2" }
    let name = random.pick(known[type]!.sorted())
    if type == "c" { return "\(name).article\(restriction("a"))" }
    switch random.upTo(9) {
    case 0: return "not \(simple(type, name, known))"
    case 1: return "(\(test(known)) or \(test(known)))"
    case 2: return "(\(test(known)) and \(test(known)))"
    case 3: return "not (\(test(known)) or \(test(known)))"
    default: return simple(type, name, known)
    }
  }

  private mutating func simple(_ type: String, _ name: String, _ known: [String: Set<String>]) -> String {
    let other = random.pick(known[type]!.sorted())
    switch random.upTo(8) {
    case 0, 1, 2:
      let ordered = type == "n" || type == "d"
      return "\(name) \(random.pick(ordered ? ["<", ">=", "=", "!=", "<=", ">"] : ["=", "!="])) \(other)"
    case 3: return computed(type, name, other)
    case 4: return followed(type, name)
    case 5 where type == "n" || type == "d": return "\(constant(type)) \(random.pick(["<", ">=", "="])) \(name)"
    default: return name + restriction(type)
    }
  }

  private mutating func computed(_ type: String, _ name: String, _ other: String) -> String {
    switch type {
    case "n":
      return random.pick([
        "\(name) + 1 > \(other)", "\(name) * 2 = \(other) + 2", "\(name) / \(other) < 1", "default(\(name), 0) > 1",
        "abs(\(name) - 2) <= 1", "round(\(name) / 2) = 1", "-\(name) < \(other) - 3",
      ])
    case "d":
      return random.pick([
        "\(name) in \(other)", "year(\(name)) = 2024", "month(\(name)) = 1", "day(\(name)) > 1",
        "\(name) - \(other) > 0", "\(name) + 1d >= \(other)", "\(name) - 1m < \(other)", "\(name) - 2024-01-01 >= 1d",
        "default(\(name), 2024-01-03) > 2024-01-02",
      ])
    case "t":
      return random.pick([
        "\(name) contains \(other)", "\(name) has \(other)", "len(\(name)) > 3", "fold(\(name)) = fold(\(other))",
        "default(\(name), \"no\") = \"no\"",
      ])
    case "e":
      return random.pick([
        "name(\(name)) != \"Ann\"", "kind(\(name)) = \"place\"", "\(name) contains \"ee\"", "len(\(name)) > 3",
      ])
    default: return "\(name) = \(other)"
    }
  }

  /// A field of what a reference leads to.
  private mutating func followed(_ type: String, _ name: String) -> String {
    switch type {
    case "e": "\(name).kind\(restriction("k"))"
    case "a": random.chance(50) ? "\(name).outlet\(restriction("t"))" : "\(name).published\(restriction("d"))"
    case "q": random.chance(50) ? "\(name).speaker\(restriction("e"))" : "\(name).article.outlet = \"beta\""
    case "f": "\(name).value\(restriction("n"))"
    case "p": "\(name).person.kind = \"person\""
    default: name + restriction(type)
    }
  }
}
