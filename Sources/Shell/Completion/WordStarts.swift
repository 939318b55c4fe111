import Language

/// Folded names in one block of bytes, so that those in which a word begins as typed are found in one pass.
struct WordStarts {
  /// Each name between a blank and a line end, which no typed text goes across.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Whose name it is; one owner may have several.
  private var owners: [Int] = []

  mutating func add(_ name: UnsafeBufferPointer<UInt8>, of owner: Int) {
    bytes.append(UInt8(ascii: " "))
    Folding.fold(name, into: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    ends.append(bytes.count)
    owners.append(owner)
  }

  mutating func add(_ name: String, of owner: Int) {
    var name = name
    name.withUTF8 { add($0, of: owner) }
  }

  /// For each of `count` owners, whether a word of a name of it begins with `typed`.
  func owners(_ count: Int, withWordLike typed: String) -> [Bool] {
    var fits = [Bool](repeating: false, count: count)
    let wanted = Array(" \(Folding.fold(typed))".utf8)
    bytes.withUnsafeBufferPointer { bytes in
      wanted.withUnsafeBufferPointer { wanted in
        var start = 0
        for name in ends.indices {
          if !fits[owners[name]], Self.holds(bytes[start..<ends[name]], wanted) { fits[owners[name]] = true }
          start = ends[name]
        }
      }
    }
    return fits
  }

  private static func holds(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count >= wanted.count else { return false }
    var i = name.startIndex
    let last = name.endIndex &- wanted.count
    while i <= last {
      if name.base[i] == UInt8(ascii: " ") {
        var k = 1
        while k < wanted.count, name.base[i &+ k] == wanted[k] { k &+= 1 }
        if k == wanted.count { return true }
      }
      i &+= 1
    }
    return false
  }
}
