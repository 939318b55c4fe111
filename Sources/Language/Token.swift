/// What a token is made of.
package enum TokenKind: UInt8, Sendable {
  /// Letters; Latin ones may have digits behind them (`G20`).
  case word
  /// Digits with separators between them: `26422`, `12,6`, `1.200.000`.
  case number
  /// One sign, its scalar in `Token.value`.
  case sign
  /// The end of a line.
  case newline
}

/// A stretch of a text. Spaces make no tokens.
package struct Token: Sendable, Equatable {
  /// Byte offsets into the text, half open.
  package var start: Int32
  package var end: Int32
  package var kind: TokenKind
  /// Whether white space (or the text's begin) stands before it.
  package var spaced: Bool
  /// The analyzer's word for words, the Unicode scalar for signs, 0 otherwise.
  package var value: Int32

  package init(start: Int32, end: Int32, kind: TokenKind, spaced: Bool, value: Int32) {
    self.start = start
    self.end = end
    self.kind = kind
    self.spaced = spaced
    self.value = value
  }

  package func isSign(_ scalar: Unicode.Scalar) -> Bool { kind == .sign && value == Int32(scalar.value) }
}

/// Signs the rules ask for, by name.
package enum Sign {
  package static let comma: Int32 = 0x2C
  package static let arabicComma: Int32 = 0x60C
  package static let semicolon: Int32 = 0x3B
  package static let arabicSemicolon: Int32 = 0x61B
  package static let colon: Int32 = 0x3A
  package static let stop: Int32 = 0x2E
  package static let ellipsis: Int32 = 0x2026
  package static let question: Int32 = 0x3F
  package static let arabicQuestion: Int32 = 0x61F
  package static let exclamation: Int32 = 0x21
  package static let openParenthesis: Int32 = 0x28
  package static let closeParenthesis: Int32 = 0x29
  package static let quotation: Int32 = 0x22
  package static let openGuillemet: Int32 = 0xAB
  package static let closeGuillemet: Int32 = 0xBB
  package static let leftDouble: Int32 = 0x201C
  package static let rightDouble: Int32 = 0x201D
  package static let lowDouble: Int32 = 0x201E
  package static let percent: Int32 = 0x25
  package static let arabicPercent: Int32 = 0x66A
  package static let slash: Int32 = 0x2F
  package static let hyphen: Int32 = 0x2D
  package static let enDash: Int32 = 0x2013
  package static let emDash: Int32 = 0x2014
  package static let plus: Int32 = 0x2B
  package static let dollar: Int32 = 0x24
  package static let euro: Int32 = 0x20AC
  package static let pound: Int32 = 0xA3
}
