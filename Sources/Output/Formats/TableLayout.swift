import Facts

/// Column widths with which a table fits the terminal.
struct TableLayout: Equatable {
  static let gap = 2
  /// A text column that is cut keeps at least this much.
  static let leastWidth = 8

  var widths: [Int]

  /// Nil when the columns don't fit side by side. Only text is cut: half a number would be another number.
  init?(natural: [Int], cuttable: [Bool], width: Int?) {
    guard let width else {
      widths = natural
      return
    }
    let room = width - Self.gap * max(0, natural.count - 1)
    if natural.reduce(0, +) <= room {
      widths = natural
      return
    }
    let fixed = zip(natural, cuttable).reduce(0) { $0 + ($1.1 ? 0 : $1.0) }
    guard let cap = Self.cap(zip(natural, cuttable).filter(\.1).map(\.0), room: room - fixed) else { return nil }
    widths = zip(natural, cuttable).map { $1 ? min($0, cap) : $0 }
    spread(room - widths.reduce(0, +), natural: natural)
  }

  /// The largest width that all of `columns` may take at once; nil when it would be less than `leastWidth`.
  private static func cap(_ columns: [Int], room: Int) -> Int? {
    var left = room
    let sorted = columns.sorted()
    for (i, natural) in sorted.enumerated() {
      let share = left / (sorted.count - i)
      if natural > share { return share >= min(leastWidth, natural) ? share : nil }
      left -= natural
    }
    return sorted.last
  }

  /// Gives the columns that a division left over to the first columns that are cut.
  private mutating func spread(_ rest: Int, natural: [Int]) {
    var rest = rest
    for i in widths.indices where rest > 0 && widths[i] < natural[i] {
      widths[i] += 1
      rest -= 1
    }
  }
}
