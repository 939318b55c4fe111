/// Characters that no token begins with, and how what they mean is said.
extension Lexer {
  mutating func readStray(_ scalar: Unicode.Scalar) -> Token.Kind {
    let start = offset
    if let foreign = takeForeignOperator() {
      return .invalid(
        Diagnostic(
          "foreign-operator", "`\(foreign.spelling)` is written `\(foreign.here)`", at: SourceRange(start, offset),
          suggestions: [foreign.here], example: foreign.example))
    }
    advance()
    let range = SourceRange(start, offset)
    if let name = LookAlikes.invisible(scalar) {
      return .invalid(
        Diagnostic(
          "invisible-character", "\(name) (\(scalar.codePoint)) stands here", at: range,
          hint: "outside of a quoted text only plain spaces, tabs and line breaks separate words"))
    }
    if let sign = LookAlikes.sign(scalar) {
      return .invalid(
        Diagnostic(
          "look-alike", "`\(scalar)` (\(scalar.codePoint)) looks like `\(sign)` and is another character", at: range,
          suggestions: [sign]))
    }
    if scalar == "\u{061F}" || scalar == "?" {
      return .invalid(
        Diagnostic(
          "question-mark", "a query has no question mark", at: range, hint: "what is asked for is named as a variable",
          example: "quote(speaker, text)"))
    }
    if scalar == "[" || scalar == "]" || scalar == "{" || scalar == "}" {
      return .invalid(
        Diagnostic(
          "bracket", "`\(scalar)` is no bracket of a query; all brackets are round", at: range,
          example: "quote(speaker, act in (\"deny\", \"confirm\"))"))
    }
    return .invalid(
      Diagnostic("stray-character", "`\(scalar)` (\(scalar.codePoint)) has no meaning in a query", at: range))
  }

  private mutating func takeForeignOperator() -> ForeignOperator? {
    for foreign in ForeignOperator.all {
      let spelling = Array(foreign.spelling.unicodeScalars)
      guard index + spelling.count <= scalars.count, scalars[index..<index + spelling.count].elementsEqual(spelling)
      else { continue }
      for _ in spelling { advance() }
      return foreign
    }
    return nil
  }
}

/// An operator of SQL or C; longer spellings stand first.
private struct ForeignOperator {
  let spelling: String
  let here: String
  let example: String

  static let all = [
    ForeignOperator(spelling: "<>", here: "!=", example: "quote(speaker, act != \"deny\")"),
    ForeignOperator(spelling: "&&", here: ",", example: "quote(speaker, date), date >= 2024-01"),
    ForeignOperator(spelling: "||", here: "or", example: "(quote(speaker: x) or post(person: x))"),
    ForeignOperator(spelling: "&", here: ",", example: "quote(speaker, date), date >= 2024-01"),
    ForeignOperator(spelling: "!", here: "not", example: "quote(speaker), not post(person: speaker)"),
    ForeignOperator(spelling: "~", here: "matches", example: "quote(text), text matches /ceasefire|truce/"),
  ]
}
