import Facts

/// The tuples of a rule while a query runs, and what each stands on.
final class RuleTable {
  private(set) var tuples: TupleTable
  /// Packed facts of each tuple: of all its derivations, or of the first one when the rule is recursive.
  private(set) var facts: [[UInt64]] = []
  private var indexes: [Int: (count: Int, index: ColumnIndex)] = [:]

  init(width: Int) { tuples = TupleTable(width: width) }

  var count: Int { tuples.count }

  /// Adds the tuples that are new, each with the facts of its first row.
  func add(_ columns: [[Cell]], _ count: Int, _ rows: FactLists) {
    for row in 0..<count where tuples.insert(columns, row).isNew { facts.append(Array(rows[row])) }
  }

  /// Fills the empty table; a tuple has the facts of all its rows.
  func fill(_ columns: [[Cell]], _ count: Int, _ rows: FactLists) {
    var members: [[Int]] = []
    for row in 0..<count {
      let (number, isNew) = tuples.insert(columns, row)
      if isNew { members.append([row]) } else { members[number].append(row) }
    }
    facts = members.map { rows.merged($0) }
  }

  func index(_ column: Int) -> ColumnIndex {
    if let known = indexes[column], known.count == count { return known.index }
    let index = ColumnIndex(keys: tuples.columns[column], missing: .missing)
    indexes[column] = (count, index)
    return index
  }
}
