import QueryLanguage

/// Partial rows of a pattern, a column a variable. Columns of variables without a value yet are empty.
struct Frame {
  var count: Int
  /// By variable.
  var columns: [[Cell]]
  var bound: Set<Int> = []
  /// Packed facts by slot; empty where no clause has filled the slot.
  var facts: [[UInt64]]
  /// For each `or` the number of the branch that a row comes from.
  var choices: [SourceRange: [UInt32]] = [:]
  /// For each row the row of the frame that a clause of several steps began with.
  var origins: [UInt32] = []

  /// One row that says nothing.
  init(variables: Int, slots: Int) {
    count = 1
    columns = [[Cell]](repeating: [], count: variables)
    facts = [[UInt64]](repeating: [], count: slots)
  }

  /// The rows at `places`, which may repeat.
  func taking(_ places: [UInt32]) -> Frame {
    var result = self
    result.count = places.count
    for variable in bound { result.columns[variable] = Self.take(columns[variable], places) }
    for slot in facts.indices where !facts[slot].isEmpty { result.facts[slot] = Self.take(facts[slot], places) }
    for (clause, branches) in choices { result.choices[clause] = places.map { branches[Int($0)] } }
    if !origins.isEmpty { result.origins = places.map { origins[Int($0)] } }
    return result
  }

  private static func take(_ column: [UInt64], _ places: [UInt32]) -> [UInt64] {
    [UInt64](unsafeUninitializedCapacity: places.count) { buffer, count in
      var i = 0
      while i < places.count {
        buffer[i] = column[Int(places[i])]
        i &+= 1
      }
      count = places.count
    }
  }

  /// The same rows, each its own origin, where a clause of several steps begins. With `variables` only these are kept,
  /// and no facts.
  func opened(keeping variables: Set<Int>? = nil) -> Frame {
    var inner = self
    if let variables {
      for variable in bound.subtracting(variables) { inner.columns[variable] = [] }
      inner.bound.formIntersection(variables)
      inner.facts = [[UInt64]](repeating: [], count: facts.count)
      inner.choices = [:]
    }
    inner.origins = Array(0..<UInt32(count))
    return inner
  }

  /// The facts of a row by slot, absent ones as `PackedFact.none`.
  func fact(_ slot: Int, _ row: Int) -> UInt64 { facts[slot].isEmpty ? PackedFact.none : facts[slot][row] }

  /// The order of rows by their facts, slot by slot; nil when they are in order already. Rows that stand on the same
  /// facts come in the order of the branches that found them.
  func orderByFacts() -> [UInt32]? {
    let slots = facts.filter { !$0.isEmpty }
    guard count > 1, !slots.isEmpty else { return nil }
    let branches = choices.sorted { ($0.key.start, $1.key.end) < ($1.key.start, $0.key.end) }.map(\.value)
    func precedes(_ a: Int, _ b: Int) -> Bool? {
      for slot in slots where slot[a] != slot[b] { return slot[a] < slot[b] }
      for clause in branches where clause[a] != clause[b] { return clause[a] < clause[b] }
      return nil
    }
    if (1..<count).allSatisfy({ precedes($0, $0 - 1) != true }) { return nil }
    // Most rows differ in their first fact already.
    let first = slots[0]
    var keyed = (0..<UInt32(count)).map { (fact: first[Int($0)], row: $0) }
    keyed.sort { a, b in
      a.fact != b.fact ? a.fact < b.fact : precedes(Int(a.row), Int(b.row)) ?? (a.row < b.row)
    }
    return keyed.map(\.row)
  }
}
