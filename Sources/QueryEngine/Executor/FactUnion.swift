/// Collects packed facts, each once. Facts mostly arrive in order, and then nothing has to be looked up. Of few others it
/// keeps the order of arrival; many come sorted, since a bit for each row of a relation is much less work than a set.
struct FactUnion {
  private static let few = 256

  private var list: [UInt64] = []
  private var isAscending = true
  private var seen: Set<UInt64> = []
  /// By relation or rule one bit a row, once there are many.
  private var bits: [UInt32: [UInt64]] = [:]

  mutating func add(_ facts: some Sequence<UInt64>) {
    for fact in facts {
      if isAscending {
        guard let last = list.last, fact <= last else {
          list.append(fact)
          continue
        }
        if fact == last { continue }
        isAscending = false
        if list.count > Self.few { spread() } else { seen = Set(list) }
      }
      if bits.isEmpty {
        guard seen.insert(fact).inserted else { continue }
        list.append(fact)
        if list.count > Self.few { spread() }
      } else {
        set(fact)
      }
    }
  }

  var facts: [UInt64] {
    guard !bits.isEmpty else { return list }
    var result: [UInt64] = []
    for (relation, words) in bits.sorted(by: { $0.key < $1.key }) {
      for (i, word) in words.enumerated() where word != 0 {
        var rest = word
        while rest != 0 {
          result.append(UInt64(relation) << 32 | UInt64(i * 64 + rest.trailingZeroBitCount))
          rest &= rest - 1
        }
      }
    }
    return result
  }

  private mutating func spread() {
    for fact in list { set(fact) }
    list = []
    seen = []
  }

  @inline(__always)
  private mutating func set(_ bits: UInt64) {
    let fact = PackedFact(bits: bits)
    let word = fact.row >> 6
    self.bits[fact.relation, default: []].withWord(word) { $0 |= 1 << UInt64(fact.row & 63) }
  }
}

extension [UInt64] {
  /// The word at `index`, zero where the array has not reached yet.
  @inline(__always)
  fileprivate mutating func withWord(_ index: Int, _ change: (inout UInt64) -> Void) {
    if index >= count { append(contentsOf: repeatElement(0, count: Swift.max(index + 1 - count, count))) }
    change(&self[index])
  }
}
