import Synchronization

/// Rows of a column by value: `rows(for:)` gives the rows that hold a key, in order.
///
/// Keys are the 64-bit form of a cell; missing cells are left out, since missing joins nothing.
package struct ColumnIndex: Sendable {
  /// Rows grouped by key, ascending within a key.
  package let order: [UInt32]
  private let starts: [UInt32]
  /// The different values, in order of first appearance.
  package let keys: [UInt64]
  private let slots: [UInt32]

  package static let empty = UInt32.max

  package init(keys column: [UInt64], missing: UInt64) {
    var slots = [UInt32](repeating: Self.empty, count: Self.capacity(for: column.count))
    var keys: [UInt64] = []
    var counts: [UInt32] = []
    var groups = [UInt32](repeating: Self.empty, count: column.count)
    var row = 0
    while row < column.count {
      let key = column[row]
      if key != missing {
        let place = Self.slot(of: key, slots: slots, keys: keys)
        if slots[place] == Self.empty {
          slots[place] = UInt32(keys.count)
          keys.append(key)
          counts.append(0)
        }
        groups[row] = slots[place]
        counts[Int(slots[place])] += 1
      }
      row &+= 1
    }
    var starts: [UInt32] = [0]
    starts.reserveCapacity(counts.count + 1)
    for count in counts { starts.append(starts.last! + count) }
    var next = starts
    var order = [UInt32](repeating: 0, count: Int(starts.last!))
    row = 0
    while row < groups.count {
      let group = groups[row]
      if group != Self.empty {
        order[Int(next[Int(group)])] = UInt32(row)
        next[Int(group)] &+= 1
      }
      row &+= 1
    }
    self.order = order
    self.starts = starts
    self.keys = keys
    self.slots = slots
  }

  package var distinct: Int { keys.count }

  /// Where in `order` the rows of `key` stand.
  package func range(for key: UInt64) -> Range<Int> {
    let group = slots[Self.slot(of: key, slots: slots, keys: keys)]
    guard group != Self.empty else { return 0..<0 }
    return Int(starts[Int(group)])..<Int(starts[Int(group) + 1])
  }

  private static func capacity(for count: Int) -> Int {
    var capacity = 16
    while capacity < count * 2 { capacity *= 2 }
    return capacity
  }

  @inline(__always)
  private static func slot(of key: UInt64, slots: [UInt32], keys: [UInt64]) -> Int {
    let mask = slots.count - 1
    var hash = key &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] != empty, keys[Int(slots[place])] != key { place = (place + 1) & mask }
    return place
  }
}

/// Indexes of a store's columns, each built when first asked for.
package final class IndexCache: Sendable {
  private let built = Mutex<[Int: ColumnIndex]>([:])

  package init() {}

  /// The index kept under `key`, built by `make` when it is the first time.
  package func index(_ key: Int, _ make: () -> ColumnIndex) -> ColumnIndex {
    built.withLock { cache in
      if let index = cache[key] { return index }
      let index = make()
      cache[key] = index
      return index
    }
  }
}
