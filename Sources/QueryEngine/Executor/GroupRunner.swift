import Facts
import Language
import QueryLanguage

/// Groups rows by keys and computes aggregates. Groups come in order of first appearance and own the facts of all
/// their rows; without keys there is one group, also of no rows.
struct GroupRunner {
  private let grouping: Grouping
  private let rows: Rows
  private let values: ColumnEvaluator
  private let provenance: Provenance
  private(set) var warnings: [Diagnostic] = []

  init(_ grouping: Grouping, _ rows: Rows, _ values: ColumnEvaluator, _ provenance: Provenance) {
    self.grouping = grouping
    self.rows = rows
    self.values = values
    self.provenance = provenance
  }

  mutating func run(_ cancellation: Cancellation) throws -> Rows {
    let keys = grouping.keys.map { values.values($0.value, rows.cells, count: rows.count) }
    var table = TupleTable(width: keys.count)
    var members: [[Int]] = []
    for row in 0..<rows.count {
      let (number, isNew) = table.insert(keys, row)
      if isNew { members.append([row]) } else { members[number].append(row) }
    }
    if keys.isEmpty, members.isEmpty { members = [[]] }
    var cells = table.columns
    for aggregate in grouping.aggregates {
      try cancellation.check()
      cells.append(column(aggregate, members))
    }
    let results = grouping.results.map { values.values($0.value, cells, count: members.count) }
    var facts = FactLists()
    for group in members { facts.append(rows.facts.merged(group)) }
    return Rows(
      columns: grouping.keys.map(\.column) + grouping.results.map(\.column), cells: table.columns + results,
      count: members.count, facts: facts)
  }

  private mutating func column(_ aggregate: Grouping.Aggregate, _ members: [[Int]]) -> [Cell] {
    guard let argument = aggregate.argument, let type = aggregate.type else {
      return members.map { Cell(number: Double($0.count)) }
    }
    let cells = values.values(argument, rows.cells, count: rows.count)
    let by = aggregate.by.map { (cells: values.values($0.value, rows.cells, count: rows.count), type: $0.type) }
    if aggregate.kind == .sum || aggregate.kind == .avg { warnAboutUnits(aggregate, cells, members) }
    let fold = AggregateFold(values: values, kind: aggregate.kind, type: type, isDistinct: aggregate.isDistinct)
    return members.map { group in fold.value(group.filter { cells[$0] != .missing }, cells, by) }
  }

  /// Adding people to percents is rarely meant.
  private mutating func warnAboutUnits(_ aggregate: Grouping.Aggregate, _ cells: [Cell], _ members: [[Int]]) {
    for group in members {
      let units = provenance.units(ofFiguresIn: group.filter { cells[$0] != .missing }.map { rows.facts[$0] })
      guard units.count > 1 else { continue }
      let warning = Diagnostic(
        "several-units", "`\(aggregate.kind.rawValue)` goes over several units", at: aggregate.text, severity: .warning,
        choices: .init("units", Array(units.prefix(8))), hint: "group by unit, or restrict it")
      if !warnings.contains(warning) { warnings.append(warning) }
      return
    }
  }
}

/// The value of one aggregate over the rows of a group in which its argument is known.
struct AggregateFold {
  let values: ColumnEvaluator
  let kind: AggregateKind
  let type: ValueType
  let isDistinct: Bool

  func value(_ rows: [Int], _ cells: [Cell], _ by: (cells: [Cell], type: ValueType)?) -> Cell {
    var known = rows.map { cells[$0] }
    if isDistinct {
      var seen: Set<Cell> = []
      known = known.filter { seen.insert($0).inserted }
    }
    if kind == .count { return Cell(number: Double(known.count)) }
    guard !known.isEmpty else { return .missing }
    switch kind {
    case .count: return Cell(number: Double(known.count))
    case .sum: return Cell(number: known.reduce(0) { $0 + $1.number })
    case .avg: return Cell(number: known.reduce(0) { $0 + $1.number } / Double(known.count))
    case .median: return Self.median(known.map(\.number).sorted())
    case .min: return extreme(known) { precedes($1, $0) }
    case .max: return extreme(known) { precedes($0, $1) }
    case .any: return known[0]
    case .first: return picked(rows, cells, by, last: false)
    case .last: return picked(rows, cells, by, last: true)
    case .list: return values.pool.code(of: known.map { values.printed($0, type).description }.joined(separator: "; "))
    }
  }

  private static func median(_ sorted: [Double]) -> Cell {
    let middle = sorted.count / 2
    return Cell(number: sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2)
  }

  /// The first of the best.
  private func extreme(_ known: [Cell], _ isWorse: (Cell, Cell) -> Bool) -> Cell {
    var best = known[0]
    for cell in known.dropFirst() where isWorse(best, cell) { best = cell }
    return best
  }

  private func precedes(_ a: Cell, _ b: Cell) -> Bool { Sorter(values, Cancellation()).precedes(a, b, type) }

  /// By row order, or by a key: of equal keys `first` takes the first row and `last` the last; rows without a key
  /// don't count.
  private func picked(_ rows: [Int], _ cells: [Cell], _ by: (cells: [Cell], type: ValueType)?, last: Bool) -> Cell {
    guard let by else { return cells[last ? rows[rows.count - 1] : rows[0]] }
    let sorter = Sorter(values, Cancellation())
    var best: Int?
    for row in rows where by.cells[row] != .missing {
      guard let old = best else {
        best = row
        continue
      }
      let (x, y) = (by.cells[old], by.cells[row])
      if last ? !sorter.precedes(y, x, by.type) : sorter.precedes(y, x, by.type) { best = row }
    }
    return best.map { cells[$0] } ?? .missing
  }
}
