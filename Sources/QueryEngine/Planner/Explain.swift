import Facts

/// A plan as text, a step a line: `scan quote` / `quote by speaker = s` / `not` with its steps indented.
struct Explain {
  private let query: CheckedQuery
  private let source: String

  init(_ plan: Plan, source: String) {
    query = plan.query
    self.source = source
  }

  static func lines(_ plan: Plan, source: String) -> [String] {
    let explain = Explain(plan, source: source)
    var lines: [String] = []
    for stratum in plan.query.strata {
      for rule in stratum {
        let checked = plan.query.rules[rule]
        lines.append("rule \(checked.name)\(checked.isRecursive ? ", in rounds until nothing new comes" : "")")
        lines += explain.lines(plan.rules[rule].body, checked.body, isRule: true).map { "  " + $0 }
      }
    }
    switch plan.query.source {
    case .pattern(let body): lines += explain.lines(plan.body, body, isRule: false)
    case .lastResult: lines.append("rows of the last result")
    }
    for stage in plan.query.stages { lines.append("| \(explain.name(stage))") }
    return lines
  }

  private func lines(_ steps: [PlanStep], _ body: Body, isRule: Bool) -> [String] {
    steps.flatMap { step -> [String] in
      switch step {
      case .atom(let atom): [line(atom, body)]
      case .filter(let test): isRule ? ["keep what fits"] : ["keep \(text(test))"]
      case .exists(let negated, let inner, _):
        [negated ? "drop where there is" : "keep where there is"] + lines(inner, body, isRule: isRule).map { "  " + $0 }
      case .either(let branches, _, _, _, _):
        branches.enumerated().flatMap { i, branch in
          [i == 0 ? "either" : "or"] + lines(branch, body, isRule: isRule).map { "  " + $0 }
        }
      case .optional(let inner, _, _): ["if there is"] + lines(inner, body, isRule: isRule).map { "  " + $0 }
      }
    }
  }

  private func line(_ step: AtomStep, _ body: Body) -> String {
    let (name, fields) = described(step.atom.source)
    var line: String
    switch step.access {
    case .scan: line = "scan \(name)"
    case .cells(let field, let cells):
      line = "\(name) by \(fields[field]), \(cells.count == 1 ? "one value" : "\(cells.count) values")"
    case .folded(let field, _): line = "\(name) by folded \(fields[field])"
    case .lookup(let field, .column(let variable)):
      line = "\(name) by \(fields[field]) = \(body.variables[variable].name)"
    case .lookup(let field, _): line = "\(name) by computed \(fields[field])"
    }
    if !step.checks.isEmpty { line += ", agreeing in \(step.checks.map { fields[$0.field] }.joined(separator: ", "))" }
    return line + "  (~\(Self.rounded(step.estimate)))"
  }

  private func described(_ source: CheckedAtom.Source) -> (String, [String]) {
    switch source {
    case .relation(let index): (Schema.relations[index].name, Schema.relations[index].fields.map(\.name))
    case .rule(let rule): (query.rules[rule].name, query.rules[rule].columns.map(\.name))
    }
  }

  private func text(_ test: CheckedTest) -> String { source.slice(test.text) }

  private func name(_ stage: CheckedStage) -> String {
    switch stage {
    case .filter(let test): "where \(text(test))"
    case .extend(let column, _, _): "let \(column.name)"
    case .project(let columns): "select \(columns.map(\.column.name).joined(separator: ", "))"
    case .group(let grouping): "group \(grouping.keys.map(\.column.name).joined(separator: ", "))"
    case .count: "count"
    case .distinct: "distinct"
    case .sort(let keys): "sort by \(keys.count == 1 ? "one key" : "\(keys.count) keys")"
    case .limit(let count): "limit \(count)"
    case .conflicts: "conflicts"
    }
  }

  private static func rounded(_ estimate: Double) -> String {
    estimate < 0
      ? "new rows" : estimate < 10 ? Value.decimal((estimate * 10).rounded() / 10) : Value.decimal(estimate.rounded())
  }
}
