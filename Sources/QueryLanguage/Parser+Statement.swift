extension Parser {
  mutating func parseStatement() throws(Diagnostic) -> Statement {
    let start = current.range
    if let word = current.word {
      switch Vocabulary.english(word, .keyword) ?? word {
      case "rule" where next.word != nil && next.keyword == nil:
        let rule = try parseRule()
        return Statement(.rule(rule), rule.range)
      case "param" where (next.word != nil && next.keyword == nil) || isParameter(next):
        let parameter = try parseParameter()
        return Statement(.parameter(parameter), parameter.range)
      case "include" where isText(next):
        return parseInclude(from: start)
      default:
        if let diagnostic = statementHabit(word) { throw diagnostic }
      }
    }
    let query = try parseQuery()
    return Statement(.query(query), query.range)
  }

  // MARK: Queries

  mutating func parseQuery() throws(Diagnostic) -> Query {
    let start = current.range
    let querySource = try parseSource()
    let stages = try parseStages()
    return Query(source: querySource, stages: stages, range(from: start))
  }

  private mutating func parseSource() throws(Diagnostic) -> Query.Source {
    let start = current.range
    if current.isSign(.pipe) { return .continuation(start) }
    guard current.word == "_" else { return .pattern(try parsePattern()) }
    advance()
    guard current.isSign(.comma) else { return .lastResult(start) }
    throw Diagnostic(
      "last-result-joined", "`_`, the last result, can be shaped by stages and not joined", at: current.range,
      example: "_ | where date >= 2024-01")
  }

  mutating func parsePattern() throws(Diagnostic) -> Condition {
    // Two steps: `self` of the outer call is the parser before the inner one moves it.
    let term = try parseClauses()
    return try condition(term)
  }

  // MARK: Rules

  private mutating func parseRule() throws(Diagnostic) -> Rule {
    let example = "rule origin(claim, entity) := source(claim, position: p, entity), not source(claim, position: p + 1)"
    let start = current.range
    advance()
    let name = takeName(.relation)
    let open = current.range
    try expect(.open, "`(` with the columns of the rule", example: example)
    let parameters = try parseRuleParameters(example: example)
    try expectClose(of: open)
    if current.isSign(.colon) || current.isSign(.equal) {
      let end = next.isSign(.minus) ? next.range : current.range
      throw Diagnostic(
        "rule-sign", "the head and the body of a rule are parted by `:=`", at: current.range.joined(end),
        suggestions: [":="], example: example)
    }
    try expect(.define, "`:=`", example: example)
    let body = try parseQuery()
    guard case .pattern = body.source else {
      throw Diagnostic(
        "rule-without-pattern", "the body of a rule begins with a pattern", at: body.range, example: example)
    }
    return Rule(name: name, parameters: parameters, body: body, range(from: start))
  }

  private mutating func parseRuleParameters(example: String) throws(Diagnostic) -> [Name] {
    var parameters: [Name] = []
    repeat {
      guard let word = current.word, current.keyword == nil, word != "_" else {
        throw unexpected("a column of the rule", example: example)
      }
      let name = takeName(.field)
      guard !parameters.contains(where: { $0.text == name.text }) else {
        throw Diagnostic(
          "column-twice", "the rule has two columns `\(name.written)`", at: name.range,
          hint: "a column that equals another is not needed in the head")
      }
      parameters.append(name)
    } while accept(.comma)
    return parameters
  }

  // MARK: Parameters and files

  private mutating func parseParameter() throws(Diagnostic) -> Parameter {
    let example = "param place: text = \"Harbour\""
    let start = current.range
    advance()
    guard let word = current.word else {
      throw Diagnostic(
        "parameter-sign", "a parameter is declared without `$` and used with it", at: current.range, example: example)
    }
    let name = Name(word, current.range)
    advance()
    try expect(.colon, "`:` and the type of the parameter", example: example)
    let type = try parseType(example: example)
    var value: Expression?
    if accept(.equal) {
      let expression = try parseExpression()
      try checkConstant(expression)
      value = expression
    }
    return Parameter(name: name, type: type, defaultValue: value, range(from: start))
  }

  private mutating func parseType(example: String) throws(Diagnostic) -> Parameter.ValueType {
    guard let word = current.word else { throw unexpected("the type of the parameter", example: example) }
    let types = Parameter.ValueType.allCases.map(\.rawValue)
    guard let type = Parameter.ValueType(rawValue: Vocabulary.english(word, .type) ?? word) else {
      throw Diagnostic(
        "unknown-type", "there is no type `\(word)`", at: current.range,
        suggestions: near(word, types, .type), choices: .init("types", types), example: example)
    }
    advance()
    return type
  }

  private func checkConstant(_ expression: Expression) throws(Diagnostic) {
    switch expression.kind {
    case .text, .number, .date, .duration, .today: return
    case .negative(let operand): try checkConstant(operand)
    case .range(let a, let b), .binary(_, let a, let b):
      try checkConstant(a)
      try checkConstant(b)
    case .parameter, .variable, .followed, .call:
      throw Diagnostic(
        "default-not-constant", "the default of a parameter is a constant", at: expression.range,
        hint: "a text is quoted", example: "param since: date = 2024-01")
    }
  }

  private mutating func parseInclude(from start: SourceRange) -> Statement {
    advance()
    let pathRange = current.range
    guard case .text(let path) = current.kind else { preconditionFailure("the caller saw a text") }
    advance()
    let include = Include(path: path, pathRange: pathRange, range(from: start))
    return Statement(.include(include), include.range)
  }

  // MARK: Names

  /// The current word as a name of the given kind.
  mutating func takeName(_ kinds: Vocabulary.Kind...) -> Name {
    let word = current.word ?? ""
    let english = kinds.lazy.compactMap { Vocabulary.english(word, $0) }.first
    let name = Name(english ?? word, written: word, current.range)
    advance()
    return name
  }

  private func isText(_ token: Token) -> Bool {
    if case .text = token.kind { true } else { false }
  }

  private func isParameter(_ token: Token) -> Bool {
    if case .parameter = token.kind { true } else { false }
  }
}
