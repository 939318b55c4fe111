import QueryLanguage

/// Prints stages, each as a table expression over the one before it.
///
/// Rows carry their place in the column `#`, since tables have no order.
struct SQLStages {
  static let place = "\"#\""

  private let environment: Environment
  private let dialect: SQLDialect
  private let prefix: String
  private(set) var tables: [(name: String, select: String)]
  private(set) var columns: [CheckedColumn]
  /// Columns that stand in the tables a second time with their texts folded.
  private var folded: Set<String>
  /// Rows still carry the columns of `SQLOrigin`.
  private var traces: Bool

  /// `start` gives the rows of the pattern with their places.
  init(
    _ environment: Environment, _ dialect: SQLDialect, prefix: String, start: String, columns: [CheckedColumn],
    folded: Set<String>, traces: Bool
  ) {
    self.environment = environment
    self.dialect = dialect
    self.prefix = prefix
    self.columns = columns
    self.folded = folded
    self.traces = traces
    tables = [("\(prefix)0", start)]
  }

  var last: String { tables[tables.count - 1].name }

  mutating func add(_ stages: [CheckedStage]) throws {
    for stage in stages { try add(stage) }
  }

  private mutating func add(_ stage: CheckedStage) throws {
    switch stage {
    case .filter(let test): push("SELECT * FROM \(last) WHERE \(try expression().written(test.test))")
    case .extend(let column, let value, let place): try extend(column, value, replacing: place)
    case .project(let list): try project(list)
    case .group(let grouping): try group(grouping)
    case .count:
      push("SELECT 1 AS \(Self.place), count(*) AS \"count\" FROM \(last)")
      traces = false
      columns = [CheckedColumn(name: "count", type: .number)]
    case .distinct:
      traces = false
      push("SELECT min(\(Self.place)) AS \(Self.place)\(following(names)) FROM \(last)\(Self.grouped(names))")
    case .sort(let keys): try sort(keys)
    case .limit(let count): push("SELECT * FROM \(last) ORDER BY \(Self.place) LIMIT \(count)")
    case .conflicts(let value, let by, let added): try conflicts(value, by, added)
    }
  }

  private mutating func push(_ select: String) { tables.append(("\(prefix)\(tables.count)", select)) }

  /// All columns but the place.
  private var names: [String] {
    columns.flatMap { column in
      [SQLText.name(column.name)] + (folded.contains(column.name) ? [Self.foldedName(column.name)] : [])
    } + (traces ? SQLOrigin.names : [])
  }

  static func foldedName(_ name: String) -> String { SQLText.name(name + SQLTables.foldedSuffix) }

  private func following(_ parts: [String]) -> String { parts.map { ", \($0)" }.joined() }

  private static func grouped(_ keys: [String]) -> String {
    keys.isEmpty ? "" : " GROUP BY \(SQLText.list(keys))"
  }

  func expression() -> SQLExpression {
    var known: [Int: SQLColumn] = [:]
    for (i, column) in columns.enumerated() {
      known[i] = SQLColumn(
        text: SQLText.name(column.name), folded: folded.contains(column.name) ? Self.foldedName(column.name) : nil)
    }
    let types = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($0, $1.type) })
    return SQLExpression(environment: environment, dialect: dialect, columns: known, types: types)
  }

  // MARK: - Columns

  private mutating func extend(_ column: CheckedColumn, _ value: ValueExpression, replacing place: Int?) throws {
    var list = columns.enumerated().map { (column: $1, value: ValueExpression.column($0)) }
    if let place { list[place] = (column, value) } else { list.append((column, value)) }
    try project(list)
  }

  private mutating func project(_ list: [(column: CheckedColumn, value: ValueExpression)]) throws {
    let expression = expression()
    var parts: [String] = []
    var nowFolded: Set<String> = []
    for (column, value) in list {
      parts.append("\(try expression.written(value, as: column.type)) AS \(SQLText.name(column.name))")
      guard !folded.isEmpty, column.type == .text, let twin = try? expression.folded(value) else { continue }
      parts.append("\(twin) AS \(Self.foldedName(column.name))")
      nowFolded.insert(column.name)
    }
    if traces { parts += SQLOrigin.names }
    push("SELECT \(Self.place)\(following(parts)) FROM \(last)")
    columns = list.map(\.column)
    folded = nowFolded
  }

  private mutating func sort(_ keys: [(value: ValueExpression, type: ValueType, descending: Bool)]) throws {
    let expression = expression()
    let order = try keys.map { key in
      ordered(try expression.written(key.value, as: key.type), key.type, descending: key.descending)
    }
    let place = "row_number() OVER (ORDER BY \(SQLText.list(order + [Self.place]))) AS \(Self.place)"
    push("SELECT \(place)\(following(names)) FROM \(last)")
  }

  /// A key of an order: missing last, entities by name.
  private func ordered(_ value: String, _ type: ValueType, descending: Bool) -> String {
    let value = type == .entity ? "(SELECT name FROM entity WHERE id = \(value))" : value
    return "\(value) IS NULL, \(value)\(descending ? " DESC" : "")"
  }

  // MARK: - Groups

  /// Groups with two different values are those whose least value is not the greatest.
  private mutating func conflicts(_ value: Int, _ by: [Int], _ added: [Int]) throws {
    guard traces else { throw SQLUnsupported(what: "`conflicts` behind a stage that joins rows") }
    let keys = by.map { SQLText.name(columns[$0].name) }
    let (group, compared) = ("OVER (PARTITION BY \(SQLText.list(keys)))", SQLText.name(columns[value].name))
    push("SELECT *, min(\(compared)) \(group) <> max(\(compared)) \(group) AS \"#differ\" FROM \(last)")
    let parts = added.map { "\(SQLOrigin.added[$0]) AS \(SQLText.name(ConflictColumns.all[$0].name))" }
    let published = "\(SQLOrigin.added[1]) AS \"#published\""
    push(
      "SELECT \(Self.place)\(following(names + parts + [published])) FROM \(last) WHERE \"#differ\"")
    columns += added.map { ConflictColumns.all[$0] }
    let order = by.map { ordered(SQLText.name(columns[$0].name), columns[$0].type, descending: false) }
    let place = [ordered("\"#published\"", .date, descending: false), Self.place]
    push(
      "SELECT row_number() OVER (ORDER BY \(SQLText.list(order + place))) AS \(Self.place)\(following(names)) FROM \(last)"
    )
  }

  private mutating func group(_ grouping: Grouping) throws {
    traces = false
    let expression = expression()
    let keys = try grouping.keys.map { try expression.written($0.value, as: $0.column.type) }
    var inner: [Int: SQLColumn] = [:]
    var types: [Int: ValueType] = [:]
    for (i, key) in keys.enumerated() {
      inner[i] = SQLColumn(text: key, folded: nil)
      types[i] = grouping.keys[i].column.type
    }
    var windows: [String] = []
    for (i, aggregate) in grouping.aggregates.enumerated() {
      let printed = try SQLAggregate(expression, dialect, keys: keys).written(aggregate, number: i)
      if let window = printed.window { windows.append(window) }
      inner[keys.count + i] = SQLColumn(text: printed.value, folded: nil)
      types[keys.count + i] = aggregate.kind == .count ? .number : aggregate.type
    }
    if !windows.isEmpty { push("SELECT *\(following(windows)) FROM \(last)") }
    let outer = SQLExpression(environment: environment, dialect: dialect, columns: inner, types: types)
    let parts =
      zip(keys, grouping.keys).map { "\($0) AS \(SQLText.name($1.column.name))" }
      + (try grouping.results.map { "\(try outer.written($0.value)) AS \(SQLText.name($0.column.name))" })
    // Without keys there is one group, also of no rows.
    let place = keys.isEmpty ? "1" : "min(\(Self.place))"
    push("SELECT \(place) AS \(Self.place)\(following(parts)) FROM \(last)\(Self.grouped(keys))")
    columns = grouping.keys.map(\.column) + grouping.results.map(\.column)
    folded = []
  }
}
