extension Parser {
  mutating func parseExpression() throws(Diagnostic) -> Expression {
    try expression(try parseTerm())
  }

  /// A sum, a product, a value, or a range of them; or, in brackets, a condition.
  mutating func parseTerm() throws(Diagnostic) -> Term {
    let lower = try parseOperation(binding: 1)
    guard current.isSign(.to) else { return lower }
    advance()
    let first = try expression(lower)
    let last = try expression(try parseOperation(binding: 1))
    return .expression(Expression(.range(first, last), first.range.joined(last.range)))
  }

  private mutating func parseOperation(binding: Int) throws(Diagnostic) -> Term {
    var left = try parseSigned()
    var links = 0
    while let (operation, strength) = currentOperator, strength >= binding {
      let first = try expression(left)
      links += 1
      try checkDepth(links, at: current.range)
      advance()
      let second = try expression(try parseOperation(binding: strength + 1))
      left = .expression(Expression(.binary(operation, first, second), first.range.joined(second.range)))
    }
    return left
  }

  private var currentOperator: (Expression.Operator, strength: Int)? {
    guard case .sign(let sign) = current.kind, let operation = Expression.Operator(rawValue: sign.rawValue) else {
      return nil
    }
    switch operation {
    case .plus, .minus: return (operation, 1)
    case .times, .dividedBy: return (operation, 2)
    }
  }

  mutating func parseSigned() throws(Diagnostic) -> Term {
    let start = current.range
    guard current.isSign(.minus) else { return try parseFollowed() }
    try enter(at: start)
    defer { depth -= 1 }
    advance()
    let operand = try expression(try parseSigned())
    return .expression(Expression(.negative(operand), start.joined(operand.range)))
  }

  /// `article.outlet`
  private mutating func parseFollowed() throws(Diagnostic) -> Term {
    var term = try parsePrimary()
    var links = 0
    while current.isSign(.dot) {
      let base = try expression(term)
      links += 1
      try checkDepth(links, at: current.range)
      advance()
      guard current.word != nil else {
        throw unexpected("the name of a field", example: "quote(text, article), article.outlet = \"Daily News\"")
      }
      let field = takeName(.field)
      term = .expression(Expression(.followed(base, field), base.range.joined(field.range)))
    }
    return term
  }

  private mutating func parsePrimary() throws(Diagnostic) -> Term {
    let range = current.range
    switch current.kind {
    case .text(let text): return constant(.text(text))
    case .number(let number): return constant(.number(number))
    case .date(let date): return constant(.date(date))
    case .duration(let duration): return constant(.duration(duration))
    case .parameter(let name): return constant(.parameter(Name(name, range)))
    case .word(let word): return try parseWord(word)
    case .sign(.open): return try parseBracketed()
    case .sign, .regularExpression, .newline, .comment, .terminator, .end, .invalid:
      throw unexpected("a value or a clause")
    }
  }

  private mutating func constant(_ kind: Expression.Kind) -> Term {
    let range = current.range
    advance()
    return .expression(Expression(kind, range))
  }

  private mutating func parseWord(_ word: String) throws(Diagnostic) -> Term {
    if next.isSign(.open), current.keyword.map({ $0 == .today }) ?? true { return try parseInvocation() }
    if current.keyword == .today { return constant(.today) }
    if current.keyword != nil { throw unexpected("a value or a clause") }
    if let diagnostic = wordHabit(word) { throw diagnostic }
    if word == "_" {
      throw Diagnostic(
        "blank-as-value", "`_` matches anything and stands only in the place of an argument", at: current.range,
        hint: "at the beginning of a statement it is the last result", example: "source(claim, position: _, entity)")
    }
    let name = takeName(.field)
    return .expression(Expression(.variable(name), name.range))
  }

  private mutating func parseBracketed() throws(Diagnostic) -> Term {
    let open = current.range
    try enter(at: open)
    defer { depth -= 1 }
    advance()
    let inner = try parseClauses()
    try expectClose(of: open)
    return inner
  }

  /// The value that a term is; a condition is none.
  func expression(_ term: Term) throws(Diagnostic) -> Expression {
    switch term {
    case .expression(let expression): return expression
    case .invocation(let invocation): return try call(invocation)
    case .condition(let condition):
      throw Diagnostic(
        "condition-as-value", "a condition is no value", at: condition.range,
        hint: "conditions stand between commas or behind `where`")
    }
  }

  private func call(_ invocation: Invocation) throws(Diagnostic) -> Expression {
    var values: [Expression] = []
    for argument in invocation.arguments {
      guard case .bare(let value) = argument.kind else { throw badFunctionArgument(argument, of: invocation) }
      values.append(value)
    }
    let call = Call(
      function: invocation.name, arguments: values, isDistinct: invocation.isDistinct, by: invocation.by)
    return Expression(.call(call), invocation.range)
  }

  private func badFunctionArgument(_ argument: Argument, of invocation: Invocation) -> Diagnostic {
    let name = invocation.name.written
    if argument.kind == .allFields {
      return Diagnostic(
        "star-in-function", "`*` stands for all fields of a relation; rows are counted by `count()`",
        at: argument.range, suggestions: ["\(name)()"], example: "quote(speaker) | group speaker: n = count()")
    }
    return Diagnostic(
      "function-argument", "`\(name)(…)` is used as a value, and the arguments of a function are values",
      at: argument.range, hint: "only relations and rules have named arguments, restrictions and `_`",
      example: "quote(date), month(date) = 1")
  }
}
