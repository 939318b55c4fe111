extension Bytes {
  /// `text` as a JSON string with its quotes. Only what JSON demands is escaped; Arabic stays readable.
  package mutating func append(json text: String) {
    append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var clean = 0
      while let i = Self.firstEscape(utf8, from: clean) {
        append(contentsOf: UnsafeBufferPointer(rebasing: utf8[clean..<i]))
        appendEscape(utf8[i])
        clean = i &+ 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: utf8[clean...]))
    }
    append(UInt8(ascii: "\""))
  }

  /// The first byte that must be escaped, looked for eight bytes at a time.
  private static func firstEscape(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var i = start
    while i &+ 8 <= raw.count {
      if hasEscape(raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)) { break }
      i &+= 8
    }
    while i < raw.count {
      let byte = raw[i]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return i }
      i &+= 1
    }
    return nil
  }

  /// Whether one of eight bytes is below a space, a quotation mark or a backslash; it may say so of others that stand
  /// behind such a byte, never miss one.
  private static func hasEscape(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let control = (word &- ones &* 0x20) & ~word
    let quote = word ^ ones &* 0x22
    let slash = word ^ ones &* 0x5C
    return (control | (quote &- ones) & ~quote | (slash &- ones) & ~slash) & (ones &* 0x80) != 0
  }

  private mutating func appendEscape(_ byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
    case 0x08: append(UInt8(ascii: "b"))
    case 0x09: append(UInt8(ascii: "t"))
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0C: append(UInt8(ascii: "f"))
    case 0x0D: append(UInt8(ascii: "r"))
    default:
      append(text: "u00")
      append(Self.hexDigits[Int(byte >> 4)])
      append(Self.hexDigits[Int(byte & 15)])
    }
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)
}
