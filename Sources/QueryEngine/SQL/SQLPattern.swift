import Facts
import QueryLanguage

/// One way to satisfy a pattern: tables, conditions, and where each variable comes from.
struct SQLSelection {
  var columns: [Int: SQLColumn]
  var from = ""
  var conditions: [String] = []
  /// What tells the facts of a row apart and puts rows in order, by slot.
  var facts: [Int: [SQLFact]] = [:]

  /// `FROM … WHERE …`
  var body: String {
    let from = from.isEmpty ? "" : " FROM \(from)"
    return from + (conditions.isEmpty ? "" : "\n  WHERE \(SQLText.all(conditions))")
  }
}

/// A row of a table as a key.
enum SQLFact {
  case row(alias: String, relation: Int)
  /// Tuples of rules have no number; they come in the order of their columns.
  case tuple(column: String)

  /// In the order of rows.
  var order: String {
    switch self {
    case .row(let alias, _): "\(alias).line"
    case .tuple(let column): column
    }
  }

  /// The same over all relations.
  var key: String {
    switch self {
    case .row(let alias, let relation): "\(relation)000000000 + \(alias).line"
    case .tuple(let column): "coalesce(CAST(\(column) AS TEXT), '')"
    }
  }
}

/// Prints patterns: an `or` is multiplied out, so that each way to choose branches is a selection of its own.
struct SQLPattern {
  let environment: Environment
  let dialect: SQLDialect
  let rules: [CheckedRule]
  let variables: [CheckedColumn]
  private var aliases = 0

  init(_ environment: Environment, _ dialect: SQLDialect, _ rules: [CheckedRule], _ variables: [CheckedColumn]) {
    self.environment = environment
    self.dialect = dialect
    self.rules = rules
    self.variables = variables
  }

  mutating func selections(_ clauses: [Clause]) throws -> [SQLSelection] {
    var all: [SQLSelection] = []
    for conjunction in Self.conjunctions(clauses) { all.append(try selection(conjunction, outer: [:])) }
    return all
  }

  /// The clauses with every `or` replaced by one of its branches, in all ways.
  static func conjunctions(_ clauses: [Clause]) -> [[Clause]] {
    clauses.reduce([[]]) { prefixes, clause in
      guard case .either(let branches, _, _, _) = clause else { return prefixes.map { $0 + [clause] } }
      let choices = branches.flatMap { conjunctions($0) }
      return prefixes.flatMap { prefix in choices.map { prefix + $0 } }
    }
  }

  private mutating func selection(_ clauses: [Clause], outer: [Int: SQLColumn]) throws -> SQLSelection {
    var result = SQLSelection(columns: outer)
    for clause in clauses {
      guard case .atom(let atom) = clause else { continue }
      let (table, agreeing) = join(atom, &result)
      if result.from.isEmpty {
        result.from = table
        result.conditions += agreeing
      } else {
        result.from += "\n  JOIN \(table) ON \(SQLText.all(agreeing))"
      }
    }
    for clause in clauses {
      if case .optional(let inner, _, _, _) = clause { try addOptional(inner, to: &result) }
    }
    result.conditions += try conditions(clauses, result.columns)
    return result
  }

  private mutating func addOptional(_ clauses: [Clause], to result: inout SQLSelection) throws {
    let choices = Self.conjunctions(clauses)
    guard choices.count == 1 else { throw SQLUnsupported(what: "an `or` inside `optional`") }
    var tables: [String] = []
    var agreeing: [String] = []
    for clause in choices[0] {
      guard case .atom(let atom) = clause else { continue }
      let (table, conditions) = join(atom, &result)
      tables.append(table)
      agreeing += conditions
    }
    agreeing += try conditions(choices[0], result.columns)
    let joined = tables.count == 1 ? tables[0] : "(\(tables.joined(separator: " CROSS JOIN ")))"
    result.from += "\n  LEFT JOIN \(joined) ON \(SQLText.all(agreeing))"
  }

  // MARK: - Atoms

  private mutating func join(_ atom: CheckedAtom, _ result: inout SQLSelection) -> (table: String, agreeing: [String]) {
    aliases += 1
    let alias = "t\(aliases)"
    var agreeing: [String] = []
    for binding in atom.bindings {
      let column = column(of: atom.source, binding.field, alias)
      if let old = result.columns[binding.variable] {
        agreeing.append("\(column.text) = \(old.text)")
      } else {
        result.columns[binding.variable] = column
      }
    }
    switch atom.source {
    case .relation(let relation):
      result.facts[atom.factSlot] = [.row(alias: alias, relation: relation)]
      return ("\(Schema.relations[relation].name) AS \(alias)", agreeing)
    case .rule(let number):
      let rule = rules[number]
      result.facts[atom.factSlot] = rule.columns.map { .tuple(column: "\(alias).\(SQLText.name($0.name))") }
      return ("\(SQLText.name(rule.name)) AS \(alias)", agreeing)
    }
  }

  private func column(of source: CheckedAtom.Source, _ field: Int, _ alias: String) -> SQLColumn {
    switch source {
    case .relation(let relation):
      let field = Schema.relations[relation].fields[field]
      return SQLColumn(
        text: "\(alias).\(SQLTables.column(field.name))",
        folded: SQLTables.isFolded(field.type) ? "\(alias).\(field.name)\(SQLTables.foldedSuffix)" : nil)
    case .rule(let number):
      return SQLColumn(text: "\(alias).\(SQLText.name(rules[number].columns[field].name))", folded: nil)
    }
  }

  // MARK: - Conditions

  private mutating func conditions(_ clauses: [Clause], _ columns: [Int: SQLColumn]) throws -> [String] {
    var all: [String] = []
    for clause in clauses {
      switch clause {
      case .test(let test): all.append(try expression(columns).written(test.test))
      case .exists(let negated, let inner, _, _, _): all.append(try exists(inner, negated: negated, columns))
      case .atom, .either, .optional: break
      }
    }
    return all
  }

  private mutating func exists(_ clauses: [Clause], negated: Bool, _ columns: [Int: SQLColumn]) throws -> String {
    var parts: [String] = []
    for conjunction in Self.conjunctions(clauses) {
      parts.append("EXISTS (SELECT 1\(try selection(conjunction, outer: columns).body))")
    }
    let either = parts.count == 1 ? parts[0] : "(\(parts.joined(separator: " OR ")))"
    return negated ? "NOT \(either)" : either
  }

  func expression(_ columns: [Int: SQLColumn]) -> SQLExpression {
    let types = Dictionary(uniqueKeysWithValues: variables.enumerated().map { ($0, $1.type) })
    return SQLExpression(environment: environment, dialect: dialect, columns: columns, types: types)
  }
}
