import Facts

/// Conditions: the three truth values of SQL are those of the query language.
extension SQLExpression {
  func written(_ test: RowTest) throws -> String {
    switch test {
    case .same(let a, let b):
      let type = resultType(a) ?? resultType(b)
      return "\(try written(a, as: type)) = \(try written(b, as: type))"
    case .number(let order, let a, let b):
      return "\(try written(a, as: .number)) \(Self.sign(order)) \(try written(b, as: .number))"
    case .text(let order, let a, let b):
      return "\(try written(a, as: .text)) \(Self.sign(order)) \(try written(b, as: .text))"
    case .date(let order, let a, let b): return try date(order, written(a, as: .date), written(b, as: .date))
    case .member(let value, let cells):
      let type = resultType(value)
      let constants = try cells.map { try constant($0, type) }.sorted()
      // Nothing is in an empty list, but of a missing value nothing is known.
      guard !constants.isEmpty else { return "\(try written(value)) <> \(try written(value))" }
      return "\(try written(value)) IN (\(SQLText.list(constants)))"
    case .matches(let value, let test): return try matches(value, test)
    case .matchesText(let a, .contains, let b): return "instr(\(try folded(a)), \(try folded(b))) > 0"
    case .matchesText(_, .has, _): throw SQLUnsupported(what: "`has` with a variable")
    case .inside(let a, let b):
      let (inner, outer) = (try written(a, as: .date), try written(b, as: .date))
      return Self.inside(inner, low: outer, high: outer)
    case .between(let a, let low, let high, let isDate): return try between(a, low, high, isDate ? .date : .number)
    case .missing(let value): return "\(try written(value)) IS NULL"
    case .not(let inner): return "NOT (\(try written(inner)))"
    case .all(let parts): return "(\(try parts.map { try written($0) }.joined(separator: " AND ")))"
    case .any(let parts): return "(\(try parts.map { try written($0) }.joined(separator: " OR ")))"
    }
  }

  private static func sign(_ order: RowTest.Order) -> String {
    switch order {
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }

  private func date(_ order: RowTest.Order, _ a: String, _ b: String) -> String {
    switch order {
    case .less: "\(Self.last(a)) < \(Self.first(b))"
    case .lessOrEqual: "\(Self.first(a)) <= \(Self.last(b))"
    case .greater: "\(Self.first(a)) > \(Self.last(b))"
    case .greaterOrEqual: "\(Self.last(a)) >= \(Self.first(b))"
    }
  }

  private static func inside(_ date: String, low: String, high: String) -> String {
    "(\(first(low)) <= \(first(date)) AND \(last(date)) <= \(last(high)))"
  }

  private func between(
    _ value: ValueExpression, _ low: ValueExpression, _ high: ValueExpression, _ type: ValueType
  ) throws -> String {
    let (x, a, b) = (try written(value, as: type), try written(low, as: type), try written(high, as: type))
    let inside = type == .date ? Self.inside(x, low: a, high: b) : "(\(a) <= \(x) AND \(x) <= \(b))"
    if case .constant = low, case .constant = high { return inside }
    // With one end missing the other must not decide.
    return "CASE WHEN \(a) IS NOT NULL AND \(b) IS NOT NULL THEN \(inside) END"
  }

  private func matches(_ value: ValueExpression, _ test: TextTest) throws -> String {
    switch test {
    case .folded(let texts): return "\(try folded(value)) IN (\(SQLText.list(texts.sorted().map(SQLText.literal))))"
    case .printed(let text): return "\(try written(value)) = \(SQLText.literal(text))"
    case .contains(let text): return "instr(\(try folded(value)), \(SQLText.literal(text))) > 0"
    case .has(let wanted): return try SQLWords(dialect).test(folded(value), has: wanted)
    case .expression(let expression):
      guard dialect == .duckdb else { throw SQLUnsupported(what: "a regular expression in SQLite") }
      return "regexp_matches(\(try written(value)), \(SQLText.literal(expression)))"
    }
  }
}
