extension Parser {
  /// An operator of comparison comes next.
  var startsTest: Bool {
    if case .sign(let sign) = current.kind { return sign.comparison != nil }
    let keyword = current.keyword == .not ? next.keyword : current.keyword
    switch keyword {
    case .in, .has, .contains, .matches: return true
    case .is: return current.keyword == .is
    default: return false
    }
  }

  /// The operator and right side of a comparison; nil when none comes.
  mutating func parseTest() throws(Diagnostic) -> Test? {
    if let word = current.word, let diagnostic = operatorHabit(word) { throw diagnostic }
    guard startsTest else { return nil }
    let start = current.range
    if case .sign(let sign) = current.kind, let comparison = sign.comparison {
      advance()
      let value = try parseExpression()
      return Test(.compare(comparison, value), range(from: start))
    }
    let isNegated = current.keyword == .not
    if isNegated { advance() }
    let keyword = current.keyword
    advance()
    switch keyword {
    case .in: return Test(try parseContainer(), isNegated: isNegated, range(from: start))
    case .has: return Test(.has(try parseExpression()), isNegated: isNegated, range(from: start))
    case .contains: return Test(.contains(try parseExpression()), isNegated: isNegated, range(from: start))
    case .matches: return Test(.matches(try parseRegularExpression()), isNegated: isNegated, range(from: start))
    default: return try parseMissing(from: start)
    }
  }

  private mutating func parseContainer() throws(Diagnostic) -> Test.Kind {
    guard current.isSign(.open) else { return .inside(try parseExpression()) }
    let open = current.range
    try enter(at: open)
    defer { depth -= 1 }
    advance()
    if current.isSign(.close) {
      throw Diagnostic(
        "empty-list", "the list is empty", at: open.joined(current.range),
        example: "quote(speaker, act in (\"deny\", \"confirm\"))")
    }
    var values: [Expression] = []
    repeat { values.append(try parseExpression()) } while accept(.comma)
    try expectClose(of: open)
    return .inList(values)
  }

  private mutating func parseRegularExpression() throws(Diagnostic) -> RegularExpression {
    guard case .regularExpression(let text) = current.kind else {
      throw unexpected("a regular expression between slashes", example: "quote(text), text matches /ceasefire|truce/")
    }
    let range = current.range
    advance()
    return RegularExpression(text: text, range)
  }

  private mutating func parseMissing(from start: SourceRange) throws(Diagnostic) -> Test {
    let isNegated = current.keyword == .not
    if isNegated { advance() }
    guard isKeyword("missing") else {
      throw unexpected("`missing`", example: "quote(speaker, date is \(isNegated ? "not " : "")missing)")
    }
    advance()
    return Test(.missing, isNegated: isNegated, range(from: start))
  }

  /// The current token is an unreserved keyword, `by` or `missing` or `distinct`, in English or Arabic.
  func isKeyword(_ english: String) -> Bool {
    guard let word = current.word else { return false }
    return word == english || Vocabulary.english(word, .keyword) == english
  }
}
