/// The values of one field over all rows of a relation, in the form that joins compare.
package enum StoredColumn: Sendable {
  /// Ids, texts and symbols: codes of the store's arena; `StringArena.missing` when missing.
  case text([UInt32])
  /// NaN when missing.
  case number([Double])
  /// Days since 1970; a missing date ends before it begins.
  case date(start: [Int32], end: [Int32])
  /// Row numbers of the relation referred to (of `entity` for entity fields); `StoredColumn.noRow` when missing.
  case rows([UInt32])
  /// Packed `ClaimRow`s; `StoredColumn.noRow` when missing.
  case claims([UInt32])

  package static let noRow = UInt32.max
  package static let noDate = (start: Int32.max, end: Int32.min)

  package var count: Int {
    switch self {
    case .text(let codes): codes.count
    case .number(let numbers): numbers.count
    case .date(let start, _): start.count
    case .rows(let rows): rows.count
    case .claims(let claims): claims.count
    }
  }
}

/// A row of one of the relations in `Schema.claims`, packed into 32 bits: two for the relation, thirty for the row.
package struct ClaimRow: Hashable, Sendable {
  package let packed: UInt32

  package init(packed: UInt32) { self.packed = packed }

  /// `kind` is the place of the relation in `Schema.claims`.
  package init(kind: Int, row: Int) { packed = UInt32(kind) << 30 | UInt32(row) }

  package var kind: Int { Int(packed >> 30) }
  package var row: Int { Int(packed & 0x3FFF_FFFF) }
}

/// The rows of one relation, a column a field.
package struct Table: Sendable {
  package let relation: Relation
  package let count: Int
  /// In the order of `relation.fields`.
  package let columns: [StoredColumn]

  package init(relation: Relation, count: Int, columns: [StoredColumn]) {
    self.relation = relation
    self.count = count
    self.columns = columns
  }
}
