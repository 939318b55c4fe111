import Facts
import Language

/// Computes expressions over whole columns.
struct ColumnEvaluator {
  let store: FactStore
  let pool: TextPool

  func values(_ expression: ValueExpression, _ columns: [[Cell]], count: Int) -> [Cell] {
    switch expression {
    case .constant(let cell): return [Cell](repeating: cell, count: count)
    case .column(let column): return columns[column]
    case .followed(let base, let path): return follow(values(base, columns, count: count), path)
    case .call(let function, let arguments):
      let first = values(arguments[0], columns, count: count)
      if function == .fallback {
        let second = values(arguments[1], columns, count: count)
        return zip(first, second).map { $0 == .missing ? $1 : $0 }
      }
      return mapped(first) { apply(function, $0) }
    case .arithmetic(let operation, let a, let b):
      let left = values(a, columns, count: count)
      let right = values(b, columns, count: count)
      var result = [Cell](repeating: .missing, count: count)
      var i = 0
      while i < count {
        result[i] = Arithmetic.apply(operation, left[i], right[i])
        i &+= 1
      }
      return result
    }
  }

  private func mapped(_ cells: [Cell], _ transform: (Cell) -> Cell) -> [Cell] {
    cells.map { $0 == .missing ? .missing : transform($0) }
  }

  private func apply(_ function: Function, _ cell: Cell) -> Cell {
    switch function {
    case .year: return Cell(number: Double(cell.period.first.year))
    case .month:
      let (a, b) = (cell.period.first, cell.period.last)
      return a.year == b.year && a.month == b.month ? Cell(number: Double(a.month)) : .missing
    case .day: return cell.period.isDay ? Cell(number: Double(cell.period.first.day)) : .missing
    case .length: return Cell(number: Double(pool.text(cell).count))
    case .fold: return pool.code(of: Folding.fold(pool.text(cell)))
    case .entityName: return follow([cell], Self.entityField("name"))[0]
    case .entityKind: return follow([cell], Self.entityField("kind"))[0]
    case .idOfRow(let relation):
      guard case .text(let codes) = store.tables[relation].columns[0] else { return .missing }
      return codes[Int(cell)] == StringArena.missing ? .missing : Cell(codes[Int(cell)])
    case .idOfClaim:
      let claim = ClaimRow(packed: UInt32(cell))
      guard case .text(let codes) = store.tables[ValueType.claimRelations[claim.kind]].columns[0] else {
        return .missing
      }
      return Cell(codes[claim.row])
    case .claimKind: return pool.code(of: Schema.claims[ClaimRow(packed: UInt32(cell)).kind])
    case .absolute: return Cell(number: abs(cell.number))
    case .round: return Cell(number: cell.number.rounded())
    case .fallback: return cell
    }
  }

  private static func entityField(_ name: String) -> ValueExpression.Path {
    .field(
      relation: ValueType.entityRelation, field: Schema.relations[ValueType.entityRelation].index(of: name)!)
  }

  private func follow(_ cells: [Cell], _ path: ValueExpression.Path) -> [Cell] {
    switch path {
    case .field(let relation, let field):
      // A condition may run before the clause that makes sure of the kind of a claim; claims of another kind have no
      // such field.
      let kind = ValueType.claimRelations.firstIndex(of: relation)
      let places = cells.indices.filter {
        cells[$0] != .missing && (kind == nil || ClaimRow(packed: UInt32(cells[$0])).kind == kind)
      }
      let rows = places.map { kind == nil ? UInt32(cells[$0]) : UInt32(ClaimRow(packed: UInt32(cells[$0])).row) }
      return scatter(store.cells(relation: relation, field: field, rows: rows), to: places, count: cells.count)
    case .claim(let fields):
      var result = [Cell](repeating: .missing, count: cells.count)
      for (kind, relation) in ValueType.claimRelations.enumerated() {
        let places = cells.indices.filter {
          cells[$0] != .missing && ClaimRow(packed: UInt32(cells[$0])).kind == kind
        }
        let rows = places.map { UInt32(ClaimRow(packed: UInt32(cells[$0])).row) }
        let values = store.cells(relation: relation, field: fields[kind], rows: rows)
        for (i, place) in places.enumerated() { result[place] = values[i] }
      }
      return result
    }
  }

  private func scatter(_ values: [Cell], to places: [Int], count: Int) -> [Cell] {
    if values.count == count { return values }
    var result = [Cell](repeating: .missing, count: count)
    for (i, place) in places.enumerated() { result[place] = values[i] }
    return result
  }
}
