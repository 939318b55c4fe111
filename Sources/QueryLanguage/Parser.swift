/// Reads a text into statements.
///
/// Recursive descent: one function a construct, in `Parser+….swift` by the part of the language. Nothing is looked up
/// here, so what a name means and whether types fit is not its business.
package struct Parser {
  /// How deep brackets, `not`, signs and chains of operators may nest; the tree is as deep at most.
  package static let depthLimit = 200
  /// Bytes of one statement.
  package static let lengthLimit = 1 << 20

  let source: [UInt8]
  let tokens: [Token]
  var index = 0
  var depth = 0

  package init(_ text: String) {
    source = Array(text.utf8)
    tokens = Layout(text).tokens
  }

  /// All statements of the text; the first mistake is thrown.
  package func parse() throws(Diagnostic) -> Script {
    let script = read()
    if let first = script.problems.first { throw first }
    return script
  }

  /// The statements that can be read, and what is wrong with each of the others.
  package func read() -> Script {
    var parser = self
    var script = Script(statements: [])
    while parser.current.kind != .end {
      if parser.accept(.terminator) { continue }
      let start = parser.index
      do throws(Diagnostic) {
        script.statements.append(try parser.parseWhole())
      } catch {
        script.problems.append(error)
        if let name = parser.definedName(at: start) { script.unread.insert(name) }
        parser.skipStatement()
      }
    }
    return script
  }

  private mutating func parseWhole() throws(Diagnostic) -> Statement {
    try checkLength()
    let statement = try parseStatement()
    guard current.kind == .terminator || current.kind == .end else { throw leftover() }
    return statement
  }

  private mutating func skipStatement() {
    depth = 0
    while current.kind != .terminator, current.kind != .end { index += 1 }
  }

  /// The rule or parameter that the statement at a token would define.
  private func definedName(at start: Int) -> String? {
    guard let word = tokens[start].word, start + 1 < tokens.count else { return nil }
    guard ["rule", "param"].contains(Vocabulary.english(word, .keyword) ?? word) else { return nil }
    return tokens[start + 1].word
  }

  private func checkLength() throws(Diagnostic) {
    let start = current.range.start
    let last = tokens[index...].first { $0.kind == .terminator || $0.kind == .end }!
    guard last.range.start - start > Self.lengthLimit else { return }
    throw Diagnostic(
      "too-long", "the statement is longer than \(Self.lengthLimit) bytes", at: SourceRange(start, start + 1),
      hint: "a rule can carry a part of it")
  }

  // MARK: Moving through the tokens

  var current: Token { tokens[index] }
  var next: Token { tokens[min(index + 1, tokens.count - 1)] }
  var previous: Token { tokens[max(index - 1, 0)] }

  mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  mutating func accept(_ kind: Token.Kind) -> Bool {
    guard current.kind == kind else { return false }
    advance()
    return true
  }

  mutating func accept(_ sign: Token.Sign) -> Bool { accept(.sign(sign)) }

  mutating func expect(_ sign: Token.Sign, _ expected: Message, example: String) throws(Diagnostic) {
    guard accept(sign) else { throw unexpected(expected, example: example) }
  }

  /// Reads the bracket that closes the one at `open`.
  mutating func expectClose(of open: SourceRange) throws(Diagnostic) {
    guard !accept(.close) else { return }
    if case .invalid(let diagnostic) = current.kind { throw diagnostic }
    if current.kind == .end || beginsLine(current) { throw Layout.unclosed(open) }
    throw unexpected("`,` or `)`")
  }

  /// One level deeper, for as long as `depth` is not set back.
  mutating func enter(at range: SourceRange) throws(Diagnostic) {
    depth += 1
    try checkDepth(0, at: range)
  }

  func checkDepth(_ links: Int, at range: SourceRange) throws(Diagnostic) {
    guard depth + links > Self.depthLimit else { return }
    throw Diagnostic(
      "too-deep", "the statement nests deeper than \(Self.depthLimit) levels", at: range,
      hint: "a rule can carry a part of it")
  }

  /// The text of a range as it stands in the source.
  func written(_ range: SourceRange) -> String {
    String(decoding: source[range.start..<min(range.end, source.count)], as: UTF8.self)
  }

  /// Only blanks stand before the token on its line, which isn't the first.
  func beginsLine(_ token: Token) -> Bool {
    var i = token.range.start - 1
    while i >= 0, source[i] == UInt8(ascii: " ") || source[i] == UInt8(ascii: "\t") { i -= 1 }
    return i >= 0 && source[i] == UInt8(ascii: "\n")
  }

  /// From `start` to the last token read.
  func range(from start: SourceRange) -> SourceRange { SourceRange(start.start, max(previous.range.end, start.end)) }
}
