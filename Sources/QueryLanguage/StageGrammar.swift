/// A stage of the pipeline as the language knows it; help, completion and messages read this list.
package struct StageGrammar: Sendable {
  package let name: String
  package let synopsis: String
  package let doc: String
  package let example: String
  /// Only another stage of this kind may follow it.
  package var isLast = false
  /// Reads what follows the name.
  let parse: @Sendable (inout Parser) throws(Diagnostic) -> Stage.Kind

  /// The example with rows before it.
  package var query: String { Self.complete(example) }

  /// A query that ends with the stages of `example`; what is no stage stays as it is.
  static func complete(_ example: String) -> String {
    example.hasPrefix("|") ? "figure(measure, value, place, date) " + example : example
  }

  package static func named(_ name: String) -> StageGrammar? { all.first { $0.name == name } }

  package static let all: [StageGrammar] = [
    StageGrammar(
      name: "where", synopsis: "where CONDITION", doc: "keeps the rows that satisfy the condition",
      example: "| where value >= 10 and place is not missing", parse: { p throws(Diagnostic) in try p.parseWhere() }),
    StageGrammar(
      name: "let", synopsis: "let NAME = VALUE", doc: "adds a column",
      example: "| let thousands = value / 1_000", parse: { p throws(Diagnostic) in try p.parseLet() }),
    StageGrammar(
      name: "select", synopsis: "select COLUMN, NAME = VALUE, …", doc: "keeps, orders and renames columns",
      example: "| select place, month = month(date)", parse: { p throws(Diagnostic) in try p.parseSelect() }),
    StageGrammar(
      name: "group", synopsis: "group KEY, …: NAME = AGGREGATE, …", doc: "one row for each set of equal keys",
      example: "| group place: n = count(), latest = max(date)",
      parse: { p throws(Diagnostic) in try p.parseGroup() }),
    StageGrammar(
      name: "count", synopsis: "count", doc: "the number of rows", example: "| count",
      parse: { _ throws(Diagnostic) in .count }),
    StageGrammar(
      name: "distinct", synopsis: "distinct", doc: "each row once", example: "| distinct",
      parse: { _ throws(Diagnostic) in .distinct }),
    StageGrammar(
      name: "sort", synopsis: "sort COLUMN, -COLUMN, …", doc: "orders the rows; `-` puts the greatest first",
      example: "| sort -value, date", parse: { p throws(Diagnostic) in try p.parseSort() }),
    StageGrammar(
      name: "limit", synopsis: "limit NUMBER", doc: "keeps the first rows", example: "| limit 10",
      parse: { p throws(Diagnostic) in try p.parseLimit() }),
    StageGrammar(
      name: "conflicts", synopsis: "conflicts COLUMN by COLUMN, …", doc: "the groups whose values differ",
      example: "| conflicts value by measure, place, date", parse: { p throws(Diagnostic) in try p.parseConflicts() }),
    StageGrammar(
      name: "timeline", synopsis: "timeline COLUMN by COLUMN", doc: "values in the order of their dates",
      example: "| timeline value by date", parse: { p throws(Diagnostic) in try p.parseTimeline() }),
    StageGrammar(
      name: "chart", synopsis: "chart bar|line COLUMN by COLUMN", doc: "draws the values; comes last",
      example: "| chart bar value by date", isLast: true, parse: { p throws(Diagnostic) in try p.parseChart() }),
    StageGrammar(
      name: "export", synopsis: "export \"FILE\" [cite] [excel]",
      doc: "writes the rows; csv, tsv, jsonl or md by the ending; comes last", example: "| export \"out.csv\"",
      isLast: true, parse: { p throws(Diagnostic) in try p.parseExport() }),
  ]
}
