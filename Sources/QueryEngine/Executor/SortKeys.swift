/// One key of numbers or dates as integers that are in the order of the values, missing last.
struct SortKeys {
  private let keys: [UInt64]

  /// Nil for types whose order isn't in the bits of their cells.
  init?(_ cells: [Cell], _ type: ValueType, descending: Bool) {
    switch type {
    case .number: keys = cells.map { Self.key($0, descending) { Self.ascending(number: $0) } }
    case .date: keys = cells.map { Self.key($0, descending) { $0 ^ 0x8000_0000_8000_0000 } }
    case .text, .duration, .symbol, .entity, .row, .claim: return nil
    }
  }

  @inline(__always)
  private static func key(_ cell: Cell, _ descending: Bool, _ ascending: (Cell) -> UInt64) -> UInt64 {
    if cell == .missing { return .max }
    return descending ? ~ascending(cell) : ascending(cell)
  }

  /// The bits of a double as an integer that grows with it.
  @inline(__always)
  private static func ascending(number bits: UInt64) -> UInt64 {
    bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  /// Rows in order, rows with one key in their own order; of very few wanted only those, without sorting the rest.
  func first(_ most: Int) -> [UInt32] {
    if most < 1_000, most < keys.count / 8 { return smallest(most) }
    var pairs = keys.indices.map { (key: keys[$0], row: UInt32($0)) }
    pairs.sort { $0.key != $1.key ? $0.key < $1.key : $0.row < $1.row }
    return pairs.map(\.row)
  }

  private func smallest(_ most: Int) -> [UInt32] {
    guard most > 0 else { return [] }
    var best: [UInt32] = []
    var worst = UInt64.max
    for row in keys.indices where best.count < most || keys[row] < worst {
      var place = best.count
      while place > 0, keys[row] < keys[Int(best[place - 1])] { place -= 1 }
      best.insert(UInt32(row), at: place)
      if best.count > most { best.removeLast() }
      worst = keys[Int(best[best.count - 1])]
    }
    return best
  }
}
