/// Byte strings numbered in order of insertion: an open-addressing table over one arena.
///
/// Swift's `Dictionary` with `[UInt8]` or `String` keys allocates a key for each look-up; this is asked for every
/// word of every article.
struct ByteKeyTable: Sendable {
  private var arena: [UInt8] = []
  private var ends: [Int32] = []
  private var slots: [Int32]
  private var mask: Int

  init(capacity: Int = 1 << 12) {
    slots = [Int32](repeating: -1, count: capacity)
    mask = capacity - 1
  }

  var count: Int { ends.count }

  func range(of key: Int32) -> Range<Int> { (key == 0 ? 0 : Int(ends[Int(key) - 1]))..<Int(ends[Int(key)]) }

  func withBytes<R>(of key: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let range = range(of: key)
    return arena.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    var i = Int(truncatingIfNeeded: Self.hash(bytes)) & mask
    while slots[i] >= 0 {
      if equals(slots[i], bytes) { return slots[i] }
      i = (i &+ 1) & mask
    }
    return nil
  }

  mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    if let key = find(bytes) { return key }
    if (ends.count + 1) * 2 > slots.count { grow() }
    let key = Int32(ends.count)
    arena.append(contentsOf: bytes)
    ends.append(Int32(arena.count))
    place(key, hash: Self.hash(bytes))
    return key
  }

  private mutating func place(_ key: Int32, hash: UInt64) {
    var i = Int(truncatingIfNeeded: hash) & mask
    while slots[i] >= 0 { i = (i &+ 1) & mask }
    slots[i] = key
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    mask = slots.count - 1
    for key in 0..<Int32(ends.count) {
      let hash = withBytes(of: key) { Self.hash($0) }
      place(key, hash: hash)
    }
  }

  private func equals(_ key: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: key)
    guard range.count == bytes.count else { return false }
    var i = 0
    while i < bytes.count {
      if arena[range.lowerBound &+ i] != bytes[i] { return false }
      i &+= 1
    }
    return true
  }

  /// FNV-1a, folded so that the low bits depend on all bytes.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var h: UInt64 = 0xcbf2_9ce4_8422_2325
    var i = 0
    while i < bytes.count {
      h = (h ^ UInt64(bytes[i])) &* 0x100_0000_01b3
      i &+= 1
    }
    return h ^ (h >> 29)
  }
}
