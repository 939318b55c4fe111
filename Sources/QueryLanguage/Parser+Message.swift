/// What the parser says when a token doesn't fit.
extension Parser {
  var stageChoices: Diagnostic.Choices { .init("stages", StageGrammar.all.map(\.name)) }

  /// The current token stands where `expected` should.
  func unexpected(_ expected: Message, choices: Diagnostic.Choices? = nil, example: String? = nil) -> Diagnostic {
    switch current.kind {
    case .invalid(let diagnostic): return diagnostic
    case .end, .terminator: return endsEarly(expected, choices: choices, example: example)
    default: break
    }
    let word = written(current.range)
    if let word = current.word, let diagnostic = wordHabit(word) { return diagnostic }
    var diagnostic = Diagnostic(
      "unexpected", "\(expected) is expected, not `\(word)`", at: current.range, choices: choices,
      example: example.map(StageGrammar.complete))
    if let choices, current.word != nil { diagnostic.suggestions = NearNames.nearest(to: word, among: choices.values) }
    if let wanted = quotedWord(expected), !NearNames.nearest(to: word, among: [wanted]).isEmpty {
      diagnostic.suggestions = [wanted]
    }
    return diagnostic
  }

  /// `by` of "`by`".
  private func quotedWord(_ expected: Message) -> String? {
    let parts = expected.pattern.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count == 3, current.word != nil else { return nil }
    return String(parts[1])
  }

  private func endsEarly(_ expected: Message, choices: Diagnostic.Choices?, example: String?) -> Diagnostic {
    let last = previous.range
    return Diagnostic(
      "ends-early",
      current.kind == .end
        ? "the text ends where \(expected) is expected" : "the statement ends where \(expected) is expected",
      at: SourceRange(last.start, last.end), choices: choices, example: example.map(StageGrammar.complete))
  }

  /// A statement is complete and something follows on its line.
  func leftover() -> Diagnostic {
    if case .invalid(let diagnostic) = current.kind { return diagnostic }
    let word = written(current.range)
    if current.isSign(.close) {
      return Diagnostic("close-without-open", "`)` closes nothing", at: current.range)
    }
    if current.isSign(.comma) {
      return Diagnostic(
        "comma-after-stage", "clauses stand before the first `|`", at: current.range,
        hint: "a further stage begins with `|`, a further condition is `| where …`")
    }
    guard current.word != nil else { return unexpected("`,`, `|` or the end of the statement") }
    if let diagnostic = leftoverHabit(word) { return diagnostic }
    if next.isSign(.open) {
      return Diagnostic(
        "comma-missing", "a comma is missing before `\(word)`", at: current.range,
        example: "quote(speaker: s), post(person: s)"
      )
    }
    var diagnostic = unexpected("`,`, `|` or the end of the statement")
    let stages = near(word, StageGrammar.all.map(\.name), .stage)
    diagnostic.suggestions =
      stages.isEmpty ? near(word, Self.operators, .keyword) : stages.map { "| \($0)" }
    return diagnostic
  }

  private static let operators = ["and", "or", "in", "has", "contains", "matches", "is"]
  private static let starters = ["not", "exists", "optional", "rule", "param", "include"]

  /// The nearest of some English names, in the script of `word`.
  func near(_ word: String, _ english: [String], _ kind: Vocabulary.Kind) -> [String] {
    NearNames.nearest(to: word, among: Vocabulary.names(english, kind, inScriptOf: word))
  }

  func noStage(_ word: String) -> Diagnostic {
    if let diagnostic = foreignStage(word) { return diagnostic }
    if next.isSign(.open) {
      return Diagnostic(
        "relation-in-stage", "relations and rules stand before the first `|`", at: current.range,
        choices: stageChoices, hint: "clauses are joined by commas",
        example: "quote(speaker: s), post(person: s) | count")
    }
    return Diagnostic(
      "unknown-stage", "there is no stage `\(word)`", at: current.range,
      suggestions: near(word, StageGrammar.all.map(\.name), .stage), choices: stageChoices,
      example: "quote(speaker, date) | sort date | limit 10")
  }

  private static let starterExamples = [
    "rule": "rule denied(s) := quote(speaker: s, act: \"deny\")",
    "param": "param place: text = \"Harbour\"",
    "include": "include \"rules.isnad\"",
  ]

  /// A value stands where a clause should.
  func notACondition(_ expression: Expression) -> Diagnostic {
    if case .invalid(let diagnostic) = current.kind { return diagnostic }
    let what = written(expression.range)
    guard case .variable = expression.kind else {
      return Diagnostic(
        "no-condition", "`\(what)` alone is no condition", at: expression.range,
        hint: "a condition compares, as in `value >= 10`")
    }
    if current.word != nil, case let near = near(what, Self.starters, .keyword), !near.isEmpty {
      return Diagnostic(
        "unknown-keyword", "there is no keyword `\(what)`", at: expression.range, suggestions: near,
        example: Self.starterExamples[near[0]] ?? "quote(speaker), not post(person: speaker)")
    }
    if let word = current.word, !next.isSign(.open), case let near = near(word, Self.operators, .keyword), !near.isEmpty
    {
      return Diagnostic(
        "unknown-operator", "there is no operator `\(word)`", at: current.range, suggestions: near,
        example: "quote(text), text has \"harbour\"")
    }
    return Diagnostic(
      "no-condition", "`\(what)` alone is no condition", at: expression.range,
      hint: "a relation has brackets, a condition compares", example: "quote(speaker, date), date >= 2024-01")
  }
}
