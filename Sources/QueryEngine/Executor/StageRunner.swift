import Facts
import QueryLanguage

/// Runs the stages of a query.
struct StageRunner {
  let store: FactStore
  let values: ColumnEvaluator
  let runner: StepRunner
  let provenance: Provenance
  let cancellation: Cancellation
  /// What running showed: sums over several units.
  var warnings: [Diagnostic] = []

  mutating func run(_ stages: ArraySlice<CheckedStage>, _ rows: Rows) throws -> Rows {
    var rows = rows
    for (i, stage) in zip(stages.indices, stages) {
      try cancellation.check()
      if case .sort(let keys) = stage, stages.indices.contains(i + 1), case .limit(let count) = stages[i + 1] {
        // The limit behind it still runs, on as many rows as it keeps.
        rows = try rows.taking(Sorter(values, cancellation).order(keys, rows, most: count))
      } else {
        rows = try run(stage, rows)
      }
    }
    return rows
  }

  private mutating func run(_ stage: CheckedStage, _ rows: Rows) throws -> Rows {
    switch stage {
    case .filter(let test):
      let (places, unknown) = try runner.passing(test, rows.cells, count: rows.count)
      if runner.countsFallen { runner.noteFallen(test.text, unknown) }
      return places.count == rows.count ? rows : rows.taking(places)
    case .extend(let column, let value, let place): return extend(rows, column, value, place)
    case .project(let columns):
      return Rows(
        columns: columns.map(\.column),
        cells: columns.map { values.values($0.value, rows.cells, count: rows.count) }, count: rows.count,
        facts: rows.facts)
    case .group(let grouping):
      var runner = GroupRunner(grouping, rows, values, provenance)
      let result = try runner.run(cancellation)
      warnings += runner.warnings
      return result
    case .count:
      var facts = FactLists()
      facts.append(rows.facts.merged(Array(0..<rows.count)))
      return Rows(
        columns: [CheckedColumn(name: "count", type: .number)], cells: [[Cell(number: Double(rows.count))]], count: 1,
        facts: facts)
    case .distinct: return distinct(rows)
    case .sort(let keys): return try rows.taking(Sorter(values, cancellation).order(keys, rows))
    case .limit(let count):
      return rows.count <= count ? rows : rows.taking(Array(0..<UInt32(count)))
    case .conflicts(let value, let by, let added):
      return try ConflictRunner(values, provenance).run(rows, value: value, by: by, added: added, cancellation)
    }
  }

  private func extend(_ rows: Rows, _ column: CheckedColumn, _ value: ValueExpression, _ place: Int?) -> Rows {
    var result = rows
    let cells = values.values(value, rows.cells, count: rows.count)
    if let place {
      result.columns[place] = column
      result.cells[place] = cells
    } else {
      result.columns.append(column)
      result.cells.append(cells)
    }
    return result
  }

  private func distinct(_ rows: Rows) -> Rows {
    var table = TupleTable(width: rows.cells.count)
    var members: [[Int]] = []
    for row in 0..<rows.count {
      let (number, isNew) = table.insert(rows.cells, row)
      if isNew { members.append([row]) } else { members[number].append(row) }
    }
    var facts = FactLists()
    for group in members { facts.append(rows.facts.merged(group)) }
    return Rows(columns: rows.columns, cells: table.columns, count: table.count, facts: facts)
  }
}

/// Puts rows in order by keys; stable, missing last both ways.
struct Sorter {
  private let values: ColumnEvaluator
  private let cancellation: Cancellation

  init(_ values: ColumnEvaluator, _ cancellation: Cancellation) {
    self.values = values
    self.cancellation = cancellation
  }

  /// Rows in order, at least the first `most` of them.
  func order(
    _ keys: [(value: ValueExpression, type: ValueType, descending: Bool)], _ rows: Rows, most: Int = .max
  ) throws -> [UInt32] {
    let columns = keys.map { key in
      sortable(values.values(key.value, rows.cells, count: rows.count), key.type)
    }
    try cancellation.check()
    if keys.count == 1, let order = SortKeys(columns[0].cells, columns[0].type, descending: keys[0].descending) {
      return order.first(most)
    }
    return (0..<UInt32(rows.count)).sorted { a, b in
      for (i, key) in keys.enumerated() {
        let (x, y) = (columns[i].cells[Int(a)], columns[i].cells[Int(b)])
        if x == y { continue }
        if x == .missing || y == .missing { return y == .missing }
        return key.descending
          ? precedes(y, x, columns[i].type) : precedes(x, y, columns[i].type)
      }
      return a < b
    }
  }

  /// Entities sort by name, references by id.
  private func sortable(_ cells: [Cell], _ type: ValueType) -> (cells: [Cell], type: ValueType) {
    let function: Function
    switch type {
    case .text, .symbol, .number, .date, .duration: return (cells, type)
    case .entity: function = .entityName
    case .row(let relation) where !type.isClaim: function = .idOfRow(relation)
    case .row, .claim: function = .idOfClaim
    }
    return (values.values(.call(function, [.column(0)]), [cells], count: cells.count), .text)
  }

  func precedes(_ a: Cell, _ b: Cell, _ type: ValueType) -> Bool {
    switch type {
    case .number: a.number < b.number
    case .date: a.period < b.period
    case .duration: a.duration < b.duration
    case .text, .symbol: values.pool.precedes(a, b)
    case .entity, .row, .claim: a < b
    }
  }
}
