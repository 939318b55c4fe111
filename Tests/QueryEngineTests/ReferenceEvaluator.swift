import Facts
import QueryLanguage

/// What a query means, computed the slowest and plainest way: every `or` multiplied out, nested loops over all rows,
/// no index, no plan. It shares nothing with the engine but the store and the syntax tree.
struct ReferenceEvaluator {
  /// A value with its identity: entities and rows are not their names.
  enum Item: Hashable {
    case missing
    case text(String)
    case number(Double)
    case date(Period)
    case duration(months: Int, days: Int)
    case row(Int, Int)
  }

  struct Fact: Hashable, Comparable {
    let relation: Int
    let row: Int
    static func < (a: Fact, b: Fact) -> Bool { (a.relation, a.row) < (b.relation, b.row) }
  }

  struct Match: Hashable {
    var values: [String: Item]
    /// By clause of the pattern; a clause with branches pads to the longest.
    var facts: [[Fact?]]
  }

  struct Answer {
    var names: [String]
    var rows: [[Item]]
    /// For each row the facts of its relations; kept by the stages that a `conflicts` may stand behind.
    var facts: [[Fact]] = []
  }

  let store: FactStore
  var rules: [String: QueryLanguage.Rule] = [:]
  var parameters: [String: Expression] = [:]
  var tuples: [String: [[Item]]] = [:]

  init(_ store: FactStore, _ script: Script) {
    self.store = store
    var order: [QueryLanguage.Rule] = []
    for statement in script.statements {
      switch statement.kind {
      case .rule(let rule):
        order.append(rule)
        rules[rule.name.text] = rule
        tuples[rule.name.text] = []
      case .parameter(let parameter): parameters[parameter.name.text] = parameter.defaultValue
      case .query, .include: break
      }
    }
    // In the random scripts a rule that negates or counts another stands behind it, so it is enough to let the rules
    // in one after the other and to add until nothing is new.
    for end in order.indices { while order[...end].contains(where: { addTuples($0) }) {} }
  }

  /// Whether the rule has tuples that were not known.
  private mutating func addTuples(_ rule: QueryLanguage.Rule) -> Bool {
    let answer = answer(rule.body)
    let places = rule.parameters.map { parameter in answer.names.firstIndex(of: parameter.text)! }
    let before = tuples[rule.name.text]!.count
    for row in answer.rows {
      let tuple = places.map { row[$0] }
      if !tuples[rule.name.text]!.contains(tuple) { tuples[rule.name.text]!.append(tuple) }
    }
    return tuples[rule.name.text]!.count > before
  }

  func answer(_ query: Query) -> Answer {
    guard case .pattern(let condition) = query.source else { fatalError("no pattern") }
    let names = visibleNames(condition)
    let matches = matches(condition)
    let rows = matches.map { match in names.map { match.values[$0]! } }
    let facts = matches.map { $0.facts.joined().compactMap(\.self) }
    var answer = Answer(names: names, rows: rows, facts: facts)
    for stage in query.stages { answer = run(stage, answer) }
    return answer
  }

  // MARK: - Patterns

  private func parts(_ condition: Condition) -> [Condition] {
    if case .all(let parts) = condition.kind { return parts }
    return [condition]
  }

  private func hasAtom(_ condition: Condition) -> Bool {
    switch condition.kind {
    case .atom: true
    case .test: false
    case .not(let inner), .exists(let inner), .optional(let inner): hasAtom(inner)
    case .all(let parts), .any(let parts): parts.contains { hasAtom($0) }
    }
  }

  /// Names that the answer shows, in order of appearance in positive and optional clauses.
  private func visibleNames(_ condition: Condition) -> [String] {
    var names: [String] = []
    func note(_ name: String) { if !name.hasPrefix("_"), !names.contains(name) { names.append(name) } }
    func walk(_ condition: Condition) {
      switch condition.kind {
      case .atom(let atom):
        for (_, name) in bindings(atom) { note(name) }
      case .all(let parts), .any(let parts): for part in parts { walk(part) }
      case .optional(let inner): walk(inner)
      case .not(let inner): if !hasAtom(inner) { walk(inner) }
      case .test(let left, let test): for name in Self.names(left) + Self.names(test) { note(name) }
      case .exists: break
      }
    }
    walk(condition)
    return names.filter { boundEverywhere($0, condition) }
  }

  /// All rows of a pattern, in order of their facts.
  func matches(_ condition: Condition, given: [String: Item] = [:]) -> [Match] {
    var found: [Match] = []
    var seen: Set<Match> = []
    for choice in choices(parts(condition)) {
      for match in matches(conjunction: choice, given) {
        var key = match
        key.facts = match.facts.map { $0.sorted { a, b in b == nil ? a != nil : a != nil && a! < b! } }
        key.values = match.values.filter { boundEverywhere($0.key, condition) || given[$0.key] != nil }
        if seen.insert(key).inserted { found.append(match) }
      }
    }
    return found.enumerated().sorted { a, b in
      let (x, y) = (a.element.facts.joined(), b.element.facts.joined())
      for (p, q) in zip(x, y) where p != q {
        guard let p else { return false }
        guard let q else { return true }
        return p < q
      }
      return a.offset < b.offset
    }.map(\.element)
  }

  private func boundEverywhere(_ name: String, _ condition: Condition) -> Bool {
    switch condition.kind {
    case .atom(let atom): bindings(atom).contains { $0.1 == name }
    case .all(let parts): parts.contains { boundEverywhere(name, $0) }
    case .any(let parts): parts.allSatisfy { boundEverywhere(name, $0) }
    case .optional(let inner): boundEverywhere(name, inner)
    case .test, .not, .exists: false
    }
  }

  /// One conjunction for each way to choose branches; a clause is a list of conditions and how many facts it has at
  /// most.
  private func choices(_ clauses: [Condition]) -> [[(parts: [Condition], width: Int)]] {
    var result: [[(parts: [Condition], width: Int)]] = [[]]
    for clause in clauses {
      let options = expanded(clause)
      result = result.flatMap { prefix in options.map { prefix + [(parts: $0, width: width(clause))] } }
    }
    return result
  }

  private func expanded(_ condition: Condition) -> [[Condition]] {
    guard hasAtom(condition) else { return [[condition]] }
    switch condition.kind {
    case .any(let branches): return branches.flatMap { expanded($0) }
    case .all(let parts):
      return parts.reduce([[]]) { prefixes, part in prefixes.flatMap { prefix in expanded(part).map { prefix + $0 } } }
    case .atom, .test, .not, .exists, .optional: return [[condition]]
    }
  }

  private func width(_ condition: Condition) -> Int {
    switch condition.kind {
    case .atom: 1
    case .all(let parts): parts.reduce(0) { $0 + width($1) }
    case .any(let parts): parts.map { width($0) }.max()!
    case .optional(let inner): width(inner)
    case .test, .not, .exists: 0
    }
  }

  private func matches(conjunction clauses: [(parts: [Condition], width: Int)], _ given: [String: Item]) -> [Match] {
    var matches = [Match(values: given, facts: [])]
    for clause in clauses {
      var next = matches.map { Match(values: $0.values, facts: $0.facts + [[]]) }
      for part in clause.parts {
        guard case .atom(let atom) = part.kind else { continue }
        next = next.flatMap { extend($0, atom) }
      }
      matches = next.map { match in
        var match = match
        let last = match.facts.count - 1
        match.facts[last] += [Fact?](repeating: nil, count: clause.width - match.facts[last].count)
        return match
      }
    }
    let flat = clauses.flatMap(\.parts)
    var optional: Set<String> = []
    for part in flat {
      if case .optional(let inner) = part.kind { optional.formUnion(visibleNames(inner)) }
    }
    let tests = flat.filter {
      if case .atom = $0.kind { false } else if case .optional = $0.kind { false } else { true }
    }
    let early = tests.filter {
      names($0).isDisjoint(with: optional.subtracting(matches.first.map { Set($0.values.keys) } ?? []))
    }
    let late = tests.filter { !early.contains($0) }
    matches = matches.filter { match in
      flat.allSatisfy { argumentsHold($0, match) } && early.allSatisfy { holds($0, match) }
    }
    for (i, clause) in clauses.enumerated() {
      guard clause.parts.count == 1, case .optional(let inner) = clause.parts[0].kind else { continue }
      matches = matches.flatMap { addOptional(inner, $0, clause: i, width: clause.width) }
    }
    return matches.filter { match in late.allSatisfy { holds($0, match) } }
  }

  private func addOptional(_ inner: Condition, _ match: Match, clause: Int, width: Int) -> [Match] {
    let found = matches(inner, given: match.values)
    if found.isEmpty {
      var lone = match
      for name in visibleNames(inner) where lone.values[name] == nil { lone.values[name] = .missing }
      return [lone]
    }
    return found.map { other in
      var joined = match
      joined.values.merge(other.values) { a, _ in a }
      let facts = Array(other.facts.joined())
      joined.facts[clause] = facts + [Fact?](repeating: nil, count: width - facts.count)
      return joined
    }
  }

  // MARK: - Atoms

  private func columns(_ name: String) -> [String] {
    Schema.relation(name).map { $0.fields.map(\.name) } ?? rules[name]!.parameters.map(\.text)
  }

  private func bindings(_ atom: Atom) -> [(Int, String)] {
    let columns = columns(atom.name.text)
    let isRule = Schema.relation(atom.name.text) == nil
    if case .allFields? = atom.arguments.first?.kind { return Array(columns.enumerated().map { ($0, $1) }) }
    return atom.arguments.enumerated().compactMap { i, argument in
      switch argument.kind {
      case .bare(let expression):
        guard case .variable(let name) = expression.kind else { return nil }
        return (isRule ? i : columns.firstIndex(of: name.text)!, name.text)
      case .named(let field, let expression):
        guard case .variable(let name) = expression.kind else { return nil }
        return (columns.firstIndex(of: field.text)!, name.text)
      case .restricted(let field, _): return (columns.firstIndex(of: field.text)!, field.text)
      case .anything, .skipped, .allFields: return nil
      }
    }
  }

  private func candidates(_ atom: Atom) -> [(Fact, [Item])] {
    if let relation = Schema.index(of: atom.name.text) {
      return (0..<store.tables[relation].count).map { row in
        let items = Schema.relations[relation].fields.indices.map { item(relation, $0, row) }
        return (Fact(relation: relation, row: row), items)
      }
    }
    return tuples[atom.name.text]!.enumerated().map { (Fact(relation: 1000, row: $0), $1) }
  }

  func item(_ relation: Int, _ field: Int, _ row: Int) -> Item {
    switch store.tables[relation].columns[field] {
    case .rows(let rows):
      guard rows[row] != StoredColumn.noRow else { return .missing }
      if case .reference(let target) = Schema.relations[relation].fields[field].type {
        return .row(Schema.index(of: target)!, Int(rows[row]))
      }
      return .row(Schema.index(of: "entity")!, Int(rows[row]))
    case .claims(let claims):
      guard claims[row] != StoredColumn.noRow else { return .missing }
      let claim = ClaimRow(packed: claims[row])
      return .row(Schema.index(of: Schema.claims[claim.kind])!, claim.row)
    case .text where field == 0 && Schema.relations[relation].fields[0].type == .id: return .row(relation, row)
    case .text, .number, .date:
      switch store.value(relation: relation, field: field, row: row) {
      case .missing: return .missing
      case .text(let text): return .text(text)
      case .number(let number): return .number(number)
      case .date(let period): return .date(period)
      }
    }
  }

  private func extend(_ match: Match, _ atom: Atom) -> [Match] {
    candidates(atom).compactMap { fact, items in
      var next = match
      for (column, name) in bindings(atom) {
        if let old = next.values[name] {
          guard old != .missing, old == items[column] else { return nil }
        } else {
          next.values[name] = items[column]
        }
      }
      // Arguments that are compared wait until all variables have values; they find their value under a name of
      // their own.
      for (i, argument) in atom.arguments.enumerated() {
        if let column = compared(argument, i, atom) { next.values[Self.hidden(argument)] = items[column] }
      }
      next.facts[next.facts.count - 1].append(fact)
      return next
    }
  }

  private static func hidden(_ argument: Argument) -> String { "_@\(argument.range.start)" }

  /// The column of an argument that is compared with an expression.
  private func compared(_ argument: Argument, _ place: Int, _ atom: Atom) -> Int? {
    switch argument.kind {
    case .bare(let expression):
      if case .variable = expression.kind { return nil }
      return place
    case .named(let field, let expression):
      if case .variable = expression.kind { return nil }
      return columns(atom.name.text).firstIndex(of: field.text)!
    case .restricted, .anything, .skipped, .allFields: return nil
    }
  }

  private func argumentsHold(_ condition: Condition, _ match: Match) -> Bool {
    guard case .atom(let atom) = condition.kind else { return true }
    return atom.arguments.enumerated().allSatisfy { i, argument in
      switch argument.kind {
      case .restricted(let field, let test): return decide(match.values[field.text]!, test, match.values) == true
      case .bare(let expression), .named(_, let expression):
        guard compared(argument, i, atom) != nil else { return true }
        let test = Test(.compare(.equal, expression), expression.range)
        return decide(match.values[Self.hidden(argument)]!, test, match.values) == true
      case .anything, .skipped, .allFields: return true
      }
    }
  }

  // MARK: - Conditions

  private func names(_ condition: Condition) -> Set<String> {
    switch condition.kind {
    case .test(let left, let test): Set(Self.names(left) + Self.names(test))
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion(self.names($1)) }
    case .not(let inner) where !hasAtom(inner): names(inner)
    case .atom, .not, .exists, .optional: []
    }
  }

  private static func names(_ test: Test) -> [String] {
    switch test.kind {
    case .compare(_, let right), .inside(let right), .contains(let right), .has(let right): names(right)
    case .inList(let elements): elements.flatMap { names($0) }
    case .matches, .missing: []
    }
  }

  private static func names(_ expression: Expression) -> [String] {
    switch expression.kind {
    case .variable(let name): [name.text]
    case .followed(let base, _), .negative(let base): names(base)
    case .call(let call): call.arguments.flatMap { names($0) }
    case .binary(_, let a, let b), .range(let a, let b): names(a) + names(b)
    case .text, .number, .date, .duration, .today, .parameter: []
    }
  }

  private func holds(_ condition: Condition, _ match: Match) -> Bool {
    switch condition.kind {
    case .not(let inner) where hasAtom(inner): matches(inner, given: visible(match)).isEmpty
    case .exists(let inner): !matches(inner, given: visible(match)).isEmpty
    case .test, .not, .all, .any: decide(condition, match.values) == true
    case .atom, .optional: true
    }
  }

  private func visible(_ match: Match) -> [String: Item] { match.values.filter { !$0.key.hasPrefix("_@") } }

  func printed(_ item: Item) -> String {
    switch item {
    case .missing: "-"
    case .text(let text): text
    case .number(let number): Value.decimal(number)
    case .date(let period): period.description
    case .duration: fatalError("not generated")
    case .row(let relation, let row):
      Schema.relations[relation].name == "entity"
        ? store.name(ofEntity: row).description : store.id(relation: relation, row: row).description
    }
  }
}
