import Facts
import QueryLanguage

/// Runs plans over a store.
package struct Executor {
  private let store: FactStore
  private let pool: TextPool
  private let cancellation: Cancellation
  private let budget: Int
  private let firstStretch: Int

  package init(
    _ environment: Environment, cancellation: Cancellation = Cancellation(), budget: Int = 50_000_000,
    firstStretch: Int = 1_024
  ) {
    store = environment.store
    pool = environment.pool
    self.cancellation = cancellation
    self.budget = budget
    self.firstStretch = firstStretch
  }

  /// What a query gave, still as cells.
  package struct Result {
    let rows: Rows
    let provenance: Provenance
    let warnings: [Diagnostic]
    let fallen: [SourceRange: Int]
  }

  /// Throws only a `QueryFailure`.
  package func execute(_ plan: Plan, last: LastRows?) throws -> Result {
    let runner = StepRunner(store, pool, cancellation, budget: budget)
    let query = plan.query
    runner.ruleTables = query.rules.map { RuleTable(width: $0.columns.count) }
    let provenance = Provenance(store: store, rules: query.rules, ruleTables: runner.ruleTables)
    for stratum in query.strata { try compute(stratum, plan, runner, provenance) }
    var rows: Rows
    var ancestry = provenance
    runner.countsFallen = true
    var done = 0
    switch query.source {
    case .pattern(let body):
      if let limit = EarlyLimit(plan) {
        rows = try firstRows(limit, plan.body, body, runner)
        done = limit.stages.count
      } else {
        // A count of many needs no order.
        let isCounted = if case .count? = query.stages.first { true } else { false }
        rows = try patternRows(plan.body, body, runner, anyOrder: isCounted)
      }
    case .lastResult:
      rows = last?.rows ?? Rows(columns: [], cells: [], count: 0, facts: FactLists())
      // The rows' facts refer to the rules of the query that gave them.
      ancestry = last?.provenance ?? provenance
    }
    var stages = stageRunner(runner, ancestry)
    rows = try stages.run(query.stages.dropFirst(done), rows)
    return Result(rows: rows, provenance: ancestry, warnings: stages.warnings, fallen: runner.fallen)
  }

  private func stageRunner(_ runner: StepRunner, _ provenance: Provenance) -> StageRunner {
    StageRunner(
      store: store, values: ColumnEvaluator(store: store, pool: pool), runner: runner, provenance: provenance,
      cancellation: cancellation)
  }

  private func patternRows(
    _ steps: [PlanStep], _ body: Body, _ runner: StepRunner, anyOrder: Bool = false
  ) throws -> Rows {
    let frame = try ordered(steps, body, runner, anyOrder: anyOrder)
    return Rows(
      columns: body.outputs.map { body.variables[$0] }, cells: body.outputs.map { frame.columns[$0] },
      count: frame.count, facts: FactLists(frame))
  }

  /// The rows that an early limit needs, and at most as many again as the last stretch gave.
  private func firstRows(_ limit: EarlyLimit, _ steps: [PlanStep], _ body: Body, _ runner: StepRunner) throws -> Rows {
    defer { runner.windows = [:] }
    // The stages before an early limit know nothing of provenance and warn of nothing.
    var stages = stageRunner(runner, Provenance(store: store, rules: [], ruleTables: []))
    let all = runner.rowCount(limit.atom)
    var end = min(all, firstStretch)
    runner.windows = [limit.atom.occurrence: 0..<end]
    var rows = try stages.run(limit.stages, patternRows(steps, body, runner))
    while rows.count < limit.count, end < all {
      let start = end
      end = min(all, start * 4)
      runner.windows = [limit.atom.occurrence: start..<end]
      rows.append(try stages.run(limit.stages, patternRows(steps, body, runner)))
    }
    return rows
  }

  /// The rows of a pattern in the order of their facts.
  private func ordered(
    _ steps: [PlanStep], _ body: Body, _ runner: StepRunner, anyOrder: Bool = false
  ) throws -> Frame {
    let frame = try runner.run(steps, from: Frame(variables: body.variables.count, slots: body.factSlots))
    if anyOrder, frame.count > 1_000 { return frame }
    return frame.orderByFacts().map { frame.taking($0) } ?? frame
  }

  // MARK: - Rules

  private func compute(_ stratum: [Int], _ plan: Plan, _ runner: StepRunner, _ provenance: Provenance) throws {
    let rules = plan.query.rules
    guard rules[stratum[0]].isRecursive else {
      try computeOnce(stratum[0], plan, runner, provenance)
      return
    }
    // The first round finds what doesn't need the rules themselves.
    for rule in stratum { try addAll(plan.rules[rule].body, rules[rule], runner, to: runner.ruleTables[rule]) }
    var seen = [Int: Int](uniqueKeysWithValues: stratum.map { ($0, 0) })
    while stratum.contains(where: { runner.ruleTables[$0].count > seen[$0]! }) {
      try cancellation.check()
      let counts = [Int: Int](uniqueKeysWithValues: stratum.map { ($0, runner.ruleTables[$0].count) })
      for rule in stratum {
        try addRound(plan.rules[rule], rules[rule], Window(old: seen, all: counts), runner, to: rule)
      }
      runner.windows = [:]
      seen = counts
    }
  }

  private func computeOnce(_ rule: Int, _ plan: Plan, _ runner: StepRunner, _ provenance: Provenance) throws {
    let checked = plan.query.rules[rule]
    let frame = try ordered(plan.rules[rule].body, checked.body, runner)
    let facts = FactLists(frame)
    guard !checked.stages.isEmpty else {
      runner.ruleTables[rule].fill(checked.head.map { frame.columns[$0] }, frame.count, facts)
      return
    }
    let start = Rows(
      columns: checked.body.outputs.map { checked.body.variables[$0] },
      cells: checked.body.outputs.map { frame.columns[$0] }, count: frame.count, facts: facts)
    var stages = stageRunner(runner, provenance)
    let rows = try stages.run(checked.stages[...], start)
    runner.ruleTables[rule].fill(checked.head.map { rows.cells[$0] }, rows.count, rows.facts)
  }

  /// How many tuples of each rule were known before the last round, and how many are known now.
  private struct Window {
    let old: [Int: Int]
    let all: [Int: Int]
  }

  /// One round: each place of a recursive rule in turn takes the last round's tuples; places before it take the older
  /// ones, places behind it both, so that no combination is looked at twice.
  private func addRound(
    _ plan: RulePlan, _ rule: CheckedRule, _ window: Window, _ runner: StepRunner, to number: Int
  ) throws {
    let places = Recursion.places(rule.body.clauses, of: Set(window.all.keys))
    guard let variants = plan.variants else {
      runner.windows = places.mapValues { 0..<window.all[$0]! }
      try addAll(plan.body, rule, runner, to: runner.ruleTables[number])
      return
    }
    for variant in variants {
      var windows: [Int: Range<Int>] = [:]
      for (place, used) in places {
        let (old, all) = (window.old[used]!, window.all[used]!)
        windows[place] = place == variant.occurrence ? old..<all : place < variant.occurrence ? 0..<old : 0..<all
      }
      runner.windows = windows
      try addAll(variant.steps, rule, runner, to: runner.ruleTables[number])
    }
  }

  private func addAll(_ steps: [PlanStep], _ rule: CheckedRule, _ runner: StepRunner, to table: RuleTable) throws {
    let frame = try ordered(steps, rule.body, runner)
    table.add(rule.head.map { frame.columns[$0] }, frame.count, FactLists(frame))
    guard table.count <= budget else { throw QueryFailure.overBudget(rows: budget) }
  }
}

/// Rows of a result that later queries go on from.
package struct LastRows {
  let rows: Rows
  let provenance: Provenance
}

extension Recursion {
  /// The rule used at each place where one of `rules` is used.
  static func places(_ clauses: [Clause], of rules: Set<Int>) -> [Int: Int] {
    var all: [Int: Int] = [:]
    for clause in clauses {
      switch clause {
      case .atom(let atom):
        if case .rule(let rule) = atom.source, rules.contains(rule) { all[atom.occurrence] = rule }
      case .exists(_, let inner, _, _, _), .optional(let inner, _, _, _):
        all.merge(places(inner, of: rules)) { a, _ in a }
      case .either(let branches, _, _, _):
        for branch in branches { all.merge(places(branch, of: rules)) { a, _ in a } }
      case .test: break
      }
    }
    return all
  }
}
