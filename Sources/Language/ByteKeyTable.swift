/// Byte strings numbered in order of insertion: an open-addressing table over one arena.
///
/// Swift's `Dictionary` with `[UInt8]` or `String` keys allocates a key for each look-up; this is asked for every
/// word of every article.
public struct ByteKeyTable: Sendable {
  /// A key and where its bytes stand. Nearly every miss ends at the tag, without a look into the arena.
  private struct Slot {
    var tag: UInt32
    var key: Int32
    var start: Int32
    var length: Int32

    static let free = Slot(tag: 0, key: -1, start: 0, length: 0)
  }

  private var arena: [UInt8] = []
  private var ends: [Int32] = []
  private var slots: [Slot]
  /// Answers most look-ups of a table that is mostly asked for what it doesn't have.
  private var filter: BitFilter?

  /// - Parameter capacity: slots to begin with, a power of two; half as many keys fit without growing.
  public init(capacity: Int = 1 << 12) { slots = [Slot](repeating: .free, count: capacity) }

  public var count: Int { ends.count }

  func range(of key: Int32) -> Range<Int> { (key == 0 ? 0 : Int(ends[Int(key) - 1]))..<Int(ends[Int(key)]) }

  func withBytes<R>(of key: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let range = range(of: key)
    return arena.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  public func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    let hash = Self.hash(bytes)
    if let filter, !filter.mayContain(hash) { return nil }
    return find(bytes, hash)
  }

  /// Puts a filter before the look-ups; the table is complete.
  mutating func finish() {
    var filter = BitFilter(bits: slots.count * 4)
    for slot in slots where slot.key >= 0 { filter.insert(withBytes(of: slot.key) { Self.hash($0) }) }
    self.filter = filter
  }

  public mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Self.hash(bytes)
    if let key = find(bytes, hash) { return key }
    filter = nil
    if (ends.count + 1) * 2 > slots.count { grow() }
    let slot = Slot(
      tag: Self.tag(hash), key: Int32(ends.count), start: Int32(arena.count), length: Int32(bytes.count))
    arena.append(contentsOf: bytes)
    ends.append(Int32(arena.count))
    place(slot, hash)
    return slot.key
  }

  private func find(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int32? {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count &- 1
      let tag = Self.tag(hash)
      var i = Int(truncatingIfNeeded: hash) & mask
      while true {
        let slot = slots[i]
        if slot.key < 0 { return nil }
        if slot.tag == tag, equals(slot, bytes) { return slot.key }
        i = (i &+ 1) & mask
      }
    }
  }

  private mutating func place(_ slot: Slot, _ hash: UInt64) {
    let mask = slots.count &- 1
    var i = Int(truncatingIfNeeded: hash) & mask
    while slots[i].key >= 0 { i = (i &+ 1) & mask }
    slots[i] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: .free, count: old.count * 2)
    for slot in old where slot.key >= 0 { place(slot, withBytes(of: slot.key) { Self.hash($0) }) }
  }

  private func equals(_ slot: Slot, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(slot.length) == bytes.count else { return false }
    return arena.withUnsafeBufferPointer { arena in
      let start = Int(slot.start)
      var i = 0
      while i < bytes.count {
        if arena[start &+ i] != bytes[i] { return false }
        i &+= 1
      }
      return true
    }
  }

  private static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }

  /// Eight bytes at a time; all bytes reach both halves.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var h = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var i = 0
    while i &+ 8 <= raw.count {
      h = mixed(h ^ raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
      i &+= 8
    }
    var rest: UInt64 = 0
    while i < raw.count {
      rest = rest << 8 | UInt64(raw[i])
      i &+= 1
    }
    return mixed(h ^ rest)
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
