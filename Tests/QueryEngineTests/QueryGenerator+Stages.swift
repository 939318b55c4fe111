/// Stages.
extension QueryGenerator {
  mutating func stages() -> String {
    var text = ""
    if isCounted { return " | count" }
    var isGrouped = false
    for _ in 0..<random.upTo(3) {
      let names = bound.keys.sorted().flatMap { bound[$0]!.sorted() }
      guard let name = names.randomElement(using: &random) else { return text + " | count" }
      switch random.upTo(10) {
      case 0: text += " | where \(test(bound))"
      case 1: text += " | distinct"
      case 2:
        let second = random.chance(30) ? ", \(random.pick(names))" : ""
        text += " | sort \(random.chance(50) ? "-" : "")\(name)\(second)"
      case 3 where !usesRules:
        // `limit` takes a parameter too.
        if random.chance(10) { usesParameters = true }
        text += " | limit \(usesParameters ? "$many" : "\(random.upTo(5))")"
      case 4: text += select(names)
      case 5:
        text += " | count"
        bound = ["n": ["count"]]
        isGrouped = true
      case 6, 7:
        text += group(names)
        isGrouped = true
      case 8: text += column()
      default:
        guard !usesRules, !isGrouped, let last = readyMade(names) else { break }
        return text + last
      }
    }
    return text
  }

  private func type(of name: String) -> String { bound.first { $0.value.contains(name) }!.key }

  private mutating func select(_ names: [String]) -> String {
    let kept = Array(names.shuffled(using: &random).prefix(1 + random.upTo(2)))
    bound = bound.mapValues { $0.intersection(kept) }.filter { !$0.value.isEmpty }
    guard random.chance(30), let article = bound["a"]?.sorted().first else {
      return " | select \(kept.joined(separator: ", "))"
    }
    groupCount += 1
    bound["t", default: []].insert("o\(groupCount)")
    return " | select \(kept.joined(separator: ", ")), o\(groupCount) = \(article).outlet"
  }

  // MARK: - Groups

  private mutating func group(_ names: [String]) -> String {
    var keys: [(name: String, type: String, text: String)] = []
    if random.chance(70) {
      for name in names.shuffled(using: &random).prefix(1 + random.upTo(1)) {
        keys.append((name, type(of: name), name))
      }
    }
    if random.chance(15), let date = bound["d"]?.sorted().first {
      keys.append(("y\(groupCount)", "n", "y\(groupCount) = year(\(date))"))
    }
    groupCount += 1
    let results = ["z\(groupCount)", "w\(groupCount)"].map { ($0, aggregate(names)) }
    bound = [:]
    for key in keys { bound[key.type, default: []].insert(key.name) }
    for (name, aggregate) in results { bound[aggregate.type, default: []].insert(name) }
    let list = keys.isEmpty ? "" : " " + keys.map(\.text).joined(separator: ", ")
    return " | group\(list): \(results.map { "\($0) = \($1.text)" }.joined(separator: ", "))"
  }

  private mutating func aggregate(_ names: [String]) -> (text: String, type: String) {
    let name = random.pick(names)
    let number = bound["n"]?.sorted().first
    var all: [(String, String)] = [
      ("count()", "n"), ("count(\(name))", "n"), ("count(distinct \(name))", "n"), ("count() * 10 + 1", "n"),
    ]
    if let number {
      all += ["sum", "avg", "median", "min", "max"].map { ("\($0)(\(number))", "n") }
      all += [("sum(distinct \(number))", "n"), ("sum(\(number)) / count()", "n")]
    }
    if let date = bound["d"]?.sorted().first { all += [("min(\(date))", "d"), ("max(\(date))", "d")] }
    if !usesRules {
      // The order of rows decides.
      let type = type(of: name)
      all += [("first(\(name))", type), ("last(\(name))", type), ("any(\(name))", type), ("list(\(name))", "t")]
      all += [("list(distinct \(name))", "t")]
      if let key = number ?? bound["d"]?.sorted().first {
        all += [("last(\(name) by \(key))", type), ("first(\(name) by \(key))", type)]
      }
    }
    return random.pick(all)
  }

  /// `timeline` and `conflicts`, which end a query here.
  private mutating func readyMade(_ names: [String]) -> String? {
    guard let number = bound["n"]?.sorted().first else { return nil }
    if let date = bound["d"]?.sorted().first, random.chance(30) { return " | timeline \(number) by \(date)" }
    let keys = names.filter { $0 != number }.shuffled(using: &random).prefix(1 + random.upTo(1))
    return keys.isEmpty ? nil : " | conflicts \(number) by \(keys.joined(separator: ", "))"
  }

  // MARK: - Columns

  private mutating func column() -> String {
    let options: [(needs: String, type: String, name: String, value: (String) -> String)] = [
      ("n", "n", "n8", { "\($0) * 2 - 1" }), ("n", "n", "n7", { "6 / \($0)" }),
      ("t", "t", "t8", { "default(\($0), \"none\")" }), ("d", "n", "n6", { "year(\($0))" }),
      ("d", "d", "d8", { "\($0) + 1m" }), ("d", "d", "d7", { "\($0) - 2d" }),
      ("d", "n", "n5", { "\($0) - 2024-01-01" }), ("e", "t", "t7", { "name(\($0))" }),
      ("a", "t", "t6", { "\($0).outlet" }), ("c", "a", "a8", { "\($0).article" }), ("n", "n", "n1", { "\($0) + 1" }),
      ("t", "n", "n4", { "len(\($0))" }), ("q", "e", "e8", { "\($0).speaker" }),
    ]
    let possible = options.filter { bound[$0.needs]?.isEmpty == false }
    guard let option = possible.randomElement(using: &random) else { return "" }
    let value = option.value(bound[option.needs]!.sorted().first!)
    bound[option.type, default: []].insert(option.name)
    return " | let \(option.name) = \(value)"
  }
}
