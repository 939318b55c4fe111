/// Pairs of row numbers.
struct PairBuffer {
  private(set) var left: [UInt32] = []
  private(set) var right: [UInt32] = []

  var count: Int { left.count }

  mutating func append(_ a: UInt32, _ b: UInt32) {
    left.append(a)
    right.append(b)
  }

  /// Adds pairs; with `onlyFirst` only one for each left row.
  mutating func append(_ pairs: PairBuffer, onlyFirst: Bool) {
    guard onlyFirst else {
      left += pairs.left
      right += pairs.right
      return
    }
    for i in 0..<pairs.count where left.last != pairs.left[i] { append(pairs.left[i], pairs.right[i]) }
  }

  mutating func removeAll() {
    left.removeAll(keepingCapacity: true)
    right.removeAll(keepingCapacity: true)
  }

  /// Keeps the pairs for which `holds`, given the place and the left row, is true.
  mutating func keep(_ holds: (Int, UInt32) -> Bool) {
    var kept = PairBuffer()
    for i in 0..<count where holds(i, left[i]) { kept.append(left[i], right[i]) }
    self = kept
  }
}
