import QueryLanguage

/// Prints rules as table expressions, each a set of tuples.
struct SQLRules {
  private let environment: Environment
  private let dialect: SQLDialect
  private let rules: [CheckedRule]

  init(_ environment: Environment, _ dialect: SQLDialect, _ rules: [CheckedRule]) {
    self.environment = environment
    self.dialect = dialect
    self.rules = rules
  }

  func tables(_ strata: [[Int]]) throws -> [String] {
    try strata.flatMap { stratum in
      guard stratum.count == 1 else { throw SQLUnsupported(what: "rules that need each other") }
      let rule = rules[stratum[0]]
      if rule.isRecursive { return [try recursive(rule, stratum[0])] }
      return rule.stages.isEmpty ? [try plain(rule)] : try staged(rule)
    }
  }

  private func header(_ rule: CheckedRule) -> String {
    "\(SQLText.name(rule.name)) (\(SQLText.list(rule.columns.map { SQLText.name($0.name) })))"
  }

  private func selects(_ rule: CheckedRule, _ clauses: [[Clause]]) throws -> [String] {
    var pattern = SQLPattern(environment, dialect, rules, rule.body.variables)
    return try clauses.flatMap { try pattern.selections($0) }.map { selection in
      "SELECT DISTINCT \(SQLText.list(rule.head.map { selection.columns[$0]?.text ?? "NULL" }))\(selection.body)"
    }
  }

  private func plain(_ rule: CheckedRule) throws -> String {
    let parts = try selects(rule, SQLPattern.conjunctions(rule.body.clauses))
    return "\(header(rule)) AS (\(parts.joined(separator: "\nUNION\n")))"
  }

  private func staged(_ rule: CheckedRule) throws -> [String] {
    let start = try SQLStart(environment, dialect, rules, rule.body)
    var stages = try start.stages(rule.stages, prefix: "\(rule.name)_")
    try stages.add(rule.stages)
    let names = rule.head.map { SQLText.name(stages.columns[$0].name) }
    return stages.tables.map { "\($0.name) AS (\($0.select))" }
      + ["\(header(rule)) AS (SELECT DISTINCT \(SQLText.list(names)) FROM \(stages.last))"]
  }

  /// First the cases that don't need the rule, then those that need it once.
  private func recursive(_ rule: CheckedRule, _ number: Int) throws -> String {
    var (first, again): ([[Clause]], [[Clause]]) = ([], [])
    for conjunction in SQLPattern.conjunctions(rule.body.clauses) {
      guard let places = Recursion.occurrences(conjunction, of: [number]), places.count < 2 else {
        throw SQLUnsupported(what: "a rule that needs itself twice")
      }
      if places.isEmpty { first.append(conjunction) } else { again.append(conjunction) }
    }
    let (start, rounds) = (try selects(rule, first), try selects(rule, again))
    guard dialect == .duckdb else {
      return "\(header(rule)) AS (\((start + rounds).joined(separator: "\nUNION\n")))"
    }
    // DuckDB takes one query for the start and one for the rounds.
    func one(_ parts: [String]) -> String {
      parts.count == 1 ? parts[0] : "SELECT * FROM (\(parts.joined(separator: "\nUNION\n")))"
    }
    return "\(header(rule)) AS (\(one(start))\nUNION\n\(one(rounds)))"
  }
}
