import Facts
import Output
import QueryEngine
import QueryLanguage

extension Shell {
  /// Runs what was entered: one statement or several, up to the first that is wrong.
  func run(statements text: String) throws {
    try WrongText.pointing(at: text) {
      for statement in try Parser(text).parse().statements {
        Interrupts.begin()
        let outcome = try RunningTime.shown(on: screen) { try session.run(statement, source: text) }
        if case .include(let include) = outcome { try read(script: include.path) }
        try report(outcome, of: statement, source: text)
      }
    }
  }

  /// Prints what a statement did.
  func report(_ outcome: Outcome, of statement: Statement, source: String) throws {
    let written = source.slice(statement.range)
    switch outcome {
    case .answer(let answer): try present(answer, source: source)
    case .rule(let name, let replaced, let warnings):
      ruleTexts[name] = written
      warn(warnings, source: source)
      if !isStarting { screen.say(replaced ? "rule \(name) replaced" : "rule \(name) defined") }
    case .parameter(let name, let value):
      if !isStarting { screen.say("$\(name) = \(SafeText.shown("\(value)"))") }
    case .include: break
    }
  }

  func warn(_ warnings: [Diagnostic], source: String) {
    for warning in warnings { screen.say("\(SafeText.shownLines(screen.language.text(warning, source: source)))") }
  }

  /// Prints rows where they are wanted and says how many there are.
  private func present(_ answer: Answer, source: String) throws {
    warn(answer.warnings, source: source)
    switch answer.request {
    case .chart(let kind):
      let chart = ChartWriter(kind == .bar ? .bar : .line, width: screen.width ?? 80)
      try chart.write(answer.table, to: screen.rows)
    case .export(let path, let cites, let excel):
      let table = cites ? Citations(session.store).adding(to: answer) : answer.table
      try export(table, to: path, excel: excel)
    case nil:
      try destination.write(answer.table, shell: self)
    }
    for line in AnswerNotes(answer, screen.language, showsTime: settings.showsTime, isCut: isCut(answer)).lines {
      screen.say("\(line)")
    }
  }

  private func isCut(_ answer: Answer) -> Int? {
    guard answer.request == nil, case .screen = destination, settings.format == .table, let limit = settings.maxRows,
      settings.pager == nil || screen.height == nil,
      answer.table.rows.count > limit
    else { return nil }
    return limit
  }

  private func export(_ table: ResultTable, to path: String, excel: Bool) throws {
    let formulas = try FileExport(path: path, force: false).write(table, excel: excel)
    screen.sayWritten(table.rows.count, to: path)
    if let warning = FileExport.warning(formulas, screen.language) { screen.say(warning) }
  }
}

extension String {
  /// The text of a range of UTF-8 bytes.
  func slice(_ range: SourceRange) -> String {
    String(decoding: utf8.dropFirst(range.start).prefix(range.end - range.start), as: UTF8.self)
  }
}
