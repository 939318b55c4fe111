/// Folding makes spellings that readers take for the same word equal: no tashkeel, no tatweel, one alef, `ya` for
/// alef maqsura, `ha` for ta marbuta, Latin lower case, Latin digits. It never lengthens a text.
public enum Folding {
  public static func fold(_ text: some StringProtocol) -> String {
    var copy = String(text)
    return copy.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { out in
        bytes.isEmpty ? 0 : fold(bytes, to: out.baseAddress!)
      }
    }
  }

  /// Appends the folded form of the UTF-8 `bytes` to `out`.
  public static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { buffer in
      let length = bytes.isEmpty ? 0 : fold(bytes, to: buffer.baseAddress!)
      out.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<length]))
    }
  }

  /// Writes the folded form to `out`, which has room for as many bytes, and returns its length.
  static func fold(_ bytes: UnsafeBufferPointer<UInt8>, to out: UnsafeMutablePointer<UInt8>) -> Int {
    var i = 0
    var o = 0
    let n = bytes.count
    while i < n {
      let b = bytes[i]
      if b < 0x80 {
        out[o] = b &- 0x41 < 26 ? b | 0x20 : b
        o &+= 1
        i &+= 1
      } else if b & 0xFE == 0xD8, i &+ 1 < n, isKept(b, bytes[i &+ 1]) {
        out[o] = b
        out[o &+ 1] = bytes[i &+ 1]
        o &+= 2
        i &+= 2
      } else if b & 0xE0 == 0xC0, i &+ 1 < n {
        let (lead, trail) = foldPair(b, bytes[i &+ 1])
        if lead != 0 {
          out[o] = lead
          o &+= 1
        }
        if trail != 0 {
          out[o] = trail
          o &+= 1
        }
        i &+= 2
      } else {
        let length = b & 0xF0 == 0xE0 ? 3 : b & 0xF8 == 0xF0 ? 4 : 1
        let end = min(n, i &+ length)
        if !isInvisible(bytes, i, end) {
          while i < end {
            out[o] = bytes[i]
            o &+= 1
            i &+= 1
          }
        }
        i = end
      }
    }
    return o
  }

  /// Whether a letter of the block's first half (lead D8 or D9) folds to itself, as nearly all do.
  @inline(__always)
  private static func isKept(_ lead: UInt8, _ trail: UInt8) -> Bool {
    let folded: UInt64 = lead == 0xD8 ? 0x0000_022C_0000_0000 : 0x0003_03FF_FFFF_FA01
    return folded >> UInt64(trail & 0x3F) & 1 == 0
  }

  /// The folded form of two bytes; 0 is no byte.
  @inline(__always)
  private static func foldPair(_ lead: UInt8, _ trail: UInt8) -> (UInt8, UInt8) {
    switch (lead, trail) {
    case (0xD8, 0xA2), (0xD8, 0xA3), (0xD8, 0xA5), (0xD9, 0xB1): (0xD8, 0xA7)  // alef forms
    case (0xD8, 0xA9): (0xD9, 0x87)  // ta marbuta
    case (0xD9, 0x89), (0xDB, 0x8C): (0xD9, 0x8A)  // alef maqsura, Farsi ya
    case (0xDA, 0xA9): (0xD9, 0x83)  // keheh
    case (0xD9, 0x80), (0xD9, 0xB0), (0xD9, 0x8B...0x9F): (0, 0)  // tatweel and marks
    case (0xDB, 0x96...0x9C), (0xDB, 0x9F...0xA8), (0xDB, 0xAA...0xAD): (0, 0)  // Quranic marks
    case (0xD9, 0xA0...0xA9): (trail &- 0xA0 &+ 0x30, 0)  // Arabic-Indic digits
    case (0xDB, 0xB0...0xB9): (trail &- 0xB0 &+ 0x30, 0)
    case (0xC3, 0x80...0x9E) where trail != 0x97: (lead, trail &+ 0x20)  // Latin-1 capitals
    default: (lead, trail)
    }
  }

  /// Zero-width joiners, direction marks, byte order mark.
  private static func isInvisible(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> Bool {
    guard end &- i == 3 else { return false }
    if bytes[i] == 0xE2, bytes[i &+ 1] == 0x80 {
      let last = bytes[i &+ 2]
      return last >= 0x8B && last <= 0x8F || last >= 0xAA && last <= 0xAE
    }
    if bytes[i] == 0xE2, bytes[i &+ 1] == 0x81 { return bytes[i &+ 2] >= 0xA6 && bytes[i &+ 2] <= 0xA9 }
    return bytes[i] == 0xEF && bytes[i &+ 1] == 0xBB && bytes[i &+ 2] == 0xBF
  }
}
