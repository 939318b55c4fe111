/// Rows on their way through the stages: columns, and for each row the facts it stands on.
struct Rows: Sendable {
  var columns: [CheckedColumn]
  var cells: [[Cell]]
  var count: Int
  var facts: FactLists

  func taking(_ places: [UInt32]) -> Rows {
    Rows(
      columns: columns, cells: cells.map { column in places.map { column[Int($0)] } }, count: places.count,
      facts: facts.taking(places))
  }

  /// Adds rows with the same columns.
  mutating func append(_ more: Rows) {
    for i in cells.indices { cells[i] += more.cells[i] }
    facts.append(more.facts)
    count += more.count
  }
}

/// Lists of packed facts, one a row, in one block.
struct FactLists: Sendable {
  private var flat: [UInt64] = []
  private var ends: [Int] = []

  init() {}

  /// The facts of a frame's rows, absent ones left out.
  init(_ frame: Frame) {
    let slots = frame.facts.filter { !$0.isEmpty }
    flat.reserveCapacity(slots.count * frame.count)
    ends.reserveCapacity(frame.count)
    for row in 0..<frame.count {
      for slot in slots where slot[row] != PackedFact.none { flat.append(slot[row]) }
      ends.append(flat.count)
    }
  }

  var count: Int { ends.count }

  subscript(row: Int) -> ArraySlice<UInt64> { flat[(row == 0 ? 0 : ends[row - 1])..<ends[row]] }

  mutating func append(_ facts: some Sequence<UInt64>) {
    flat.append(contentsOf: facts)
    ends.append(flat.count)
  }

  mutating func append(_ more: FactLists) {
    let offset = flat.count
    flat += more.flat
    ends += more.ends.map { $0 + offset }
  }

  func taking(_ places: [UInt32]) -> FactLists {
    var result = FactLists()
    for place in places { result.append(self[Int(place)]) }
    return result
  }

  /// The facts of several rows as one list, each once.
  func merged(_ rows: [Int]) -> [UInt64] {
    if rows.count == 1 { return Array(self[rows[0]]) }
    var union = FactUnion()
    for row in rows { union.add(self[row]) }
    return union.facts
  }
}
