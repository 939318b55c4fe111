/// A word, constant or sign of the query text.
package struct Token: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A keyword or a name, as written.
    case word(String)
    /// `$place`, without the `$`.
    case parameter(String)
    case text(String)
    case number(Double)
    case date(DateLiteral)
    case duration(DurationLiteral)
    case regularExpression(String)
    case sign(Sign)
    case newline
    /// From `#` to the end of the line.
    case comment
    /// Ends a statement: `;` or a newline that does.
    case terminator
    case end
    indirect case invalid(Diagnostic)
  }

  package enum Sign: String, Hashable, Sendable, CaseIterable {
    case comma = ","
    case semicolon = ";"
    case colon = ":"
    case define = ":="
    case pipe = "|"
    case open = "("
    case close = ")"
    case dot = "."
    case to = ".."
    case plus = "+"
    case minus = "-"
    case star = "*"
    case slash = "/"
    case equal = "="
    case identical = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    /// Needs something after it, so a line that ends with it is not finished.
    var wantsMore: Bool { self != .close && self != .open && self != .semicolon }

    var comparison: Test.Comparison? { Test.Comparison(rawValue: rawValue) }
  }

  package var kind: Kind
  package var range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// The keyword that the token spells.
  package var keyword: Keyword? {
    guard case .word(let word) = kind else { return nil }
    return Keyword(word: word)
  }

  var word: String? {
    guard case .word(let word) = kind else { return nil }
    return word
  }

  func isSign(_ sign: Sign) -> Bool { kind == .sign(sign) }

  /// A line that ends with the token is not finished.
  var wantsMore: Bool {
    switch kind {
    case .word: keyword?.wantsMore ?? false
    case .sign(let sign): sign.wantsMore
    case .parameter, .text, .number, .date, .duration, .regularExpression, .newline, .comment, .terminator, .end,
      .invalid:
      false
    }
  }

  /// A line that begins with the token goes on with the line before.
  var goesOn: Bool {
    switch kind {
    case .word: keyword == .or || keyword == .and
    case .sign(let sign): sign == .pipe || sign == .comma || sign == .close || sign == .define
    case .parameter, .text, .number, .date, .duration, .regularExpression, .newline, .comment, .terminator, .end,
      .invalid:
      false
    }
  }
}
