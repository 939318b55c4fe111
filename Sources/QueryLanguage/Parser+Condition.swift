/// What may stand between operators before it is known whether it is a value or a condition: after `(` both can
/// follow, and `name(…)` is a relation or the call of a function.
enum Term {
  case expression(Expression)
  case invocation(Invocation)
  case condition(Condition)
}

/// `name(…)`
struct Invocation {
  var name: Name
  var arguments: [Argument] = []
  var isDistinct = false
  var by: Expression?
  var range: SourceRange
}

extension Parser {
  private enum Joiner { case comma, and, or }

  private var currentJoiner: Joiner? {
    if current.isSign(.comma) { return .comma }
    switch current.keyword {
    case .and: return .and
    case .or: return .or
    default: return nil
    }
  }

  /// Clauses joined by `,`, `and` and `or`.
  mutating func parseClauses() throws(Diagnostic) -> Term {
    let first = try parseClause()
    guard currentJoiner != nil else { return first }
    // Runs of clauses that `or` parts; `and` binds closer.
    var branches = [[try condition(first)]]
    var seen: Joiner?
    while let joiner = currentJoiner {
      try checkMixing(&seen, joiner)
      advance()
      let term = try parseClause()
      let clause = try condition(term)
      if joiner == .or { branches.append([clause]) } else { branches[branches.count - 1].append(clause) }
    }
    return .condition(Self.any(branches.map(Self.all)))
  }

  /// `,` and `or` at one level read differently to different people.
  private func checkMixing(_ seen: inout Joiner?, _ joiner: Joiner) throws(Diagnostic) {
    guard joiner != .and else { return }
    if let seen, seen != joiner {
      throw Diagnostic(
        "mixed-joiners", "`,` and `or` stand at one level", at: current.range,
        hint: "parentheses say which clauses belong together",
        example: "quote(speaker: x), (post(person: x) or mention(entity: x))")
    }
    seen = joiner
  }

  private static func all(_ parts: [Condition]) -> Condition {
    if parts.count == 1 { return parts[0] }
    let flat = parts.flatMap { part in
      if case .all(let inner) = part.kind { inner } else { [part] }
    }
    return Condition(.all(flat), parts[0].range.joined(parts[parts.count - 1].range))
  }

  private static func any(_ parts: [Condition]) -> Condition {
    if parts.count == 1 { return parts[0] }
    let flat = parts.flatMap { part in
      if case .any(let inner) = part.kind { inner } else { [part] }
    }
    return Condition(.any(flat), parts[0].range.joined(parts[parts.count - 1].range))
  }

  private mutating func parseClause() throws(Diagnostic) -> Term {
    let start = current.range
    guard let keyword = current.keyword, keyword == .not || keyword == .exists || keyword == .optional else {
      return try parseComparison()
    }
    try enter(at: start)
    defer { depth -= 1 }
    advance()
    let term = try parseClause()
    let inner = try condition(term)
    let range = range(from: start)
    switch keyword {
    case .not: return .condition(Condition(.not(inner), range))
    case .exists: return .condition(Condition(.exists(inner), range))
    default: return .condition(Condition(.optional(inner), range))
    }
  }

  private mutating func parseComparison() throws(Diagnostic) -> Term {
    let term = try parseTerm()
    guard let test = try parseTest() else { return term }
    let subject = try expression(term)
    if startsTest {
      throw Diagnostic(
        "chained-comparison", "comparisons do not chain", at: current.range, hint: "two comparisons are joined by `,`",
        example: "figure(value), value >= 10, value < 100")
    }
    return .condition(Condition(.test(subject, test), subject.range.joined(test.range)))
  }

  // MARK: Deciding what a term is

  func condition(_ term: Term) throws(Diagnostic) -> Condition {
    switch term {
    case .condition(let condition): return condition
    case .invocation(let invocation): return try atom(invocation)
    case .expression(let expression): throw notACondition(expression)
    }
  }

  private func atom(_ invocation: Invocation) throws(Diagnostic) -> Condition {
    if invocation.isDistinct || invocation.by != nil {
      throw Diagnostic(
        "aggregate-as-clause", "an aggregate is no clause", at: invocation.range,
        hint: "aggregates stand in the stage `group`", example: "quote(speaker, date) | group speaker: n = count()")
    }
    let atom = Atom(name: invocation.name, arguments: invocation.arguments, invocation.range)
    return Condition(.atom(atom), invocation.range)
  }

  /// Refuses what only a pattern can hold; for the conditions of stages.
  func checkPlain(_ condition: Condition) throws(Diagnostic) {
    switch condition.kind {
    case .test: return
    case .not(let inner): try checkPlain(inner)
    case .all(let parts), .any(let parts): for part in parts { try checkPlain(part) }
    case .atom, .exists, .optional:
      throw Diagnostic(
        "relation-in-stage", "relations and rules stand before the first `|`", at: condition.range,
        hint: "a stage sees rows and no facts",
        example: "quote(speaker, date), exists post(person: speaker) | where date >= 2024-01"
      )
    }
  }
}
