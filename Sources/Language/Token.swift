/// What a token is made of.
public enum TokenKind: UInt8, Sendable {
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
public struct Token: Sendable, Equatable {
  /// Byte offsets into the text, half open.
  public var start: Int32
  public var end: Int32
  public var kind: TokenKind
  /// Whether white space (or the text's begin) stands before it.
  public var spaced: Bool
  /// The analyzer's word for words, the Unicode scalar for signs, 0 otherwise.
  public var value: Int32

  public init(start: Int32, end: Int32, kind: TokenKind, spaced: Bool, value: Int32) {
    self.start = start
    self.end = end
    self.kind = kind
    self.spaced = spaced
    self.value = value
  }

  public var bytes: Range<Int> { Int(start)..<Int(end) }

  public func isSign(_ scalar: Unicode.Scalar) -> Bool { kind == .sign && value == Int32(scalar.value) }
}

/// Signs the rules ask for, by name.
public enum Sign {
  public static let comma: Int32 = 0x2C
  public static let arabicComma: Int32 = 0x60C
  public static let semicolon: Int32 = 0x3B
  public static let arabicSemicolon: Int32 = 0x61B
  public static let colon: Int32 = 0x3A
  public static let stop: Int32 = 0x2E
  public static let ellipsis: Int32 = 0x2026
  public static let question: Int32 = 0x3F
  public static let arabicQuestion: Int32 = 0x61F
  public static let exclamation: Int32 = 0x21
  public static let openParenthesis: Int32 = 0x28
  public static let closeParenthesis: Int32 = 0x29
  public static let quotation: Int32 = 0x22
  public static let openGuillemet: Int32 = 0xAB
  public static let closeGuillemet: Int32 = 0xBB
  public static let leftDouble: Int32 = 0x201C
  public static let rightDouble: Int32 = 0x201D
  public static let lowDouble: Int32 = 0x201E
  public static let percent: Int32 = 0x25
  public static let arabicPercent: Int32 = 0x66A
  public static let slash: Int32 = 0x2F
  public static let hyphen: Int32 = 0x2D
  public static let enDash: Int32 = 0x2013
  public static let emDash: Int32 = 0x2014
  public static let plus: Int32 = 0x2B
  public static let dollar: Int32 = 0x24
  public static let euro: Int32 = 0x20AC
  public static let pound: Int32 = 0xA3
}
