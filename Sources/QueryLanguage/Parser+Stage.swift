extension Parser {
  mutating func parseStages() throws(Diagnostic) -> [Stage] {
    var stages: [Stage] = []
    var last: StageGrammar?
    while accept(.pipe) {
      let (stage, grammar) = try parseStage()
      if let last, !grammar.isLast {
        throw Diagnostic(
          "stage-after-last", "`\(last.name)` comes last; `\(grammar.name)` stands before it", at: stage.keyword.range,
          example: "quote(speaker, date) | sort date | export \"out.csv\"")
      }
      if grammar.isLast { last = grammar }
      stages.append(stage)
    }
    return stages
  }

  private mutating func parseStage() throws(Diagnostic) -> (Stage, StageGrammar) {
    guard let word = current.word else { throw unexpected("a stage", choices: stageChoices) }
    guard let grammar = StageGrammar.named(Vocabulary.english(word, .stage) ?? word) else { throw noStage(word) }
    let keyword = takeName(.stage)
    if let diagnostic = stageHabit(grammar.name) { throw diagnostic }
    let kind = try grammar.parse(&self)
    return (Stage(kind, keyword: keyword, range(from: keyword.range)), grammar)
  }

  mutating func parseWhere() throws(Diagnostic) -> Stage.Kind {
    let term = try parseClauses()
    let condition = try condition(term)
    try checkPlain(condition)
    return .where(condition)
  }

  mutating func parseLet() throws(Diagnostic) -> Stage.Kind {
    let example = "| let thousands = value / 1_000"
    guard current.word != nil, current.keyword == nil else {
      throw unexpected("the name of a column", example: example)
    }
    let name = takeName(.field)
    try expect(.equal, "`=`", example: example)
    return .let(name, try parseExpression())
  }

  mutating func parseSelect() throws(Diagnostic) -> Stage.Kind { .select(try parseColumns()) }

  mutating func parseGroup() throws(Diagnostic) -> Stage.Kind {
    let keys = current.isSign(.colon) ? [] : try parseColumns()
    if current.word != nil, next.isSign(.equal) {
      throw Diagnostic(
        "colon-missing", "`:` stands between the keys and the aggregates of a group", at: current.range,
        suggestions: [": \(written(current.range)) ="], example: StageGrammar.named("group")!.query)
    }
    guard accept(.colon) else { return .group(keys: keys, aggregates: []) }
    return .group(keys: keys, aggregates: try parseColumns())
  }

  private mutating func parseColumns() throws(Diagnostic) -> [Column] {
    var columns: [Column] = []
    repeat { columns.append(try parseColumn()) } while accept(.comma)
    return columns
  }

  private mutating func parseColumn() throws(Diagnostic) -> Column {
    let start = current.range
    if current.word != nil, current.keyword == nil, next.isSign(.equal) {
      let name = takeName(.field)
      advance()
      return Column(name: name, value: try parseExpression(), range(from: start))
    }
    let value = try parseExpression()
    switch value.kind {
    case .variable, .followed, .call: return Column(name: nil, value: value, range(from: start))
    case .text, .number, .date, .duration, .range, .today, .parameter, .negative, .binary:
      throw Diagnostic(
        "column-without-name", "a computed column needs a name", at: value.range,
        example: StageGrammar.complete("| select place, thousands = value / 1_000"))
    }
  }

  mutating func parseSort() throws(Diagnostic) -> Stage.Kind {
    var keys: [SortKey] = []
    repeat { keys.append(try parseSortKey()) } while accept(.comma)
    return .sort(keys)
  }

  private mutating func parseSortKey() throws(Diagnostic) -> SortKey {
    let start = current.range
    guard accept(.minus) else { return SortKey(value: try parseExpression(), isDescending: false, range(from: start)) }
    let value = try expression(try parseSigned())
    if case .sign(let sign) = current.kind, sign != .comma, sign != .pipe, sign != .close {
      throw Diagnostic(
        "sort-sign", "`-` before a computed key needs parentheses", at: start.joined(current.range),
        example: "figure(value, high, date) | sort -(high - value), date")
    }
    return SortKey(value: value, isDescending: true, range(from: start))
  }

  mutating func parseLimit() throws(Diagnostic) -> Stage.Kind {
    let number = current
    switch number.kind {
    case .parameter(let name):
      advance()
      return .limit(Expression(.parameter(Name(name, number.range)), number.range))
    case .number(let value) where value == value.rounded() && value < 1e15:
      advance()
      return .limit(Expression(.number(value), number.range))
    default: throw unexpected("a whole number", example: "| limit 10")
    }
  }

  mutating func parseConflicts() throws(Diagnostic) -> Stage.Kind {
    let value = try parseExpression()
    try expectBy(example: "| conflicts value by measure, place, date")
    var keys: [Expression] = []
    repeat { keys.append(try parseExpression()) } while accept(.comma)
    return .conflicts(value: value, by: keys)
  }

  mutating func parseTimeline() throws(Diagnostic) -> Stage.Kind {
    let value = try parseExpression()
    try expectBy(example: "| timeline value by date")
    return .timeline(value: value, by: try parseExpression())
  }

  mutating func parseChart() throws(Diagnostic) -> Stage.Kind {
    let example = "| chart bar value by date"
    let kinds = Stage.ChartKind.allCases.map(\.rawValue)
    guard let word = current.word, let kind = Stage.ChartKind(rawValue: Vocabulary.english(word, .option) ?? word)
    else {
      throw unexpected("the kind of the chart", choices: .init("charts", kinds), example: example)
    }
    advance()
    let value = try parseExpression()
    try expectBy(example: example)
    return .chart(kind, value: value, by: try parseExpression())
  }

  mutating func parseExport() throws(Diagnostic) -> Stage.Kind {
    let file = current
    switch file.kind {
    case .text, .parameter: break
    default: throw unexpected("the quoted name of a file", example: "| export \"out.csv\"")
    }
    var export = Export(path: try parseExpression())
    while let word = current.word {
      switch Vocabulary.english(word, .option) ?? word {
      case "cite": export.cites = true
      case "excel": export.forExcel = true
      default:
        throw unexpected(
          "an option of the export", choices: .init("options", ["cite", "excel"]), example: "| export \"out.csv\" cite")
      }
      advance()
    }
    return .export(export)
  }

  private mutating func expectBy(example: String) throws(Diagnostic) {
    guard isKeyword("by") else { throw unexpected("`by`", example: example) }
    advance()
  }
}
