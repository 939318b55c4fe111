/// The classes of characters that the lexer tells apart.
extension Unicode.Scalar {
  /// A space, a tab, or a direction mark, which Arabic editors put in unasked and which shows as nothing.
  var isBlank: Bool {
    switch value {
    case 0x20, 0x09, 0x200E, 0x200F, 0x061C: true
    default: false
    }
  }

  var isWordStart: Bool {
    if value < 0x80 { return isASCIILetter || self == "_" }
    return value != 0x0640 && properties.isAlphabetic && digit == nil && properties.generalCategory != .nonspacingMark
  }

  var isWordPart: Bool {
    if value < 0x80 { return isASCIILetter || self == "_" || digit != nil }
    if value == 0x0640 || digit != nil { return true }
    return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
  }

  /// The value of a digit: ASCII, Arabic-Indic, or the eastern form of Persian and Urdu.
  var digit: Int? {
    switch value {
    case 0x30...0x39: Int(value - 0x30)
    case 0x0660...0x0669: Int(value - 0x0660)
    case 0x06F0...0x06F9: Int(value - 0x06F0)
    default: nil
    }
  }

  private var isASCIILetter: Bool { (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }

  /// `U+00A0`
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}

/// The pairs of marks that a text may stand in.
enum QuotationMarks {
  /// The marks that close a text which `mark` opens; nil when it opens none.
  static func closers(of mark: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch mark {
    case "\"", "'": [mark]
    case "\u{00AB}": ["\u{00BB}"]
    // The same pair typed in the other direction.
    case "\u{00BB}": ["\u{00AB}"]
    case "\u{201C}", "\u{201D}": ["\u{201D}"]
    case "\u{201E}": ["\u{201C}", "\u{201D}"]
    case "\u{2018}", "\u{2019}": ["\u{2019}"]
    case "\u{2039}": ["\u{203A}"]
    default: nil
    }
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    closers(of: scalar) != nil || scalar == "\u{203A}"
  }
}
