/// Texts and regular expressions.
extension Lexer {
  /// `"…"`, `'…'`, `«…»` and their like, with `\"`, `\\`, `\n`, `\t` and `\u{…}`; ends on its line.
  mutating func readText() -> Token.Kind {
    let start = offset
    let mark = scalars[index]
    let closers = QuotationMarks.closers(of: mark)!
    advance()
    var text = String.UnicodeScalarView()
    var otherMark: Unicode.Scalar?
    while let scalar = peek(), scalar != "\n", scalar != "\r" {
      if closers.contains(scalar) {
        advance()
        return .text(String(text))
      }
      if scalar == "\\" {
        switch readEscape() {
        case .success(let escaped): text.append(escaped)
        case .failure(let diagnostic): return .invalid(diagnostic)
        }
        continue
      }
      if otherMark == nil, QuotationMarks.isMark(scalar) { otherMark = scalar }
      text.append(scalar)
      advance()
    }
    return .invalid(unclosed(mark, closer: closers[0], otherMark: otherMark, at: start))
  }

  private func unclosed(
    _ mark: Unicode.Scalar, closer: Unicode.Scalar, otherMark: Unicode.Scalar?, at start: Int
  ) -> Diagnostic {
    var hint: Message = "a text ends on the line where it begins; `\\n` stands for a line break"
    if let otherMark {
      hint = "\(otherMark) (\(otherMark.codePoint)) does not close it; \(closer) (\(closer.codePoint)) does"
    }
    return Diagnostic(
      "unclosed-text", "the text that begins with \(mark) is not closed",
      at: SourceRange(start, start + UTF8.width(mark)), hint: hint)
  }

  private mutating func readEscape() -> Result<Unicode.Scalar, Diagnostic> {
    let start = offset
    advance()
    guard let scalar = peek() else { return .failure(badEscape(from: start)) }
    advance()
    switch scalar {
    case "n": return .success("\n")
    case "t": return .success("\t")
    case "u": return readCodePoint(from: start)
    case "\\": return .success(scalar)
    default: return QuotationMarks.isMark(scalar) ? .success(scalar) : .failure(badEscape(from: start))
    }
  }

  private mutating func readCodePoint(from start: Int) -> Result<Unicode.Scalar, Diagnostic> {
    guard peek() == "{" else { return .failure(badEscape(from: start)) }
    advance()
    var digits = ""
    while let scalar = peek(), scalar.properties.isASCIIHexDigit, digits.utf8.count < 6 {
      digits.unicodeScalars.append(scalar)
      advance()
    }
    guard peek() == "}", let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
      return .failure(badEscape(from: start))
    }
    advance()
    return .success(scalar)
  }

  private func badEscape(from start: Int) -> Diagnostic {
    Diagnostic(
      "bad-escape", "`\\` in a text begins one of `\\\"` `\\\\` `\\n` `\\t` `\\u{064B}`",
      at: SourceRange(start, offset), hint: "a backslash itself is written `\\\\`")
  }

  /// `/…/` behind `matches`.
  mutating func readRegularExpression() -> Token.Kind {
    let start = offset
    advance()
    var text = String.UnicodeScalarView()
    while let scalar = peek(), scalar != "\n", scalar != "\r" {
      advance()
      if scalar == "/" { return text.isEmpty ? .invalid(emptyExpression(start)) : .regularExpression(String(text)) }
      guard scalar == "\\", let next = peek(), next != "\n", next != "\r" else {
        text.append(scalar)
        continue
      }
      if next != "/" { text.append(scalar) }
      text.append(next)
      advance()
    }
    return .invalid(
      Diagnostic(
        "unclosed-expression", "the regular expression is not closed", at: SourceRange(start, start + 1),
        hint: "it ends on its line with `/`; a slash inside is written `\\/`",
        example: "quote(text), text matches /ceasefire|truce/"
      )
    )
  }

  private func emptyExpression(_ start: Int) -> Diagnostic {
    Diagnostic(
      "empty-expression", "the regular expression is empty", at: SourceRange(start, offset),
      example: "quote(text), text matches /ceasefire|truce/")
  }
}
