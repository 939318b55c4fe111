/// Byte strings numbered in order of insertion: an open-addressing table over one arena.
///
/// Swift's `Dictionary` with `[UInt8]` or `String` keys allocates a key for each look-up; this is asked for every
/// word of every article.
struct ByteKeyTable: Sendable {
  private var arena: [UInt8] = []
  private var ends: [Int32] = []
  /// The upper half of a key's hash, then the key; nearly every miss ends here, without a look into the arena.
  private var slots: [UInt64]

  private static let free = UInt64.max

  init(capacity: Int = 1 << 12) { slots = [UInt64](repeating: Self.free, count: capacity) }

  var count: Int { ends.count }

  func range(of key: Int32) -> Range<Int> { (key == 0 ? 0 : Int(ends[Int(key) - 1]))..<Int(ends[Int(key)]) }

  func withBytes<R>(of key: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let range = range(of: key)
    return arena.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32? { find(bytes, Self.hash(bytes)) }

  mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Self.hash(bytes)
    if let key = find(bytes, hash) { return key }
    if (ends.count + 1) * 2 > slots.count { grow() }
    let key = Int32(ends.count)
    arena.append(contentsOf: bytes)
    ends.append(Int32(arena.count))
    place(key, hash)
    return key
  }

  private func find(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int32? {
    let mask = slots.count &- 1
    let tag = hash >> 32
    var i = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[i]
      if slot >> 32 == tag {
        if slot == Self.free { return nil }
        let key = Int32(truncatingIfNeeded: slot)
        if equals(key, bytes) { return key }
      } else if slot == Self.free {
        return nil
      }
      i = (i &+ 1) & mask
    }
  }

  private mutating func place(_ key: Int32, _ hash: UInt64) {
    let mask = slots.count &- 1
    var i = Int(truncatingIfNeeded: hash) & mask
    while slots[i] != Self.free { i = (i &+ 1) & mask }
    slots[i] = hash & ~0xFFFF_FFFF | UInt64(UInt32(bitPattern: key))
  }

  private mutating func grow() {
    slots = [UInt64](repeating: Self.free, count: slots.count * 2)
    for key in 0..<Int32(ends.count) { place(key, withBytes(of: key) { Self.hash($0) }) }
  }

  private func equals(_ key: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: key)
    guard range.count == bytes.count else { return false }
    return arena.withUnsafeBufferPointer { arena in
      var i = 0
      while i < bytes.count {
        if arena[range.lowerBound &+ i] != bytes[i] { return false }
        i &+= 1
      }
      return true
    }
  }

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
