/// Distinct rows of cells, numbered in order of arrival.
struct TupleTable {
  private(set) var columns: [[Cell]]
  private(set) var count = 0
  private var slots = [UInt32](repeating: Self.empty, count: 16)
  private static let empty = UInt32.max

  init(width: Int) { columns = [[Cell]](repeating: [], count: width) }

  /// The number of the row `row` of `source`, which is added when it is new.
  mutating func insert(_ source: [[Cell]], _ row: Int) -> (number: Int, isNew: Bool) {
    let mask = slots.count - 1
    var place = Self.hash(source, row) & mask
    while slots[place] != Self.empty {
      let number = Int(slots[place])
      if equals(number, source, row) { return (number, false) }
      place = (place + 1) & mask
    }
    slots[place] = UInt32(count)
    for i in columns.indices { columns[i].append(source[i][row]) }
    count += 1
    if count * 2 > slots.count { grow() }
    return (count - 1, true)
  }

  private func equals(_ number: Int, _ source: [[Cell]], _ row: Int) -> Bool {
    for i in columns.indices where columns[i][number] != source[i][row] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: Self.empty, count: slots.count * 2)
    let mask = slots.count - 1
    for number in 0..<count {
      var place = Self.hash(columns, number) & mask
      while slots[place] != Self.empty { place = (place + 1) & mask }
      slots[place] = UInt32(number)
    }
  }

  private static func hash(_ columns: [[Cell]], _ row: Int) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for column in columns {
      hash = (hash ^ column[row]) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
    }
    return Int(truncatingIfNeeded: hash >> 1)
  }
}
