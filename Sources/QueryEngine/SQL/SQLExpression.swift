import Facts
import Language
import QueryLanguage

/// A column of a query as SQL sees it.
struct SQLColumn {
  let text: String
  /// The same column with its text folded, where the tables have one.
  let folded: String?
}

/// Prints expressions over columns.
///
/// Entities and references are ids, and dates are written `first/last`, so that one column holds a period and periods
/// sort as they should.
struct SQLExpression {
  let environment: Environment
  let dialect: SQLDialect
  let columns: [Int: SQLColumn]
  let types: [Int: ValueType]

  func written(_ value: ValueExpression, as type: ValueType? = nil) throws -> String {
    switch value {
    case .constant(let cell): return try constant(cell, type ?? self.type(of: value))
    case .column(let column): return try self.column(column).text
    case .followed(let base, let path): return try followed(written(base), path, suffix: "")
    case .call(let function, let arguments): return try call(function, arguments)
    case .arithmetic(let operation, let a, let b): return try arithmetic(operation, a, b)
    }
  }

  private func column(_ number: Int) throws -> SQLColumn {
    guard let column = columns[number] else { throw SQLUnsupported(what: "a variable of another branch") }
    return column
  }

  /// The type of a constant stands with what it is compared with; numbers and dates show in their bits.
  private func type(of value: ValueExpression) -> ValueType? {
    guard case .column(let column) = value else { return nil }
    return types[column]
  }

  func constant(_ cell: Cell, _ type: ValueType?) throws -> String {
    switch type {
    case .number?: return SQLText.literal(cell.number)
    case .date?: return SQLText.literal(Self.written(cell.period))
    case .text?, .symbol?: return SQLText.literal(environment.pool.text(cell))
    case .entity?:
      return SQLText.literal(environment.store.id(relation: ValueType.entityRelation, row: Int(cell)).description)
    case .row(let relation)? where type?.isClaim == false:
      return SQLText.literal(environment.store.id(relation: relation, row: Int(cell)).description)
    case .row?, .claim?: return SQLText.literal(environment.store.id(of: ClaimRow(packed: UInt32(cell))).description)
    case .duration?, nil: throw SQLUnsupported(what: "this constant")
    }
  }

  static func written(_ period: Period) -> String {
    "\(Period(start: period.start, end: period.start))/\(Period(start: period.end, end: period.end))"
  }

  // MARK: - References

  private func followed(_ base: String, _ path: ValueExpression.Path, suffix: String) -> String {
    switch path {
    case .field(let relation, let field):
      let declaration = Schema.relations[relation]
      return Self.lookUp(declaration.name, declaration.fields[field].name + suffix, base)
    case .claim(let fields):
      let parts = zip(Schema.claims, fields).map { claim, field in
        let name = Schema.relation(claim)!.fields[field].name
        return "SELECT \(SQLTables.column(name + suffix)) FROM \(claim) WHERE id = \(base)"
      }
      return "(\(parts.joined(separator: " UNION ALL ")))"
    }
  }

  private static func lookUp(_ relation: String, _ field: String, _ id: String) -> String {
    "(SELECT \(SQLTables.column(field)) FROM \(relation) WHERE id = \(id))"
  }

  // MARK: - Functions

  private func call(_ function: Function, _ arguments: [ValueExpression]) throws -> String {
    let x = try written(arguments[0])
    switch function {
    case .year: return "CAST(substr(\(x), 1, 4) AS INTEGER)"
    case .month:
      return "CASE WHEN substr(\(x), 1, 7) = substr(\(x), 12, 7) THEN CAST(substr(\(x), 6, 2) AS INTEGER) END"
    case .day: return "CASE WHEN \(Self.isDay(x)) THEN CAST(substr(\(x), 9, 2) AS INTEGER) END"
    case .length: return characters(x)
    case .fold: return try folded(arguments[0])
    case .entityName: return Self.lookUp("entity", "name", x)
    case .entityKind: return Self.lookUp("entity", "kind", x)
    case .idOfRow, .idOfClaim: return x
    case .claimKind:
      let parts = Schema.claims.map { "SELECT '\($0)' FROM \($0) WHERE id = \(x)" }
      return "(\(parts.joined(separator: " UNION ALL ")))"
    case .absolute: return "abs(\(x))"
    case .round: return "round(\(x))"
    case .fallback: return "coalesce(\(x), \(try written(arguments[1], as: literalType(arguments))))"
    }
  }

  /// How many characters a text has as they are seen. SQLite counts code points, so the signs of vowels go first: from
  /// fathatan to sukun, and the small alef.
  private func characters(_ text: String) -> String {
    switch dialect {
    case .duckdb: return "length_grapheme(\(text))"
    case .sqlite:
      let signs = Array(0x64B...0x652) + [0x670]
      return "length(\(signs.reduce(text) { "replace(\($0), char(\($1)), '')" }))"
    }
  }

  /// The second value of `default` may be a constant of the first one's type, else of text.
  private func literalType(_ arguments: [ValueExpression]) -> ValueType? {
    resultType(arguments[0]) ?? .text
  }

  /// What an expression gives, as far as printing constants beside it needs.
  func resultType(_ value: ValueExpression) -> ValueType? {
    switch value {
    case .constant: nil
    case .column(let column): types[column]
    case .followed(_, .field(let relation, let field)):
      ValueType(Schema.relations[relation].fields[field].type, of: relation)
    case .followed(_, .claim(let fields)):
      ValueType(Schema.relation(Schema.claims[0])!.fields[fields[0]].type, of: 0)
    case .call(let function, let arguments):
      switch function {
      case .year, .month, .day, .length, .absolute, .round: .number
      case .fold, .entityName, .idOfRow, .idOfClaim, .entityKind, .claimKind: .text
      case .fallback: resultType(arguments[0]) ?? resultType(arguments[1])
      }
    case .arithmetic(let operation, _, _):
      switch operation {
      case .add, .subtract, .multiply, .divide, .daysBetween: .number
      case .later, .earlier: .date
      }
    }
  }

  /// A text with spellings made equal: the tables have it ready for their texts.
  func folded(_ value: ValueExpression) throws -> String {
    switch value {
    case .constant(let cell): return SQLText.literal(Folding.fold(environment.pool.text(cell)))
    case .column(let number):
      let column = try column(number)
      if case .symbol? = types[number] { return column.text }
      guard let folded = column.folded else { throw SQLUnsupported(what: "folding a computed text") }
      return folded
    case .followed(let base, let path): return followed(try written(base), path, suffix: SQLTables.foldedSuffix)
    case .call(.entityName, let arguments):
      return Self.lookUp("entity", "name" + SQLTables.foldedSuffix, try written(arguments[0]))
    case .call(.entityKind, _), .call(.claimKind, _): return try written(value)
    case .call(.fold, let arguments): return try folded(arguments[0])
    case .call(.fallback, let arguments): return "coalesce(\(try folded(arguments[0])), \(try folded(arguments[1])))"
    case .call, .arithmetic: throw SQLUnsupported(what: "folding a computed text")
    }
  }

  // MARK: - Dates and numbers

  static func first(_ date: String) -> String { "substr(\(date), 1, 10)" }
  static func last(_ date: String) -> String { "substr(\(date), 12, 10)" }
  static func isDay(_ date: String) -> String { "\(first(date)) = \(last(date))" }

  private func arithmetic(
    _ operation: ValueExpression.Arithmetic, _ a: ValueExpression, _ b: ValueExpression
  ) throws -> String {
    switch operation {
    case .add: return try "(\(written(a, as: .number)) + \(written(b, as: .number)))"
    case .subtract: return try "(\(written(a, as: .number)) - \(written(b, as: .number)))"
    case .multiply: return try "(\(written(a, as: .number)) * \(written(b, as: .number)))"
    case .divide: return try "(1.0 * \(written(a, as: .number)) / nullif(\(written(b, as: .number)), 0))"
    case .daysBetween: return try days(from: written(b, as: .date), to: written(a, as: .date))
    case .later: return try moved(a, b, sign: 1)
    case .earlier: return try moved(a, b, sign: -1)
    }
  }

  private func days(from start: String, to end: String) -> String {
    let (a, b) = (Self.first(start), Self.first(end))
    let days =
      switch dialect {
      case .sqlite: "julianday(\(b)) - julianday(\(a))"
      case .duckdb: "date_diff('day', CAST(\(a) AS DATE), CAST(\(b) AS DATE))"
      }
    return "CASE WHEN \(Self.isDay(start)) AND \(Self.isDay(end)) THEN \(days) END"
  }

  /// Months differ in what they do with the last day of a month, so only days are moved.
  private func moved(_ date: ValueExpression, _ by: ValueExpression, sign: Int) throws -> String {
    guard case .constant(let cell) = by, cell.duration.months == 0 else {
      throw SQLUnsupported(what: "moving a date by months")
    }
    let date = try written(date, as: .date)
    let days = sign * Int(cell.duration.days)
    func moved(_ day: String) -> String {
      switch dialect {
      case .sqlite: "date(\(day), '\(days) days')"
      case .duckdb: "strftime(CAST(\(day) AS DATE) + INTERVAL (\(days)) DAY, '%Y-%m-%d')"
      }
    }
    return "\(moved(Self.first(date))) || '/' || \(moved(Self.last(date)))"
  }
}
