import Facts
import QueryLanguage

/// Looks up every name of a query and finds every type, so that nothing can fail when it runs.
package struct Checker {
  private let environment: Environment

  package init(_ environment: Environment) { self.environment = environment }

  /// Throws `Diagnostics` with all that is wrong.
  package func check(_ query: Query) throws -> CheckedQuery {
    let expressions = ExpressionChecker(environment)
    var conditions: [Condition] = []
    if case .pattern(let condition) = query.source { conditions = [condition] }
    let catalog = RuleCatalog(environment, reachedFrom: conditions)
    let (rules, strata) = try checkRules(catalog, usedBy: query)

    var source: CheckedQuery.Source?
    var columns: [CheckedColumn] = []
    var punned: [String] = []
    switch query.source {
    case .pattern(let condition):
      let pattern = PatternChecker(expressions, rules: catalog, isRule: false)
      if let body = pattern.body(condition) {
        source = .pattern(body)
        columns = body.outputs.map { body.variables[$0] }
        punned = pattern.punnedJoins
        // Without a column every name of the stages would be one more error.
        guard hasOutput(columns, query, expressions) else { throw Diagnostics(expressions.errors) }
      }
    case .lastResult(let range), .continuation(let range):
      if let last = environment.lastResult {
        source = .lastResult
        columns = last
      } else {
        expressions.report(Diagnostic("no-last-result", "there is no last result yet", at: range))
      }
    }
    var stages = StageChecker(expressions, columns: columns)
    if source != nil { stages.check(query.stages, isRule: false) }
    guard let source, !expressions.hasErrors else { throw Diagnostics(expressions.errors) }
    return CheckedQuery(
      source: source, stages: stages.stages, rules: rules, strata: strata, warnings: expressions.diagnostics,
      punnedJoins: punned, unknownNames: expressions.unknownNames, request: stages.request,
      columns: stages.scope.columns)
  }

  /// What is wrong with a rule. With `allowsForward`, a name that is not defined yet is a warning.
  package func check(_ rule: Rule, allowsForward: Bool) -> [Diagnostic] {
    if Schema.index(of: rule.name.text) != nil {
      return [
        Diagnostic("rule-name", "`\(rule.name.written)` is a relation, a rule needs another name", at: rule.name.range)
      ]
    }
    if FunctionTable.functions.contains(where: { $0.name == rule.name.text }) {
      return [
        Diagnostic("rule-name", "`\(rule.name.written)` is a function, a rule needs another name", at: rule.name.range)
      ]
    }
    guard case .pattern(let condition) = rule.body.source else { return [] }
    var environment = environment
    environment.rules[rule.name.text] = rule
    let atom = Atom(name: rule.name, arguments: [], rule.range)
    let catalog = RuleCatalog(environment, reachedFrom: [Condition(.atom(atom), rule.range)])
    let checker = RuleChecker(catalog)
    let strata = strata(catalog)
    if let found = strata.unstratified, found.rule == catalog.number(rule.name.text) {
      return [unstratified(catalog, found, at: rule.range)]
    }
    let forward = RuleCatalog.atomNames(condition).filter {
      Schema.index(of: $0) == nil && environment.rules[$0] == nil
    }
    let number = catalog.number(rule.name.text)!
    _ = checker.check(rule, isRecursive: strata.isRecursive(number))
    guard allowsForward, !forward.isEmpty else { return checker.expressions.diagnostics }
    // Without the missing rule its columns are unknown, and so is much of what follows.
    return checker.expressions.diagnostics.filter { $0.code == "unknown-relation" }.map {
      var later = $0
      later.severity = .warning
      later.message = "\(later.message) yet; it can be defined later"
      return later
    }
  }

  private func checkRules(_ catalog: RuleCatalog, usedBy query: Query) throws -> ([CheckedRule], [[Int]]) {
    let strata = strata(catalog)
    if let found = strata.unstratified {
      throw Diagnostics([unstratified(catalog, found, at: place(of: found.rule, in: query, catalog))])
    }
    var rules: [CheckedRule] = []
    for (number, rule) in catalog.order.enumerated() {
      let checker = RuleChecker(catalog)
      guard let checked = checker.check(rule, isRecursive: strata.isRecursive(number)) else {
        throw Diagnostics(
          checker.expressions.diagnostics.filter { $0.severity == .error }.map {
            Diagnostic(
              "broken-rule", "in rule `\(rule.name.written)`: \($0.message)", at: place(of: number, in: query, catalog),
              suggestions: $0.suggestions, choices: $0.choices, hint: $0.hint)
          })
      }
      rules.append(checked)
    }
    return (rules, strata.components)
  }

  /// Where a query uses a rule, itself or through other rules. The rule's own text may have been entered long before.
  private func place(of rule: Int, in query: Query, _ catalog: RuleCatalog) -> SourceRange {
    guard case .pattern(let condition) = query.source else { return query.range }
    return RuleCatalog.atoms(condition).first { catalog.reaches(rule, from: $0.name.text) }?.name.range ?? query.range
  }

  private func hasOutput(_ columns: [CheckedColumn], _ query: Query, _ expressions: ExpressionChecker) -> Bool {
    guard columns.isEmpty else { return true }
    let counts = query.stages.contains {
      switch $0.kind {
      case .count, .group: true
      case .where, .let, .select, .distinct, .sort, .limit, .conflicts, .timeline, .chart, .export: false
      }
    }
    guard !counts else { return true }
    expressions.report(
      Diagnostic(
        "no-output", "the query names no variable to show", at: query.range, hint: "name a field, or count",
        example: "quote(speaker, text) or quote() | count"))
    return false
  }

  // MARK: - Strata

  private func strata(_ catalog: RuleCatalog) -> Strata {
    Strata(
      catalog.order.map { rule in
        var uses = Strata.Uses()
        guard case .pattern(let condition) = rule.body.source else { return uses }
        collect(condition, negated: !rule.body.stages.isEmpty, catalog, &uses)
        return uses
      })
  }

  private func collect(_ condition: Condition, negated: Bool, _ catalog: RuleCatalog, _ uses: inout Strata.Uses) {
    switch condition.kind {
    case .atom(let atom):
      guard let number = catalog.number(atom.name.text) else { return }
      uses.all.insert(number)
      if negated { uses.negatively.insert(number) }
    case .test: return
    case .not(let inner), .optional(let inner): collect(inner, negated: true, catalog, &uses)
    case .exists(let inner): collect(inner, negated: negated, catalog, &uses)
    case .all(let parts), .any(let parts): for part in parts { collect(part, negated: negated, catalog, &uses) }
    }
  }

  private func unstratified(_ catalog: RuleCatalog, _ found: (rule: Int, negated: Int), at range: SourceRange)
    -> Diagnostic
  {
    let (rule, negated) = (catalog.order[found.rule], catalog.order[found.negated])
    let name = rule.name.written
    let message: Message =
      switch (rule.body.stages.isEmpty, found.rule == found.negated) {
      case (true, true): "rule `\(name)` depends on its own absence"
      case (true, false):
        "rule `\(name)` depends on the absence of `\(negated.name.written)`, which depends on `\(name)`"
      case (false, true): "rule `\(name)` has stages and needs itself"
      case (false, false): "rule `\(name)` has stages and needs `\(negated.name.written)`, which needs `\(name)`"
      }
    return Diagnostic(
      "unstratified", message, at: range,
      hint: "under `not` and `optional`, and in a body with stages, only rules that don't lead back here can stand")
  }
}
