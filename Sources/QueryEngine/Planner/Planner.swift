import QueryLanguage

/// Orders the clauses of a pattern: always the one next that is expected to give the fewest rows, conditions as soon
/// as their variables have values.
package struct Planner {
  private let statistics: Statistics

  package init(_ statistics: Statistics) { self.statistics = statistics }

  package func plan(_ query: CheckedQuery) -> Plan {
    var body: [PlanStep] = []
    if case .pattern(let pattern) = query.source { body = steps(pattern.clauses) }
    let component = query.strata.reduce(into: [Int: Set<Int>]()) { map, rules in
      for rule in rules { map[rule] = Set(rules) }
    }
    let rules = query.rules.enumerated().map { number, rule in
      RulePlan(
        body: steps(rule.body.clauses),
        variants: rule.isRecursive ? variants(rule.body, component[number]!) : nil)
    }
    return Plan(query: query, body: body, rules: rules)
  }

  func steps(_ clauses: [Clause], first: Int? = nil) -> [PlanStep] {
    var builder = StepBuilder(statistics, clauses, bound: [], first: first)
    return builder.build()
  }

  private func variants(_ body: Body, _ rules: Set<Int>) -> [(occurrence: Int, steps: [PlanStep])]? {
    guard let occurrences = Recursion.occurrences(body.clauses, of: rules) else { return nil }
    return occurrences.map { occurrence in
      (occurrence, steps(Recursion.restricted(body.clauses, to: occurrence), first: occurrence))
    }
  }
}

/// Where the body of a recursive rule uses the rules of its component.
enum Recursion {
  /// Nil when one stands under `exists`.
  static func occurrences(_ clauses: [Clause], of rules: Set<Int>) -> [Int]? {
    var all: [Int] = []
    for clause in clauses {
      switch clause {
      case .atom(let atom):
        if case .rule(let rule) = atom.source, rules.contains(rule) { all.append(atom.occurrence) }
      case .exists(_, let inner, _, _, _), .optional(let inner, _, _, _):
        guard occurrences(inner, of: rules) == [] else { return nil }
      case .either(let branches, _, _, _):
        for branch in branches {
          guard let inner = occurrences(branch, of: rules) else { return nil }
          all += inner
        }
      case .test: break
      }
    }
    return all
  }

  /// The clauses without the branches that don't lead to an occurrence, where some do.
  static func restricted(_ clauses: [Clause], to occurrence: Int) -> [Clause] {
    clauses.map { clause in
      guard case .either(let branches, let exports, let text, let slots) = clause else { return clause }
      let leading = branches.filter { leads($0, to: occurrence) }
      guard !leading.isEmpty else { return clause }
      return .either(
        branches: leading.map { restricted($0, to: occurrence) }, exports: exports, text: text, factSlots: slots)
    }
  }

  static func leads(_ clauses: [Clause], to occurrence: Int) -> Bool {
    clauses.contains { clause in
      switch clause {
      case .atom(let atom): atom.occurrence == occurrence
      case .either(let branches, _, _, _): branches.contains { leads($0, to: occurrence) }
      case .test, .exists, .optional: false
      }
    }
  }
}
