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
    for clause in body.clauses {
      if case .either(_, _, _, let slots) = clause, slots.count > 1 {
        throw SQLUnsupported(what: "an `or` with several relations in a branch")
      }
    }
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
    let start = try only.map { one($0, folded) } ?? several(folded)
    return SQLStages(environment, dialect, prefix: prefix, start: start, columns: columns, folded: folded)
  }

  private func one(_ selection: SQLSelection, _ folded: Set<String>) -> String {
    let place = "row_number() OVER (ORDER BY \(SQLText.list(order(selection)))) AS \(SQLStages.place)"
    return "SELECT \(SQLText.list([place] + outputs(selection, folded)))\(selection.body)"
  }

  /// A combination of facts that fits two branches comes once.
  private func several(_ folded: Set<String>) throws -> String {
    let slots = Set(selections.flatMap(\.facts.keys)).sorted()
    let hidden = Set(exports(body.clauses)).subtracting(body.outputs).sorted()
    let parts = selections.map { selection in
      let facts = slots.map { slot in
        let keys = (selection.facts[slot] ?? []).map { "CAST(\($0.key) AS TEXT)" }
        return "\(keys.isEmpty ? "NULL" : keys.joined(separator: " || ' ' || ")) AS \"#f\(slot)\""
      }
      let numbers = slots.map { slot in
        guard case .row? = selection.facts[slot]?.first else { return "NULL AS \"#n\(slot)\"" }
        return "\(selection.facts[slot]![0].key) AS \"#n\(slot)\""
      }
      let others = hidden.map { "\(selection.columns[$0]?.text ?? "NULL") AS \"#v\($0)\"" }
      return "SELECT \(SQLText.list(outputs(selection, folded) + facts + numbers + others))\(selection.body)"
    }
    let order = slots.map { "\"#n\($0)\" NULLS LAST" }
    return "SELECT row_number() OVER (ORDER BY \(SQLText.list(order))) AS \(SQLStages.place), * FROM (\n"
      + parts.joined(separator: "\nUNION\n") + ")"
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
