import Facts

/// The tuples of a rule while a query runs, and what each stands on.
final class RuleTable {
  private(set) var tuples: TupleTable
  /// Packed facts of each tuple: of all its derivations, or of the first one when the rule is recursive.
  private(set) var facts: [[UInt64]] = []
  private var indexes: [Int: (count: Int, index: ColumnIndex)] = [:]

  init(width: Int) { tuples = TupleTable(width: width) }

  var count: Int { tuples.count }

  /// Adds row `row` of `columns`; a tuple that is known only gets the facts, if `merges`.
  func insert(_ columns: [[Cell]], _ row: Int, facts new: [UInt64], merges: Bool) {
    let (number, isNew) = tuples.insert(columns, row)
    if isNew {
      facts.append(new)
    } else if merges {
      facts[number] = Self.merged(facts[number], new)
    }
  }

  private static func merged(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
    var seen = Set(a)
    return a + b.filter { seen.insert($0).inserted }
  }

  func index(_ column: Int) -> ColumnIndex {
    if let known = indexes[column], known.count == count { return known.index }
    let index = ColumnIndex(keys: tuples.columns[column], missing: .missing)
    indexes[column] = (count, index)
    return index
  }
}
