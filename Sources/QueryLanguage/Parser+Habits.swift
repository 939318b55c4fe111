/// Answers to what people write who know SQL or Datalog: how it is said here.
extension Parser {
  /// A word at the beginning of a statement.
  func statementHabit(_ word: String) -> Diagnostic? {
    guard !next.isSign(.open) else { return nil }
    switch word.lowercased() {
    case "select": return selectHabit()
    case "from":
      return habit(
        "a query begins with a relation, not with `\(word)`", example: "quote(speaker, date), date >= 2024-01")
    case "insert", "update", "delete", "create", "drop", "alter":
      return habit("queries read facts and change none; there is no `\(word)`", example: "quote(speaker, text)")
    case "with":
      return habit("a named part of a query is a rule", example: "rule denied(s) := quote(speaker: s, act: \"deny\")")
    case "include" where next.word != nil || Vocabulary.english(word, .keyword) == "include":
      return habit("the name of an included file is quoted", example: "include \"rules.isnad\"")
    default: break
    }
    guard let stage = StageGrammar.named(Vocabulary.english(word, .stage) ?? word.lowercased()), next.kind != .end,
      next.kind != .terminator, !goesOnAsVariable(stage.name)
    else { return nil }
    return Diagnostic(
      "stage-first", "`\(word)` is a stage and has no rows before it", at: current.range,
      hint: "a pattern stands before the first `|`; a line that begins with `|` goes on from the last result",
      example: stage.query)
  }

  /// What follows fits a variable that has the name of a stage: an operator, a comma.
  private func goesOnAsVariable(_ stage: String) -> Bool {
    if next.keyword != nil { return true }
    guard case .sign(let sign) = next.kind else { return false }
    switch sign {
    case .minus: return stage != "sort"
    case .colon: return stage != "group"
    default: return true
    }
  }

  /// `select speaker, text from quote`: said with the words that stand there.
  private func selectHabit() -> Diagnostic {
    var columns: [String] = []
    var relation: String?
    var i = index + 1
    while i < tokens.count - 1, tokens[i].kind != .terminator {
      if tokens[i].word?.lowercased() == "from" {
        relation = tokens[i + 1].word
        break
      }
      if tokens[i].isSign(.star) { columns = ["*"] }
      if let word = tokens[i].word, tokens[i].keyword == nil, !next(after: i).isSign(.open) { columns.append(word) }
      i += 1
    }
    let fields = columns.isEmpty ? "speaker, text" : columns.joined(separator: ", ")
    return habit(
      "a query begins with a relation and names the fields in its brackets",
      hint: "there is no `select … from`; `select` is a stage that keeps columns",
      example: "\(relation ?? "quote")(\(fields))")
  }

  private func next(after index: Int) -> Token { tokens[min(index + 1, tokens.count - 1)] }

  /// A word where an operator of comparison may stand.
  func operatorHabit(_ word: String) -> Diagnostic? {
    switch word.lowercased() {
    case "like", "ilike":
      return habit(
        "`\(word)` is said with `has` (whole words) or `contains` (any part)", suggestions: ["has", "contains"],
        example: "quote(text), text has \"harbour\"")
    case "between":
      return habit(
        "between two values is said with `in` and a range", suggestions: ["in"],
        example: "quote(text, date in 2024-01..2024-03)")
    case "regexp", "rlike":
      return habit(
        "`\(word)` is written `matches`", suggestions: ["matches"],
        example: "quote(text), text matches /truce|ceasefire/")
    default: return nil
    }
  }

  /// A word that is no name at all.
  func wordHabit(_ word: String) -> Diagnostic? {
    let lower = word.lowercased()
    if lower != word, Keyword(rawValue: lower) != nil {
      return habit(
        "keywords are written in small letters", suggestions: [lower],
        example: "quote(speaker), not post(person: speaker)")
    }
    guard ["null", "nil"].contains(lower) else { return nil }
    return habit(
      "a value that is not there is asked for with `is missing`", suggestions: ["is missing", "is not missing"],
      example: "quote(speaker, date), date is not missing")
  }

  /// A word behind a complete statement.
  func leftoverHabit(_ word: String) -> Diagnostic? {
    let lower = Vocabulary.english(word, .habit) ?? word.lowercased()
    switch lower {
    case "desc", "descending":
      return habit(
        "`-` before a key sorts it the other way", suggestions: ["-\(written(previous.range))"],
        example: "| sort -date, place")
    case "asc", "ascending":
      return habit("keys sort upwards unless `-` stands before them", example: "| sort date, -value")
    case "as":
      return habit(
        "a column is named before its value", suggestions: ["\(next.word ?? "name") = \(written(previous.range))"],
        example: "| select site = place, date")
    case "offset":
      return habit(
        "there is no `offset`", hint: "`sort` and `where` choose the rows", example: "| sort date | limit 10")
    default: break
    }
    if let diagnostic = foreignStage(word) { return diagnostic }
    guard let stage = StageGrammar.named(Vocabulary.english(word, .stage) ?? lower) else { return wordHabit(word) }
    return Diagnostic(
      "pipe-missing", "`\(word)` is a stage, and `|` stands before a stage", at: current.range,
      suggestions: ["| \(stage.name == lower ? lower : word)"], example: stage.query)
  }

  /// A word in the place of a stage's name.
  func foreignStage(_ word: String) -> Diagnostic? {
    let lower = word.lowercased()
    if lower != word, StageGrammar.named(lower) != nil, previous.isSign(.pipe) {
      return habit(
        "keywords are written in small letters", suggestions: [lower], example: StageGrammar.named(lower)!.example)
    }
    switch lower {
    case "order", "orderby", "order_by":
      return habit("rows are ordered by the stage `sort`", suggestions: ["| sort"], example: "| sort date, -value")
    case "having", "filter":
      return habit(
        "rows and groups are both filtered by the stage `where`", suggestions: ["| where"],
        example: "| group place: n = count() | where n > 3")
    case "groupby", "group_by":
      return habit(
        "rows are grouped by the stage `group`", suggestions: ["| group"], example: "| group place: n = count()")
    case "take", "top", "head", "fetch":
      return habit("the first rows are kept by the stage `limit`", suggestions: ["| limit"], example: "| limit 10")
    case "unique":
      return habit("each row once is the stage `distinct`", suggestions: ["| distinct"], example: "| distinct")
    case "join", "inner", "left", "on":
      return habit(
        "relations join where they share a variable; there is no `\(word)`",
        hint: "a part that may be missing is `optional`",
        example: "quote(speaker: s, text), post(person: s, title)")
    case "union":
      return habit(
        "rows of either kind are said with `or`", suggestions: ["or"], example: "(quote(speaker: x) or post(person: x))"
      )
    case "from":
      return habit("the relation stands first, with its fields in brackets", example: "quote(speaker, text)")
    case "save", "into", "write":
      return habit("rows are written by the stage `export`", suggestions: ["| export"], example: "| export \"out.csv\"")
    default: return nil
    }
  }

  /// The word behind the name of a stage.
  func stageHabit(_ stage: String) -> Diagnostic? {
    guard next.word != nil, current.word?.lowercased() == "by" || isKeyword("by"), stage == "group" || stage == "sort"
    else { return nil }
    return habit(
      "`\(stage)` needs no `by`", suggestions: ["\(written(previous.range)) \(written(next.range))"],
      example: StageGrammar.named(stage)!.example)
  }

  private func habit(
    _ message: Message, suggestions: [String] = [], hint: Message? = nil, example: String
  ) -> Diagnostic {
    Diagnostic(
      "habit", message, at: current.range, suggestions: suggestions, hint: hint,
      example: StageGrammar.complete(example))
  }
}
