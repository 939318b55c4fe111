import Facts

extension ColumnEvaluator {
  /// A cell as it is printed: entities by name, references by id.
  func printed(_ cell: Cell, _ type: ValueType) -> Value {
    if cell == .missing { return .missing }
    switch type {
    case .text, .symbol: return .text(pool.text(cell))
    case .number: return .number(cell.number)
    case .date: return .date(cell.period)
    case .duration: return .text(Self.duration(cell.duration))
    case .entity: return store.name(ofEntity: Int(cell))
    case .row(let relation) where !type.isClaim: return store.id(relation: relation, row: Int(cell))
    case .row, .claim: return store.id(of: ClaimRow(packed: UInt32(cell)))
    }
  }

  private static func duration(_ duration: (months: Int32, days: Int32)) -> String {
    switch duration {
    case (0, let days): "\(days)d"
    case (let months, 0): months % 12 == 0 ? "\(months / 12)y" : "\(months)m"
    case (let months, let days): "\(months)m \(days)d"
    }
  }

  func table(_ rows: Rows) -> ResultTable {
    let visible = rows.columns.indices.filter { !rows.columns[$0].isHidden }
    let columns = visible.map { ResultTable.Column(rows.columns[$0].name, rows.columns[$0].type.fieldType) }
    let values = (0..<rows.count).map { row in
      visible.map { printed(rows.cells[$0][row], rows.columns[$0].type) }
    }
    return ResultTable(columns: columns, rows: values)
  }
}
