/// Writes a script in its canonical form: spaces, line breaks and quotation marks of one kind, comments kept.
///
/// Every stage stands on a line of its own, and so does every clause when the pattern doesn't fit on one line or holds
/// a comment. Formatting its own output changes nothing.
package enum Formatter {
  /// The widest pattern that stays on one line, in columns.
  static let lineWidth = 100

  package static func format(_ text: String) throws(Diagnostic) -> String {
    let script = try Parser(text).parse()
    let layout = Layout(text)
    let source = Array(text.utf8)
    var writer = ScriptWriter(source: source, comments: layout.comments.map(\.range))
    for (index, statement) in script.statements.enumerated() {
      let next = index + 1 < script.statements.count ? script.statements[index + 1].range.start : source.count
      let printer = TreePrinter(source: source, isArabic: isArabic(statement.range, layout.tokens, source))
      writer.write(StatementLines(statement, printer), of: statement.range, before: next)
    }
    return writer.finish()
  }

  /// The statement holds a keyword or a comma in Arabic.
  private static func isArabic(_ range: SourceRange, _ tokens: [Token], _ source: [UInt8]) -> Bool {
    // Statements stand in order, as tokens do: the first token at or behind the start is found by halving.
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.start < range.start { low = middle + 1 } else { high = middle }
    }
    return tokens[low...].lazy.prefix { $0.range.start < range.end }.contains { token in
      if token.isSign(.comma) { return source[token.range.start] >= 0x80 }
      guard let word = token.word else { return false }
      return Vocabulary.english(word, .keyword) != nil
    }
  }
}

/// A statement as units that stand on lines: a head, clauses, stages.
struct StatementLines {
  struct Unit {
    var text: String
    var range: SourceRange
  }

  /// `rule behind(claim, origin) :=`
  var head: String?
  var clauses: [Unit] = []
  var stages: [Unit] = []
  /// Between two clauses on one line.
  var separator = ""
  /// At the end of each clause but the last, and at the beginning of each but the first, when they stand on lines.
  var suffix = ""
  var prefix = ""

  init(_ statement: Statement, _ printer: TreePrinter) {
    switch statement.kind {
    case .query(let query): add(query, printer)
    case .rule(let rule):
      let columns = printer.list(rule.parameters.map(\.written))
      head = "\(printer.keyword("rule")) \(rule.name.written)(\(columns)) :="
      add(rule.body, printer)
    case .parameter(let parameter):
      var text = "\(printer.keyword("param")) \(parameter.name.written): "
      text += printer.keyword(parameter.type.rawValue, .type)
      if let value = parameter.defaultValue { text += " = " + printer.text(value) }
      clauses = [Unit(text: text, range: statement.range)]
    case .include(let include):
      let text = printer.keyword("include") + " " + printer.quoted(include.path)
      clauses = [Unit(text: text, range: statement.range)]
    }
  }

  private mutating func add(_ query: Query, _ printer: TreePrinter) {
    switch query.source {
    case .pattern(let condition): add(condition, printer)
    case .lastResult(let range): clauses = [Unit(text: "_", range: range)]
    case .continuation: break
    }
    stages = query.stages.map { Unit(text: "| " + printer.text($0), range: $0.range) }
  }

  private mutating func add(_ condition: Condition, _ printer: TreePrinter) {
    switch condition.kind {
    case .all(let parts):
      clauses = parts.map { Unit(text: printer.part($0, .pattern), range: $0.range) }
      suffix = printer.comma
      separator = printer.separator(.pattern)
    case .any(let parts):
      clauses = parts.map { Unit(text: printer.part($0, .pattern), range: $0.range) }
      prefix = printer.keyword("or") + " "
      separator = " " + prefix
    case .atom, .test, .not, .exists, .optional:
      clauses = [Unit(text: printer.text(condition, .pattern), range: condition.range)]
    }
  }
}
