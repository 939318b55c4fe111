extension Parser {
  /// `quote(speaker, act: "deny", date >= 2024-01)`, `relays(a, _)`, `month(date)`, `last(value by date)`
  mutating func parseInvocation() throws(Diagnostic) -> Term {
    let name = takeName(.relation, .function)
    let open = current.range
    try enter(at: open)
    defer { depth -= 1 }
    advance()
    var invocation = Invocation(name: name, range: name.range)
    if isKeyword("distinct"), startsValue(next) {
      advance()
      invocation.isDistinct = true
    }
    if !current.isSign(.close) {
      repeat { invocation.arguments.append(try parseArgument(of: name)) } while accept(.comma)
    }
    if invocation.arguments.count == 1, isKeyword("by") {
      advance()
      invocation.by = try parseExpression()
    }
    try expectClose(of: open)
    invocation.range = range(from: name.range)
    return .invocation(invocation)
  }

  private func startsValue(_ token: Token) -> Bool {
    switch token.kind {
    case .word: token.keyword == nil || token.keyword == .today
    case .parameter, .text, .number, .date, .duration: true
    case .sign(let sign): sign == .open || sign == .minus
    case .regularExpression, .newline, .comment, .terminator, .end, .invalid: false
    }
  }

  private mutating func parseArgument(of relation: Name) throws(Diagnostic) -> Argument {
    let start = current.range
    if current.isSign(.star) {
      advance()
      return Argument(.allFields, start)
    }
    if current.word == "_" {
      advance()
      return Argument(.skipped, start)
    }
    if current.word != nil, next.isSign(.colon) { return try parseNamed() }
    guard !current.isSign(.close) else { throw unexpected("an argument after the comma") }
    let term = try parseTerm()
    guard let test = try parseTest() else {
      let value = try expression(term)
      return Argument(.bare(value), range(from: start))
    }
    guard case .expression(let subject) = term, case .variable(let field) = subject.kind else {
      throw Diagnostic(
        "restriction-of-value", "only a field is restricted in place", at: range(from: start),
        hint: "other comparisons stand behind the relation, after a comma",
        example: "\(relation.written)(date), month(date) = 1")
    }
    return Argument(.restricted(field, test), range(from: start))
  }

  private mutating func parseNamed() throws(Diagnostic) -> Argument {
    let field = takeName(.field)
    advance()
    if current.word == "_" {
      advance()
      return Argument(.anything(field), range(from: field.range))
    }
    if startsTest {
      throw Diagnostic(
        "colon-before-operator", "an operator stands in the place of the `:`", at: current.range,
        suggestions: ["\(field.written) \(written(current.range))"], example: "figure(value >= 10, date in 2024-01)")
    }
    let value = try parseExpression()
    if current.keyword == .or {
      throw Diagnostic(
        "alternatives-in-argument", "alternatives for a field are a list", at: current.range,
        example: "quote(speaker, act in (\"deny\", \"confirm\"))")
    }
    return Argument(.named(field, value), range(from: field.range))
  }
}
