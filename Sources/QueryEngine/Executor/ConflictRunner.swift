import Facts

/// `conflicts value by measure, place, date`: the rows of groups in which different values are known, each with who
/// published it, when, and from whom it comes.
struct ConflictRunner {
  private let values: ColumnEvaluator
  private let provenance: Provenance

  init(_ values: ColumnEvaluator, _ provenance: Provenance) {
    self.values = values
    self.provenance = provenance
  }

  func run(_ rows: Rows, value: Int, by: [Int], added: [Int], _ cancellation: Cancellation) throws -> Rows {
    var places: [UInt32] = []
    for group in groups(rows, by) {
      let known = Set(group.map { rows.cells[value][$0] }).subtracting([.missing])
      if known.count > 1 { places += group.map(UInt32.init) }
    }
    var result = rows.taking(places)
    let origins = (0..<result.count).map { provenance.origin(of: result.facts[$0]) }
    let all: [[Cell]] = [origins.map(\.outlet), origins.map(\.published), origins.map(\.source)]
    for column in added {
      result.columns.append(ConflictColumns.all[column])
      result.cells.append(all[column])
    }
    let sorted = try Sorter(values, cancellation).order(
      by.map { (.column($0), result.columns[$0].type, false) } + [(.column(result.cells.count), .date, false)],
      Rows(columns: result.columns, cells: result.cells + [all[1]], count: result.count, facts: result.facts))
    return result.taking(sorted)
  }

  private func groups(_ rows: Rows, _ by: [Int]) -> [[Int]] {
    let keys = by.map { rows.cells[$0] }
    var table = TupleTable(width: keys.count)
    var members: [[Int]] = []
    for row in 0..<rows.count {
      let (number, isNew) = table.insert(keys, row)
      if isNew { members.append([row]) } else { members[number].append(row) }
    }
    return members
  }
}
