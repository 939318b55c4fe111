/// Cuts a UTF-8 text into tokens with byte spans; `value` of words is left 0 for the analyzer to fill.
public struct Tokenizer {
  public static func tokens(of bytes: UnsafeBufferPointer<UInt8>) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 8)
    read(bytes, into: &tokens)
    return tokens
  }

  /// Puts the tokens of `bytes` in the place of those before.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    var scanner = Scanner(bytes: bytes)
    while let token = scanner.next() { tokens.append(token) }
  }
}

private enum ByteClass {
  case space, newline, latin, arabic, digit, mark, sign
}

private struct Scanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0
  /// Whether white space or a line end stands before.
  var spaced = true

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> Token? {
    while at < bytes.count {
      let (scalar, length) = decode(at)
      switch classify(scalar) {
      case .space:
        at += length
        spaced = true
      case .newline:
        defer { spaced = true }
        return token(.newline, to: at + length)
      case .latin: return token(.word, to: endOfWord(latin: true))
      case .arabic, .mark: return token(.word, to: endOfWord(latin: false))
      case .digit: return token(.number, to: endOfNumber())
      case .sign: return token(.sign, to: at + length, value: Int32(scalar))
      }
    }
    return nil
  }

  private mutating func token(_ kind: TokenKind, to end: Int, value: Int32 = 0) -> Token {
    defer {
      at = end
      spaced = false
    }
    return Token(start: Int32(at), end: Int32(end), kind: kind, spaced: spaced, value: value)
  }

  private func endOfWord(latin: Bool) -> Int {
    var i = at
    while i < bytes.count {
      if !latin, isPlainLetter(i) {
        i &+= 2
        continue
      }
      let (scalar, length) = decode(i)
      switch classify(scalar) {
      case .latin where latin, .digit where latin, .arabic where !latin, .mark: i += length
      case .space, .newline, .latin, .arabic, .digit, .sign: return i
      }
    }
    return i
  }

  /// Nearly every letter of an article: U+0620 to U+064A with the marks behind them, up to U+065F.
  @inline(__always)
  private func isPlainLetter(_ i: Int) -> Bool {
    guard i &+ 1 < bytes.count else { return false }
    let (lead, trail) = (bytes[i], bytes[i &+ 1])
    return lead == 0xD8 && trail >= 0xA0 || lead == 0xD9 && trail <= 0x9F
  }

  private func endOfNumber() -> Int {
    var i = at
    while i < bytes.count {
      let (scalar, length) = decode(i)
      if classify(scalar) == .digit {
        i += length
      } else if isSeparator(scalar), let next = endOfMark(i + length), classify(decode(next).0) == .digit {
        i = next
      } else {
        return i
      }
    }
    return i
  }

  /// The byte behind a right-to-left mark at byte `i`, or `i`; nil at the end.
  private func endOfMark(_ i: Int) -> Int? {
    guard i < bytes.count else { return nil }
    let (scalar, length) = decode(i)
    guard scalar == 0x200F else { return i }
    return i + length < bytes.count ? i + length : nil
  }

  private func isSeparator(_ scalar: UInt32) -> Bool {
    scalar == 0x2E || scalar == 0x2C || scalar == 0x66B || scalar == 0x66C || scalar == 0x60C
  }

  /// The scalar at byte `i` and its length; invalid bytes can't occur in a Swift string's UTF-8.
  @inline(__always)
  private func decode(_ i: Int) -> (UInt32, Int) {
    let b = UInt32(bytes[i])
    if b < 0x80 { return (b, 1) }
    if b < 0xE0 { return ((b & 0x1F) << 6 | continuation(i + 1), 2) }
    if b < 0xF0 { return ((b & 0x0F) << 12 | continuation(i + 1) << 6 | continuation(i + 2), 3) }
    return ((b & 0x07) << 18 | continuation(i + 1) << 12 | continuation(i + 2) << 6 | continuation(i + 3), 4)
  }

  @inline(__always)
  private func continuation(_ i: Int) -> UInt32 { i < bytes.count ? UInt32(bytes[i]) & 0x3F : 0 }

  @inline(__always)
  private func classify(_ s: UInt32) -> ByteClass {
    if s < 0x80 {
      switch s {
      case 0x0A: return .newline
      case 0x09...0x0D, 0x20, 0x00...0x08, 0x0E...0x1F: return .space
      case 0x30...0x39: return .digit
      case 0x41...0x5A, 0x61...0x7A: return .latin
      default: return .sign
      }
    }
    switch s {
    case 0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC, 0x06DF...0x06E8, 0x06EA...0x06ED: return .mark
    case 0x0660...0x0669, 0x06F0...0x06F9: return .digit
    case 0x0620...0x064A, 0x066E...0x06D3, 0x06FA...0x06FF, 0x0750...0x077F, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
      return .arabic
    case 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x85: return .space
    case 0x2028, 0x2029: return .newline
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: return .mark
    case 0x00AA, 0x00B5, 0x00BA, 0x00C0...0x00D6, 0x00D8...0x00F6, 0x00F8...0x02AF, 0x0370...0x05FF,
      0x1E00...0x1FFF:
      return .latin
    case 0x0300...0x036F: return .mark
    case 0x3040...0xD7FF: return .latin
    default: return .sign
    }
  }
}
