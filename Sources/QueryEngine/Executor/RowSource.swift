import Facts
import Language

/// The rows of a relation or a rule, as atoms look them up.
struct RowSource {
  private enum Kind {
    case relation(Int)
    case rule(RuleTable, number: Int)
  }

  private let kind: Kind
  private let store: FactStore
  /// The rows that may be seen.
  let window: Range<Int>

  init(relation: Int, window: Range<Int>?, _ store: FactStore) {
    kind = .relation(relation)
    self.store = store
    self.window = window ?? 0..<store.tables[relation].count
  }

  init(_ table: RuleTable, number: Int, window: Range<Int>, _ store: FactStore) {
    kind = .rule(table, number: number)
    self.store = store
    self.window = window
  }

  func cells(_ field: Int, _ rows: [UInt32]) -> [Cell] {
    switch kind {
    case .relation(let relation): return store.cells(relation: relation, field: field, rows: rows)
    case .rule(let table, _):
      let column = table.tuples.columns[field]
      return rows.map { column[Int($0)] }
    }
  }

  func index(_ field: Int) -> ColumnIndex {
    switch kind {
    case .relation(let relation): store.index(relation: relation, field: field)
    case .rule(let table, _): table.index(field)
    }
  }

  /// The rows in which the field is one of `cells`, in order.
  func rows(_ field: Int, in cells: Set<Cell>) -> [UInt32] {
    let index = index(field)
    var rows: [UInt32] = []
    for cell in cells { rows += index.order[index.range(for: cell)] }
    return rows.filter { window.contains(Int($0)) }.sorted()
  }

  /// The rows in which the folded text of the field is one of `texts`, in order.
  func rows(_ field: Int, folded texts: Set<String>, _ pool: TextPool) -> [UInt32] {
    let index = index(field)
    var cells: Set<Cell> = []
    for key in index.keys where texts.contains(Folding.fold(pool.text(key))) { cells.insert(key) }
    return rows(field, in: cells)
  }

  func pack(_ rows: [UInt32]) -> [UInt64] {
    let number: UInt64
    switch kind {
    case .relation(let relation): number = UInt64(relation)
    case .rule(_, let rule): number = UInt64(PackedFact.firstRule) + UInt64(rule)
    }
    return rows.map { number << 32 | UInt64($0) }
  }
}
