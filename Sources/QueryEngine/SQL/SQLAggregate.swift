import QueryLanguage

/// Prints aggregates.
struct SQLAggregate {
  private let expression: SQLExpression
  private let dialect: SQLDialect
  private let keys: [String]

  init(_ expression: SQLExpression, _ dialect: SQLDialect, keys: [String]) {
    self.expression = expression
    self.dialect = dialect
    self.keys = keys
  }

  /// The value of an aggregate, and the column of the rows that it needs where the order of rows decides.
  func written(_ aggregate: Grouping.Aggregate, number: Int) throws -> (value: String, window: String?) {
    guard let argument = aggregate.argument, let type = aggregate.type else { return ("count(*)", nil) }
    let value = try expression.written(argument, as: type)
    let distinct = aggregate.isDistinct ? "DISTINCT " : ""
    switch aggregate.kind {
    case .count, .sum, .avg, .min, .max: return ("\(aggregate.kind.rawValue)(\(distinct)\(value))", nil)
    case .median:
      guard dialect == .duckdb else { throw SQLUnsupported(what: "`median` in SQLite") }
      return ("median(\(distinct)\(value))", nil)
    case .first, .any: return try picked(value, aggregate, "ASC", number)
    case .last: return try picked(value, aggregate, "DESC", number)
    case .list: throw SQLUnsupported(what: "`list`")
    }
  }

  /// The first or last known value of a group stands in each of its rows, and any of them will do.
  private func picked(
    _ value: String, _ aggregate: Grouping.Aggregate, _ direction: String, _ number: Int
  ) throws -> (value: String, window: String?) {
    var known = value
    var order = "\(SQLStages.place) \(direction)"
    if let by = aggregate.by {
      switch by.type {
      case .number, .date, .text, .symbol: break
      case .duration, .entity, .row, .claim: throw SQLUnsupported(what: "`first` or `last` by \(by.type)")
      }
      let key = try expression.written(by.value, as: by.type)
      known = "CASE WHEN \(key) IS NOT NULL THEN \(value) END"
      order = "\(key) \(direction), \(order)"
    }
    let groups = keys.isEmpty ? "" : "PARTITION BY \(SQLText.list(keys)) "
    let name = SQLText.name("#\(number)")
    return ("max(\(name))", "first_value(\(known)) OVER (\(groups)ORDER BY \(known) IS NULL, \(order)) AS \(name)")
  }
}
