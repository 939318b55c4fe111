/// How many columns of a terminal text takes.
package enum DisplayWidth {
  package static func of(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// A grapheme takes what its scalars take, but never more than two columns: a family joined by ZWJ is drawn as one
  /// picture, a flag of two letters as one flag.
  package static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.contains(emojiSelector) { return 2 }
    return min(2, scalars.reduce(0) { $0 + of($1) })
  }

  private static let emojiSelector: Unicode.Scalar = "\u{FE0F}"

  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? 0 : 1 }
    if isZeroWidth(scalar) { return 0 }
    return isWide(scalar) ? 2 : 1
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    // The Arabic number sign and its kin are format characters that are drawn.
    case .format: !isPrependedMark(scalar)
    // Vowels and finals of a Hangul syllable that is spelt out join the wide initial.
    default: (0x1160...0x11FF).contains(scalar.value)
    }
  }

  private static func isPrependedMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890...0x0891, 0x08E2, 0x110BD, 0x110CD: true
    default: false
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x1100 { return false }
    return wideBlocks.contains { $0.contains(scalar.value) } || scalar.properties.isEmojiPresentation
  }

  /// Blocks whose East Asian width is wide or fullwidth (UAX 11); single emoji are known by their property.
  private static let wideBlocks: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
    0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}
