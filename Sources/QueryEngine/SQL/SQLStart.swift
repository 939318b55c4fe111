import QueryLanguage

/// The rows of a pattern as the first table that stages work on.
struct SQLStart {
  private let environment: Environment
  private let dialect: SQLDialect
  private let body: Body
  private let selections: [SQLSelection]

  init(_ environment: Environment, _ dialect: SQLDialect, _ rules: [CheckedRule], _ body: Body) throws {
    self.environment = environment
    self.dialect = dialect
    self.body = body
    var pattern = SQLPattern(environment, dialect, rules, body.variables)
    selections = try pattern.selections(body.clauses)
  }

  /// The selection, when there is only one.
  var only: SQLSelection? { selections.count == 1 ? selections[0] : nil }

  /// What puts rows in the order of their facts.
  func order(_ selection: SQLSelection) -> [String] {
    selection.facts.sorted { $0.key < $1.key }.flatMap { $0.value.map { "\($0.order) NULLS LAST" } }
  }

  func stages(_ list: [CheckedStage], prefix: String) throws -> SQLStages {
    let columns = body.outputs.map { body.variables[$0] }
    let folded = list.contains { Self.folds($0) } ? foldable() : []
    let traces = list.contains { if case .conflicts = $0 { true } else { false } }
    let origins = try traces ? selections.map { try SQLOrigin($0) } : []
    let start = only.map { one($0, folded, origins.first) } ?? several(folded, origins)
    return SQLStages(
      environment, dialect, prefix: prefix, start: start, columns: columns, folded: folded, traces: traces)
  }

  private func one(_ selection: SQLSelection, _ folded: Set<String>, _ origin: SQLOrigin?) -> String {
    let place = "row_number() OVER (ORDER BY \(SQLText.list(order(selection)))) AS \(SQLStages.place)"
    let all = [place] + outputs(selection, folded) + (origin?.columns ?? [])
    return "SELECT \(SQLText.list(all))\(selection.body)"
  }

  /// A combination of facts that fits two branches comes once, with the branch that stands first; rows of the same
  /// facts stand in the order of branches.
  private func several(_ folded: Set<String>, _ origins: [SQLOrigin]) -> String {
    let slots = Set(selections.flatMap(\.facts.keys)).sorted()
    let groups = groups(slots)
    let hidden = Set(exports(body.clauses)).subtracting(body.outputs).sorted()
    let parts = selections.enumerated().map { number, selection in
      let facts = groups.map { "\(key(selection, $0)) AS \"#f\($0[0])\"" }
      let numbers = slots.map { slot in
        guard case .row? = selection.facts[slot]?.first else { return "NULL AS \"#n\(slot)\"" }
        return "\(selection.facts[slot]![0].key) AS \"#n\(slot)\""
      }
      let others = hidden.map { "\(selection.columns[$0]?.text ?? "NULL") AS \"#v\($0)\"" }
      let origin = origins.isEmpty ? [] : origins[number].columns
      let all = outputs(selection, folded) + origin + facts + numbers + others + ["\(number) AS \"#way\""]
      return "SELECT \(SQLText.list(all))\(selection.body)"
    }
    let kept = outputNames(folded) + (origins.isEmpty ? [] : SQLOrigin.names)
    let keys = kept + groups.map { "\"#f\($0[0])\"" } + hidden.map { "\"#v\($0)\"" }
    let numbers = slots.map { dialect == .duckdb ? "arg_min(\"#n\($0)\", \"#way\") AS \"#n\($0)\"" : "\"#n\($0)\"" }
    let order = slots.map { "\"#n\($0)\" NULLS LAST" } + ["\"#way\""]
    let place = "row_number() OVER (ORDER BY \(SQLText.list(order))) AS \(SQLStages.place)"
    return "SELECT \(SQLText.list([place] + kept)) FROM (\n"
      + "SELECT \(SQLText.list(kept + numbers + ["min(\"#way\") AS \"#way\""])) FROM (\n"
      + parts.joined(separator: "\nUNION ALL\n") + ")\n  GROUP BY \(SQLText.list(keys)))"
  }

  /// Slots whose facts count as one combination: those of an `or` together, each other by itself.
  private func groups(_ slots: [Int]) -> [[Int]] {
    var groups: [[Int]] = []
    var rest = Set(slots)
    for clause in body.clauses {
      guard case .either(_, _, _, let own) = clause, !own.isEmpty else { continue }
      groups.append(own.filter { rest.remove($0) != nil })
    }
    return (groups.filter { !$0.isEmpty } + rest.map { [$0] }).sorted { $0[0] < $1[0] }
  }

  /// The facts of some slots as one text, the same in whatever order they were found.
  private func key(_ selection: SQLSelection, _ slots: [Int]) -> String {
    let facts = slots.compactMap { selection.facts[$0] }.map { parts in
      parts.map { "CAST(\($0.key) AS TEXT)" }.joined(separator: " || ' ' || ")
    }
    guard facts.count > 1 else { return facts.first ?? "NULL" }
    switch dialect {
    case .duckdb: return "CAST(list_sort([\(SQLText.list(facts))]) AS TEXT)"
    case .sqlite:
      let values = facts.map { "SELECT \($0) AS k" }.joined(separator: " UNION ALL ")
      return "(SELECT group_concat(k, ' ') FROM (\(values) ORDER BY 1))"
    }
  }

  private func outputNames(_ folded: Set<String>) -> [String] {
    body.outputs.map { body.variables[$0].name }.flatMap { name in
      [SQLText.name(name)] + (folded.contains(name) ? [SQLStages.foldedName(name)] : [])
    }
  }

  private func outputs(_ selection: SQLSelection, _ folded: Set<String>) -> [String] {
    body.outputs.flatMap { variable -> [String] in
      let name = body.variables[variable].name
      let column = selection.columns[variable]
      let plain = "\(column?.text ?? "NULL") AS \(SQLText.name(name))"
      guard folded.contains(name), let twin = column?.folded else { return [plain] }
      return [plain, "\(twin) AS \(SQLStages.foldedName(name))"]
    }
  }

  /// Text columns that have a folded twin whichever way the rows are found.
  private func foldable() -> Set<String> {
    Set(
      body.outputs.filter { variable in selections.allSatisfy { $0.columns[variable]?.folded != nil } }
        .map { body.variables[$0].name })
  }

  /// Variables that the branches of an `or` bind.
  private func exports(_ clauses: [Clause]) -> [Int] {
    clauses.flatMap { clause -> [Int] in
      if case .either(_, let exports, _, _) = clause { return exports }
      return []
    }
  }

  /// Whether a stage compares texts folded.
  private static func folds(_ stage: CheckedStage) -> Bool {
    switch stage {
    case .filter(let test): folds(test.test)
    case .extend(_, let value, _): folds(value)
    case .project(let list): list.contains { folds($0.value) }
    case .group(let grouping):
      grouping.keys.contains { folds($0.value) } || grouping.aggregates.contains { $0.argument.map(folds) ?? false }
    case .sort(let keys): keys.contains { folds($0.value) }
    case .count, .distinct, .limit, .conflicts: false
    }
  }

  private static func folds(_ test: RowTest) -> Bool {
    switch test {
    case .matches, .matchesText: true
    case .not(let inner): folds(inner)
    case .all(let parts), .any(let parts): parts.contains { folds($0) }
    case .same(let a, let b), .number(_, let a, let b), .date(_, let a, let b), .text(_, let a, let b),
      .inside(let a, let b):
      folds(a) || folds(b)
    case .between(let a, let b, let c, _): folds(a) || folds(b) || folds(c)
    case .member(let value, _), .missing(let value): folds(value)
    }
  }

  private static func folds(_ value: ValueExpression) -> Bool {
    switch value {
    case .constant, .column: false
    case .followed(let base, _): folds(base)
    case .call(.fold, _): true
    case .call(_, let arguments): arguments.contains { folds($0) }
    case .arithmetic(_, let a, let b): folds(a) || folds(b)
    }
  }
}
