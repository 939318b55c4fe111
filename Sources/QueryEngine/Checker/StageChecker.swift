import Facts
import QueryLanguage

/// Checks the stages of a query one after the other; each sees the columns that the one before it leaves.
struct StageChecker {
  private let expressions: ExpressionChecker
  private(set) var scope: StageScope
  private(set) var stages: [CheckedStage] = []
  private(set) var request: OutputRequest?

  init(_ expressions: ExpressionChecker, columns: [CheckedColumn]) {
    self.expressions = expressions
    scope = StageScope(columns: columns)
  }

  mutating func check(_ list: [Stage], isRule: Bool) {
    for (i, stage) in list.enumerated() {
      if request != nil, i > 0 {
        expressions.report(
          Diagnostic("stage-after-output", "`\(list[i - 1].keyword.written)` comes last", at: stage.range))
        return
      }
      let before = expressions.diagnostics.count
      check(stage)
      if isRule, request != nil {
        expressions.report(Diagnostic("output-in-rule", "a rule writes nothing", at: stage.range))
      }
      // After a broken stage nothing is known of the columns.
      if expressions.diagnostics.dropFirst(before).contains(where: { $0.severity == .error }) { return }
    }
  }

  private mutating func check(_ stage: Stage) {
    switch stage.kind {
    case .where(let condition): filter(condition)
    case .let(let name, let value): extend(name, value)
    case .select(let columns): select(columns)
    case .group(let keys, let aggregates): group(keys, aggregates)
    case .count:
      stages.append(.count)
      scope.columns = [CheckedColumn(name: "count", type: .number)]
    case .distinct: stages.append(.distinct)
    case .sort(let keys): sort(keys)
    case .limit(let count): limit(count)
    case .conflicts(let value, let by): conflicts(value, by)
    case .timeline(let value, let by): timeline(value, by)
    case .chart(let kind, let value, let by): chart(kind, value, by)
    case .export(let export): self.export(export)
    }
  }

  private mutating func filter(_ condition: Condition) {
    guard let test = expressions.check(condition, in: scope) else { return }
    stages.append(.filter(CheckedTest(test: test, text: condition.range)))
  }

  private mutating func extend(_ name: Name, _ value: Expression) {
    guard let (expression, type) = expressions.check(value, in: scope) else { return }
    let column = CheckedColumn(name: name.text, type: type)
    let old = scope.columns.firstIndex { $0.name == name.text }
    stages.append(.extend(column, expression, replacing: old))
    if let old { scope.columns[old] = column } else { scope.columns.append(column) }
  }

  private mutating func select(_ columns: [Column]) {
    guard let checked = named(columns) else { return }
    stages.append(.project(checked))
    scope.columns = checked.map(\.column)
  }

  private func named(_ columns: [Column]) -> [(column: CheckedColumn, value: ValueExpression)]? {
    var result: [(column: CheckedColumn, value: ValueExpression)] = []
    for column in columns {
      guard let (value, type) = expressions.check(column.value, in: scope) else { continue }
      guard let name = freeName(for: column, among: result.map(\.column.name)) else { continue }
      result.append((CheckedColumn(name: name, type: type), value))
    }
    return result.count == columns.count ? result : nil
  }

  /// The name of a column; one that is taken is an error when it was written, else gets the reference's name before it.
  private func freeName(for column: Column, among taken: [String]) -> String? {
    let name = column.name?.text ?? Self.ownName(column.value)
    if !taken.contains(name) { return name }
    if column.name == nil, case .followed(let base, let field) = column.value.kind {
      return "\(Self.ownName(base))_\(field.text)"
    }
    expressions.report(
      Diagnostic("same-name", "two columns are called `\(name)`", at: column.range, example: "other = \(name)"))
    return nil
  }

  static func ownName(_ expression: Expression) -> String {
    switch expression.kind {
    case .variable(let name), .parameter(let name): name.text
    case .followed(_, let field): field.text
    case .call(let call): call.function.text
    case .text, .number, .date, .duration, .range, .today, .negative, .binary: "value"
    }
  }

  private mutating func sort(_ keys: [SortKey]) {
    var checked: [(value: ValueExpression, type: ValueType, descending: Bool)] = []
    for key in keys {
      guard let (value, type) = expressions.check(key.value, in: scope) else { return }
      checked.append((value, type, key.isDescending))
    }
    stages.append(.sort(checked))
  }

  private mutating func limit(_ count: Expression) {
    if case .parameter = count.kind, expressions.constant(count) == nil {
      _ = expressions.check(count, in: scope)
      return
    }
    guard case .number(let number)? = expressions.constant(count), number >= 0, number == number.rounded(),
      number < 1e15
    else {
      expressions.report(Diagnostic("bad-limit", "`limit` takes a whole number", at: count.range, example: "limit 10"))
      return
    }
    stages.append(.limit(Int(number)))
  }

  // MARK: - Groups

  private mutating func group(_ keys: [Column], _ aggregates: [Column]) {
    guard let checkedKeys = named(keys) else { return }
    var extractor = AggregateExtractor(expressions, scope)
    var results: [(column: CheckedColumn, value: ValueExpression)] = []
    var taken = checkedKeys.map(\.column.name)
    for column in aggregates {
      let before = extractor.aggregates.count
      let rest = extractor.extract(column.value)
      guard let name = freeName(for: column, among: taken) else { return }
      taken.append(name)
      if extractor.aggregates.count == before, !extractor.failed {
        expressions.report(
          Diagnostic(
            "no-aggregate", "`\(name)` is not counted over the rows of a group", at: column.range,
            choices: .init("aggregates", FunctionTable.aggregates), example: "group speaker: n = count()"))
        return
      }
      guard !extractor.failed else { return }
      var inner = StageScope(columns: checkedKeys.map(\.column))
      inner.columns += extractor.columns
      guard let (value, type) = expressions.check(rest, in: inner) else { return }
      results.append((CheckedColumn(name: name, type: type), value))
    }
    stages.append(
      .group(Grouping(keys: checkedKeys, aggregates: extractor.aggregates, results: results)))
    scope.columns = checkedKeys.map(\.column) + results.map(\.column)
  }

  // MARK: - Ready-made stages

  private mutating func conflicts(_ value: Expression, _ by: [Expression]) {
    guard let valueColumn = column(value) else { return }
    var keys: [Int] = []
    for key in by {
      guard let column = column(key) else { return }
      keys.append(column)
    }
    let added = ConflictColumns.all.indices.filter { scope.column(ConflictColumns.all[$0].name) == nil }
    stages.append(.conflicts(value: valueColumn, by: keys, added: added))
    scope.columns += added.map { ConflictColumns.all[$0] }
  }

  /// The column that holds an expression, added when it is not a column already.
  private mutating func column(_ expression: Expression) -> Int? {
    guard let (value, type) = expressions.check(expression, in: scope) else { return nil }
    if case .column(let index) = value { return index }
    var name = Self.ownName(expression)
    while scope.columns.contains(where: { $0.name == name }) { name += "_" }
    let column = CheckedColumn(name: name, type: type)
    stages.append(.extend(column, value, replacing: nil))
    scope.columns.append(column)
    return scope.columns.count - 1
  }

  private mutating func timeline(_ value: Expression, _ by: Expression) {
    guard let valueColumn = column(value), let byColumn = column(by) else { return }
    let type = scope.columns[byColumn].type
    guard type == .date else {
      expressions.report(
        Diagnostic(
          "wrong-type", "a timeline runs by a date, this is \(type)", at: by.range, example: "timeline value by date"))
      return
    }
    let known = RowTest.all([.not(.missing(.column(valueColumn))), .not(.missing(.column(byColumn)))])
    stages.append(.filter(CheckedTest(test: known, text: value.range)))
    stages.append(.sort([(.column(byColumn), .date, false)]))
    let rest = scope.columns.indices.filter { $0 != valueColumn && $0 != byColumn }
    let order = [byColumn, valueColumn] + rest
    stages.append(.project(order.map { (scope.columns[$0], .column($0)) }))
    scope.columns = order.map { scope.columns[$0] }
  }

  private mutating func chart(_ kind: Stage.ChartKind, _ value: Expression, _ by: Expression) {
    guard let valueColumn = column(value), let byColumn = column(by) else { return }
    let type = scope.columns[valueColumn].type
    guard type == .number else {
      expressions.report(
        Diagnostic(
          "wrong-type", "a chart shows numbers, this is \(type)", at: value.range, example: "chart bar n by speaker"))
      return
    }
    let order = [byColumn, valueColumn]
    stages.append(.project(order.map { (scope.columns[$0], .column($0)) }))
    scope.columns = order.map { scope.columns[$0] }
    request = .chart(kind)
  }

  private mutating func export(_ export: Export) {
    guard case .text(let path)? = expressions.constant(export.path) else {
      if expressions.check(export.path, in: scope) != nil {
        expressions.report(
          Diagnostic(
            "wrong-type", "`export` takes the name of a file", at: export.path.range, example: "export \"out.csv\""))
      }
      return
    }
    request = .export(path: path, cites: export.cites, excel: export.forExcel)
  }
}

/// What `conflicts` adds to a row.
enum ConflictColumns {
  static let all = [
    CheckedColumn(name: "outlet", type: .text), CheckedColumn(name: "published", type: .date),
    CheckedColumn(name: "origin", type: .entity),
  ]
}
