/// Every distinct string of a store once, as UTF-8 in one block; a code is its place in order of arrival.
///
/// Strings are the same when their bytes are: Swift's own equality would join composed and decomposed letters.
package struct StringArena: Sendable {
  /// The code that stands for no string.
  package static let missing = UInt32.max

  private var bytes: [UInt8] = []
  private var offsets: [Int] = [0]
  private var slots: [UInt32] = [UInt32](repeating: Self.missing, count: 64)

  package init() {}

  package var count: Int { offsets.count - 1 }

  /// The code of `text`, which is added when it is new.
  package mutating func intern(_ text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// The code of `text` if the arena holds it.
  package func code(of text: String) -> UInt32? {
    var text = text
    return text.withUTF8 { utf8 in
      let code = slots[slot(of: utf8)]
      return code == Self.missing ? nil : code
    }
  }

  package subscript(code: UInt32) -> String {
    withBytes(of: code) { String(decoding: $0, as: UTF8.self) }
  }

  package func length(of code: UInt32) -> Int { offsets[Int(code) + 1] - offsets[Int(code)] }

  package func withBytes<R>(of code: UInt32, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    try bytes.withUnsafeBufferPointer { all in
      try body(UnsafeBufferPointer(rebasing: all[offsets[Int(code)]..<offsets[Int(code) + 1]]))
    }
  }

  /// Order by bytes, which for UTF-8 is the order of code points.
  package func precedes(_ a: UInt32, _ b: UInt32) -> Bool {
    if a == b { return false }
    return withBytes(of: a) { left in withBytes(of: b) { right in left.lexicographicallyPrecedes(right) } }
  }

  private mutating func intern(_ utf8: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let place = slot(of: utf8)
    if slots[place] != Self.missing { return slots[place] }
    let code = UInt32(count)
    bytes.append(contentsOf: utf8)
    offsets.append(bytes.count)
    slots[place] = code
    if count * 2 > slots.count { grow() }
    return code
  }

  /// The slot that holds `utf8`, or the empty one where it belongs.
  private func slot(of utf8: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: Self.hash(utf8)) & mask
    while slots[place] != Self.missing {
      let same = withBytes(of: slots[place]) { $0.count == utf8.count && $0.elementsEqual(utf8) }
      if same { return place }
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    slots = [UInt32](repeating: Self.missing, count: slots.count * 2)
    let mask = slots.count - 1
    for code in 0..<UInt32(count) {
      var place = Int(truncatingIfNeeded: withBytes(of: code, Self.hash)) & mask
      while slots[place] != Self.missing { place = (place + 1) & mask }
      slots[place] = code
    }
  }

  /// FNV-1a over eight bytes at a time, with a final mix so that the low bits depend on all of them.
  package static func hash(_ utf8: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(utf8.count)
    let raw = UnsafeRawBufferPointer(utf8)
    var i = 0
    while i + 8 <= raw.count {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      i += 8
    }
    while i < raw.count {
      hash = (hash ^ UInt64(raw[i])) &* 0x100_0000_01b3
      i += 1
    }
    hash = (hash ^ (hash >> 32)) &* 0xd6e8_feb8_6659_fd93
    return hash ^ (hash >> 32)
  }
}
