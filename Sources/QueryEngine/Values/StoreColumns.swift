import Facts

/// Columns of a store as cells, and their indexes.
extension FactStore {
  /// The cell that stands for a row: claims carry their relation.
  func rowCell(relation: Int, row: UInt32) -> Cell {
    guard let kind = ValueType.claimRelations.firstIndex(of: relation) else { return Cell(row) }
    return Cell(ClaimRow(kind: kind, row: Int(row)).packed)
  }

  /// The cells of one field in the given rows.
  func cells(relation: Int, field: Int, rows: [UInt32]) -> [Cell] {
    let type = Schema.relations[relation].fields[field].type
    if type == .id { return rows.map { rowCell(relation: relation, row: $0) } }
    var cells = [Cell](repeating: .missing, count: rows.count)
    let tag = claimTag(of: type)
    switch tables[relation].columns[field] {
    case .text(let codes): Self.gather(codes, rows, tag: 0, into: &cells)
    case .rows(let codes): Self.gather(codes, rows, tag: tag, into: &cells)
    case .claims(let codes): Self.gather(codes, rows, tag: 0, into: &cells)
    case .number(let numbers):
      var i = 0
      while i < rows.count {
        cells[i] = Cell(number: numbers[Int(rows[i])])
        i &+= 1
      }
    case .date(let start, let end):
      var i = 0
      while i < rows.count {
        let row = Int(rows[i])
        if start[row] <= end[row] { cells[i] = Cell(period: Period(start: start[row], end: end[row])) }
        i &+= 1
      }
    }
    return cells
  }

  private func claimTag(of type: FieldType) -> Cell {
    guard case .reference(let target) = type, let kind = Schema.claims.firstIndex(of: target) else { return 0 }
    return Cell(ClaimRow(kind: kind, row: 0).packed)
  }

  private static func gather(_ codes: [UInt32], _ rows: [UInt32], tag: Cell, into cells: inout [Cell]) {
    var i = 0
    while i < rows.count {
      let code = codes[Int(rows[i])]
      if code != StoredColumn.noRow { cells[i] = Cell(code) | tag }
      i &+= 1
    }
  }

  /// Rows of a relation by the value of a field.
  func index(relation: Int, field: Int) -> ColumnIndex {
    indexes.index(relation << 8 | field) {
      let rows = Array(0..<UInt32(tables[relation].count))
      return ColumnIndex(keys: cells(relation: relation, field: field, rows: rows), missing: .missing)
    }
  }

  /// Rows of a relation by the code of their printed id.
  func idIndex(relation: Int) -> ColumnIndex {
    indexes.index(relation << 8 | 0xFF) {
      guard case .text(let codes) = tables[relation].columns[0] else { return ColumnIndex(keys: [], missing: .missing) }
      return ColumnIndex(keys: codes.map { $0 == StringArena.missing ? .missing : Cell($0) }, missing: .missing)
    }
  }
}
