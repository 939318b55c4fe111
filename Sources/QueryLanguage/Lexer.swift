/// Cuts a text into tokens. Never fails: what can't be read becomes an `invalid` token that carries its message, so
/// that an earlier mistake of grammar is reported first.
package struct Lexer {
  let scalars: [Unicode.Scalar]
  /// Index into `scalars`, and the same place as an offset in UTF-8.
  var index = 0
  var offset = 0
  private var tokens: [Token] = []

  package init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// All tokens of `text`, newlines and comments among them; the last is `end`.
  package static func tokens(of text: String) -> [Token] {
    var lexer = Lexer(text)
    return lexer.readAll()
  }

  private mutating func readAll() -> [Token] {
    if peek() == "\u{FEFF}" { advance() }
    while let scalar = peek() {
      if scalar.isBlank {
        advance()
        continue
      }
      let start = offset
      let kind = readToken(scalar)
      tokens.append(Token(kind, SourceRange(start, offset)))
    }
    tokens.append(Token(.end, SourceRange(offset, offset)))
    return tokens
  }

  private mutating func readToken(_ scalar: Unicode.Scalar) -> Token.Kind {
    if scalar == "\n" || scalar == "\r" { return readNewline() }
    if scalar == "#" { return readComment() }
    if scalar.isWordStart { return readWord() }
    if scalar.digit != nil { return readNumber() }
    if scalar == "$" { return readParameter() }
    if scalar == "/", tokens.last?.keyword == .matches { return readRegularExpression() }
    if QuotationMarks.closers(of: scalar) != nil { return readText() }
    if let sign = readSign() { return .sign(sign) }
    return readStray(scalar)
  }

  private mutating func readNewline() -> Token.Kind {
    if peek() == "\r", peek(1) == "\n" { advance() }
    advance()
    return .newline
  }

  private mutating func readComment() -> Token.Kind {
    while let scalar = peek(), scalar != "\n", scalar != "\r" { advance() }
    return .comment
  }

  private mutating func readWord() -> Token.Kind {
    let start = offset
    let word = takeWord()
    if let look = LookAlikes.diagnose(word: word, at: start) { return .invalid(look) }
    return .word(word)
  }

  private mutating func readParameter() -> Token.Kind {
    let start = offset
    advance()
    guard peek()?.isWordStart == true else {
      return .invalid(
        Diagnostic(
          "bad-parameter", "`$` stands before the name of a parameter", at: SourceRange(start, offset),
          example: "param place: text = \"Harbour\"; figure(place: $place, value)"))
    }
    return .parameter(takeWord())
  }

  mutating func takeWord() -> String {
    var word = String.UnicodeScalarView()
    while let scalar = peek(), scalar.isWordPart {
      word.append(scalar)
      advance()
    }
    return String(word)
  }

  private mutating func readSign() -> Token.Sign? {
    if let sign = arabicSign() { return sign }
    for length in [2, 1] where index + length <= scalars.count {
      var spelling = String.UnicodeScalarView()
      spelling.append(contentsOf: scalars[index..<index + length])
      guard let sign = Token.Sign(rawValue: String(spelling)) else { continue }
      // `<>` is SQL, and read as a whole so that the message can name it.
      if sign == .less, peek(1) == ">" { return nil }
      // `||` too.
      if sign == .pipe, peek(1) == "|" { return nil }
      for _ in 0..<length { advance() }
      return sign
    }
    return nil
  }

  /// The Arabic comma and semicolon.
  private mutating func arabicSign() -> Token.Sign? {
    switch peek() {
    case "\u{060C}":
      advance()
      return .comma
    case "\u{061B}":
      advance()
      return .semicolon
    default:
      return nil
    }
  }

  func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    index + distance < scalars.count ? scalars[index + distance] : nil
  }

  mutating func advance() {
    offset += UTF8.width(scalars[index])
    index += 1
  }
}
