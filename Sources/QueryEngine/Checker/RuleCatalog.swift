import Facts
import QueryLanguage

/// The rules that a query may use: their numbers and the types of their columns.
final class RuleCatalog {
  let environment: Environment
  /// Rules reached from the query, in order of first use; a rule's place is its number.
  private(set) var order: [Rule] = []
  private var numbers: [String: Int] = [:]
  private var types: [String: [ValueType?]] = [:]

  init(_ environment: Environment, reachedFrom conditions: [Condition]) {
    self.environment = environment
    for condition in conditions { reach(condition) }
    findTypes()
  }

  func number(_ name: String) -> Int? { numbers[name] }

  /// The types of a rule's columns; nil where nothing says what a column holds.
  func columnTypes(_ name: String) -> [ValueType?] { types[name] ?? [] }

  /// What an atom's name means; reports a name that means nothing.
  func target(_ name: Name, report: (Diagnostic) -> Void) -> AtomTarget? {
    guard let target = AtomNames(rules: environment.rules).target(name.text) else {
      report(unknownRelation(name))
      return nil
    }
    guard let number = numbers[name.text] else { return target }
    return AtomTarget(source: .rule(number), name: target.name, columns: target.columns)
  }

  private func unknownRelation(_ name: Name) -> Diagnostic {
    let relations = Schema.relations.map(\.name)
    let rules = environment.rules.keys.sorted()
    let names = Vocabulary.names(relations, .relation, inScriptOf: name.written)
    let suggestions = NearNames.nearest(to: name.text, among: names + rules)
    let example =
      suggestions.first.flatMap { Schema.relation(Vocabulary.english($0, .relation) ?? $0)?.example }
      ?? "quote(speaker, text)"
    return Diagnostic(
      "unknown-relation", "no relation or rule `\(name.written)`", at: name.range, suggestions: suggestions,
      choices: .init("relations", relations + rules),
      hint: FunctionTable.isName(name.text) ? "`\(name.written)` is a function" : nil, example: example)
  }

  private func reach(_ condition: Condition) {
    for name in Self.atomNames(condition) {
      guard Schema.index(of: name) == nil, numbers[name] == nil, let rule = environment.rules[name] else { continue }
      numbers[name] = order.count
      order.append(rule)
      if case .pattern(let body) = rule.body.source { reach(body) }
    }
  }

  static func atomNames(_ condition: Condition) -> [String] { atoms(condition).map(\.name.text) }

  static func atoms(_ condition: Condition) -> [Atom] {
    switch condition.kind {
    case .atom(let atom): [atom]
    case .test: []
    case .not(let inner), .exists(let inner), .optional(let inner): atoms(inner)
    case .all(let parts), .any(let parts): parts.flatMap { atoms($0) }
    }
  }

  /// Whether the rule called `name` is the rule numbered `number` or leads to it.
  func reaches(_ number: Int, from name: String) -> Bool {
    guard let start = numbers[name] else { return false }
    var seen: Set<Int> = [start]
    var waiting = [start]
    while let rule = waiting.popLast() {
      if rule == number { return true }
      guard case .pattern(let body) = order[rule].body.source else { continue }
      for next in Self.atomNames(body).compactMap({ numbers[$0] }) where seen.insert(next).inserted {
        waiting.append(next)
      }
    }
    return false
  }

  /// Starts from nothing known and repeats until nothing new is found; each round is silent.
  private func findTypes() {
    for rule in order { types[rule.name.text] = rule.parameters.map { _ in nil } }
    var changed = !order.isEmpty
    while changed {
      changed = false
      for rule in order {
        let found = RuleChecker(self).columnTypes(rule)
        if found != types[rule.name.text] {
          types[rule.name.text] = found
          changed = true
        }
      }
    }
  }
}

/// Checks the body and the head of a rule.
struct RuleChecker {
  private let catalog: RuleCatalog
  let expressions: ExpressionChecker

  init(_ catalog: RuleCatalog) {
    self.catalog = catalog
    expressions = ExpressionChecker(catalog.environment)
  }

  func columnTypes(_ rule: Rule) -> [ValueType?] {
    let none: [ValueType?] = rule.parameters.map { _ in nil }
    guard case .pattern(let condition) = rule.body.source else { return none }
    let pattern = PatternChecker(expressions, rules: catalog, isRule: true)
    let draft = pattern.draft(condition)
    let types = pattern.types(of: draft.clauses)
    guard !rule.body.stages.isEmpty else {
      return rule.parameters.map { name in draft.names[name.text].flatMap { types[$0] } }
    }
    let columns = draft.outputs.compactMap { variable in
      types[variable].map { CheckedColumn(name: pattern.names[variable], type: $0) }
    }
    var stages = StageChecker(expressions, columns: columns)
    stages.check(rule.body.stages, isRule: true)
    return rule.parameters.map { name in stages.scope.column(name.text)?.type }
  }

  func check(_ rule: Rule, isRecursive: Bool) -> CheckedRule? {
    guard case .pattern(let condition) = rule.body.source else { return nil }
    if isRecursive, let stage = rule.body.stages.first {
      expressions.report(
        Diagnostic(
          "recursive-stage", "the body of a recursive rule has no stages", at: stage.range,
          hint: "the stage can stand in a second rule"))
    }
    let pattern = PatternChecker(expressions, rules: catalog, isRule: true)
    guard let body = pattern.body(condition) else { return nil }
    var stages = StageChecker(expressions, columns: body.outputs.map { body.variables[$0] })
    stages.check(rule.body.stages, isRule: true)
    var head: [Int] = []
    for parameter in rule.parameters {
      let column =
        rule.body.stages.isEmpty
        ? body.variables.firstIndex { $0.name == parameter.text }.flatMap { body.bindsAtTop($0) ? $0 : nil }
        : stages.scope.column(parameter.text)?.index
      guard let column else {
        reportUnbound(parameter, pattern)
        continue
      }
      head.append(column)
    }
    let types = catalog.columnTypes(rule.name.text)
    if let unknown = types.firstIndex(where: { $0 == nil }), !expressions.hasErrors {
      reportBottomless(rule, rule.parameters[unknown])
    }
    guard !expressions.hasErrors, head.count == rule.parameters.count else { return nil }
    let columns = zip(rule.parameters, types).map { CheckedColumn(name: $0.text, type: $1!) }
    return CheckedRule(
      name: rule.name.text, columns: columns, body: body, stages: stages.stages, head: head, isRecursive: isRecursive)
  }

  private func reportUnbound(_ parameter: Name, _ pattern: PatternChecker) {
    expressions.report(
      Diagnostic(
        "unbound-column", "the body gives `\(parameter.written)` no value", at: parameter.range,
        hint: pattern.elsewhere[parameter.text], example: "rule speaks(s) := quote(speaker: s)"))
  }

  private func reportBottomless(_ rule: Rule, _ parameter: Name) {
    expressions.report(
      Diagnostic(
        "bottomless-rule",
        "nothing says what `\(parameter.written)` holds: every case of the rule needs the rule itself",
        at: parameter.range, example: "rule reaches(a, b) := relays(a, b) or (relays(a, x), reaches(x, b))"))
  }
}

extension Body {
  /// Whether rows of the pattern have this variable; those local to a `not` don't reach them.
  func bindsAtTop(_ variable: Int) -> Bool {
    Self.bound(clauses).contains(variable)
  }

  static func bound(_ clauses: [Clause]) -> Set<Int> {
    var all: Set<Int> = []
    for clause in clauses {
      switch clause {
      case .atom(let atom): all.formUnion(atom.bindings.map(\.variable))
      case .either(_, let exports, _, _): all.formUnion(exports)
      case .optional(_, _, let new, _): all.formUnion(new)
      case .test, .exists: break
      }
    }
    return all
  }
}
