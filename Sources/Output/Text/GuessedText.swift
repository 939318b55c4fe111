/// Text that readers of CSV take for a number, a date, a truth value or a null when it stands without quotes.
enum GuessedText {
  static func isGuessed(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    looksLikeNumberOrDate(utf8) || isWord(utf8)
  }

  /// Begins as a number does, has at least one digit, Latin or Arabic, and nothing but digits and what stands in
  /// numbers, dates and times.
  private static func looksLikeNumberOrDate(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !isLetter(utf8[0]) else { return false }
    let isHexadecimal = utf8.count > 2 && utf8[0] == UInt8(ascii: "0") && utf8[1] | 0x20 == UInt8(ascii: "x")
    var digits = isHexadecimal
    var i = isHexadecimal ? 2 : 0
    while i < utf8.count {
      let byte = utf8[i]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "T"), UInt8(ascii: "Z"): break
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
        if !isHexadecimal { return false }
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"),
        UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: " "):
        break
      case 0xD9, 0xDB:
        guard i + 1 < utf8.count, isArabicDigit(byte, utf8[i + 1]) else { return false }
        digits = true
        i &+= 1
      default: return false
      }
      i &+= 1
    }
    return digits
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// U+0660–U+0669 with the signs U+066A–U+066C, and the Persian digits U+06F0–U+06F9.
  private static func isArabicDigit(_ lead: UInt8, _ byte: UInt8) -> Bool {
    lead == 0xD9 ? (0xA0...0xAC).contains(byte) : (0xB0...0xB9).contains(byte)
  }

  private static let words: Set<String> = [
    "true", "false", "t", "f", "yes", "no", "y", "n", "on", "off",
    "null", "nil", "none", "na", "n/a", "#n/a", "nan", "nat", "\\n", "-", "?",
    "inf", "-inf", "+inf", "infinity", "-infinity", "+infinity", "<na>", "-nan", "#na", "1.#qnan", "1.#ind",
  ]
  private static let longestWord = 9

  private static func isWord(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    guard utf8.count <= longestWord else { return false }
    return words.contains(String(decoding: utf8, as: UTF8.self).lowercased())
  }
}
