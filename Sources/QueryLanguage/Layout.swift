/// Finds the ends of statements among the tokens of a text.
///
/// A newline ends a statement, unless a bracket is open, the line ends with a comma, a pipe or an operator, or the
/// next line begins with `|`, `,`, `or` or `)`. A `;` ends one too, and so does an empty line behind a comma or operator:
/// what follows it would join silently.
package struct Layout {
  /// Without newlines and comments; a `terminator` stands between statements.
  package private(set) var tokens: [Token] = []
  package private(set) var comments: [Token] = []
  /// Brackets that are open at the end of the text.
  private var open: [SourceRange] = []

  package init(_ text: String) {
    let raw = Lexer.tokens(of: text)
    for (index, token) in raw.enumerated() {
      switch token.kind {
      case .comment: comments.append(token)
      case .newline:
        addNewline(token, isBlank: Self.isBlankLine(before: index, raw), next: Self.next(after: index, raw))
      case .sign(.semicolon) where open.isEmpty: addTerminator(token)
      default: add(token)
      }
    }
  }

  /// More has to follow: a bracket is open, or the last line ends with something that goes on.
  var isOpen: Bool {
    !open.isEmpty || (tokens.dropLast().last?.wantsMore ?? false)
  }

  private mutating func add(_ token: Token) {
    if token.isSign(.open) { open.append(token.range) }
    if token.isSign(.close) { _ = open.popLast() }
    tokens.append(token)
  }

  private mutating func addNewline(_ token: Token, isBlank: Bool, next: Token) {
    if let bracket = open.last {
      guard isBlank else { return }
      open = []
      tokens.append(Token(.invalid(Self.unclosed(bracket)), bracket))
      addTerminator(token)
    } else if tokens.last?.wantsMore == true ? isBlank : !next.goesOn {
      addTerminator(token)
    }
  }

  private mutating func addTerminator(_ token: Token) {
    guard let last = tokens.last, last.kind != .terminator else { return }
    tokens.append(Token(.terminator, token.range))
  }

  /// The newline at `index` ends a line on which nothing stands.
  private static func isBlankLine(before index: Int, _ raw: [Token]) -> Bool {
    index > 0 && raw[index - 1].kind == .newline
  }

  private static func next(after index: Int, _ raw: [Token]) -> Token {
    raw[(index + 1)...].first { $0.kind != .newline && $0.kind != .comment }!
  }

  static func unclosed(_ bracket: SourceRange) -> Diagnostic {
    Diagnostic(
      "unclosed-bracket", "`(` is not closed", at: bracket,
      hint: "an empty line or the end of the text ends what stands in brackets")
  }
}
