@testable import QueryLanguage

/// A tree as text without ranges, so that two spellings of one thing dump alike.
struct TreeDump {
  static func text(_ script: Script) -> String {
    script.statements.map { statement in dump(statement).joined(separator: "\n") }.joined(separator: "\n")
  }

  private static func indented(_ lines: [String]) -> [String] { lines.map { "  " + $0 } }

  private static func dump(_ statement: Statement) -> [String] {
    switch statement.kind {
    case .query(let query): ["query"] + indented(dump(query))
    case .rule(let rule):
      ["rule \(rule.name.text)(\(rule.parameters.map(\.text).joined(separator: ", ")))"] + indented(dump(rule.body))
    case .parameter(let parameter):
      ["param \(parameter.name.text) \(parameter.type)" + (parameter.defaultValue.map { " " + dump($0) } ?? "")]
    case .include(let include): ["include \(include.path)"]
    }
  }

  private static func dump(_ query: Query) -> [String] {
    let source =
      switch query.source {
      case .pattern(let condition): dump(condition)
      case .lastResult: ["last result"]
      case .continuation: ["continuation"]
      }
    return source + query.stages.map { "| \($0.keyword.text)" + dump($0.kind) }
  }

  // MARK: Conditions

  private static func dump(_ condition: Condition) -> [String] {
    switch condition.kind {
    case .atom(let atom): ["atom \(atom.name.text)"] + indented(atom.arguments.map(dump))
    case .test(let subject, let test): ["test \(dump(subject)) \(dump(test))"]
    case .not(let inner): ["not"] + indented(dump(inner))
    case .exists(let inner): ["exists"] + indented(dump(inner))
    case .optional(let inner): ["optional"] + indented(dump(inner))
    case .all(let parts): ["all"] + indented(parts.flatMap(dump))
    case .any(let parts): ["any"] + indented(parts.flatMap(dump))
    }
  }

  private static func dump(_ argument: Argument) -> String {
    switch argument.kind {
    case .bare(let value): "bare \(dump(value))"
    case .named(let field, let value): "\(field.text): \(dump(value))"
    case .anything(let field): "\(field.text): anything"
    case .restricted(let field, let test): "restrict \(field.text) \(dump(test))"
    case .skipped: "skipped"
    case .allFields: "all fields"
    }
  }

  private static func dump(_ test: Test) -> String {
    let not = test.isNegated ? "not " : ""
    return switch test.kind {
    case .compare(let comparison, let value): "\(comparison.rawValue) \(dump(value))"
    case .inList(let values): "\(not)in list(\(values.map(dump).joined(separator: " ")))"
    case .inside(let value): "\(not)inside \(dump(value))"
    case .has(let value): "\(not)has \(dump(value))"
    case .contains(let value): "\(not)contains \(dump(value))"
    case .matches(let expression): "\(not)matches /\(expression.text)/"
    case .missing: "is \(not)missing"
    }
  }

  // MARK: Expressions

  private static func dump(_ expression: Expression) -> String {
    switch expression.kind {
    case .text(let text): String(reflecting: text)
    case .number(let number): "\(number)"
    case .date(let date): dump(date.first) + (date.last.map { "/" + dump($0) } ?? "")
    case .duration(let duration): "\(duration.amount) \(duration.unit)"
    case .range(let a, let b): "(range \(dump(a)) \(dump(b)))"
    case .today: "today"
    case .parameter(let name): "$\(name.text)"
    case .variable(let name): name.text
    case .followed(let base, let field): "(field \(field.text) of \(dump(base)))"
    case .call(let call): dump(call)
    case .negative(let value): "(negative \(dump(value)))"
    case .binary(let operation, let a, let b): "(\(operation.rawValue) \(dump(a)) \(dump(b)))"
    }
  }

  private static func dump(_ call: Call) -> String {
    let arguments = call.arguments.map { " " + dump($0) }.joined()
    let by = call.by.map { " by \(dump($0))" } ?? ""
    return "(call \(call.function.text)\(call.isDistinct ? " distinct" : "")\(arguments)\(by))"
  }

  private static func dump(_ day: DateLiteral.Day) -> String {
    [day.year, day.month, day.day].compactMap { $0.map(String.init) }.joined(separator: ".")
  }

  // MARK: Stages

  private static func dump(_ kind: Stage.Kind) -> String {
    switch kind {
    case .where(let condition): "\n" + indented(indented(dump(condition))).joined(separator: "\n")
    case .let(let name, let value): " \(name.text) = \(dump(value))"
    case .select(let columns): dump(columns)
    case .group(let keys, let aggregates): dump(keys) + " :" + dump(aggregates)
    case .count, .distinct: ""
    case .sort(let keys): keys.map { " \($0.isDescending ? "descending " : "")\(dump($0.value))" }.joined()
    case .limit(let number): " \(dump(number))"
    case .conflicts(let value, let by): " \(dump(value)) by" + by.map { " " + dump($0) }.joined()
    case .timeline(let value, let by): " \(dump(value)) by \(dump(by))"
    case .chart(let kind, let value, let by): " \(kind) \(dump(value)) by \(dump(by))"
    case .export(let export):
      " \(dump(export.path))" + (export.cites ? " cite" : "") + (export.forExcel ? " excel" : "")
    }
  }

  private static func dump(_ columns: [Column]) -> String {
    columns.map { " [" + ($0.name.map { "\($0.text) = " } ?? "") + dump($0.value) + "]" }.joined()
  }
}
