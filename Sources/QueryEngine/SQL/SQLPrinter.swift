import Facts
import QueryLanguage

/// Prints a checked query as one SELECT over the tables of `SQLTables`.
///
///     SELECT t1.text AS "text"
///     FROM quote AS t1
///     WHERE t1.act IN ('deny')
///     ORDER BY t1.line
package struct SQLPrinter {
  private let environment: Environment
  private let dialect: SQLDialect

  package init(_ environment: Environment, _ dialect: SQLDialect) {
    self.environment = environment
    self.dialect = dialect
  }

  /// Throws `SQLUnsupported` for what SQL can't say.
  package func written(_ query: CheckedQuery) throws -> String {
    guard case .pattern(let body) = query.source else { throw SQLUnsupported(what: "the last result, `_`") }
    var tables = try SQLRules(environment, dialect, query.rules).tables(query.strata)
    let isRecursive = query.rules.contains { $0.isRecursive }
    let start = try SQLStart(environment, dialect, query.rules, body)
    if query.stages.isEmpty, let selection = start.only {
      return Self.with(tables, isRecursive) + (try plain(selection, body, start)) + ";"
    }
    var stages = try start.stages(query.stages, prefix: "s")
    try stages.add(query.stages)
    tables += stages.tables.map { "\($0.name) AS (\($0.select))" }
    return Self.with(tables, isRecursive)
      + "SELECT \(SQLText.list(shown(stages.columns) { SQLText.name($0.name) }))\nFROM \(stages.last)"
      + "\nORDER BY \(SQLStages.place);"
  }

  private static func with(_ tables: [String], _ isRecursive: Bool) -> String {
    tables.isEmpty ? "" : "WITH \(isRecursive ? "RECURSIVE " : "")\(tables.joined(separator: ",\n"))\n"
  }

  /// A pattern without stages needs no places.
  private func plain(_ selection: SQLSelection, _ body: Body, _ start: SQLStart) throws -> String {
    let columns = body.outputs.map { body.variables[$0] }
    let texts = Dictionary(
      zip(columns.map(\.name), body.outputs.map { selection.columns[$0]?.text ?? "NULL" }),
      uniquingKeysWith: { a, _ in a })
    let list = SQLText.list(shown(columns) { texts[$0.name]! })
    return
      "SELECT \(list)\(selection.body.replacing("\n  WHERE", with: "\nWHERE").replacing(" FROM", with: "\nFROM", maxReplacements: 1))"
      + "\nORDER BY \(SQLText.list(start.order(selection)))"
  }

  /// Entities are shown by name.
  private func shown(_ columns: [CheckedColumn], _ text: (CheckedColumn) -> String) -> [String] {
    columns.filter { !$0.isHidden }.map { column in
      let value = column.type == .entity ? "(SELECT name FROM entity WHERE id = \(text(column)))" : text(column)
      let name = SQLText.name(column.name)
      return value == name ? value : "\(value) AS \(name)"
    }
  }
}

extension Session {
  /// A query as SQL, for the tables of `SQLTables`.
  package func sql(_ query: Query, _ dialect: SQLDialect) throws -> String {
    try SQLPrinter(environment, dialect).written(Checker(environment).check(query))
  }
}
