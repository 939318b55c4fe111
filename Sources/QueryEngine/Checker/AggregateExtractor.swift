import QueryLanguage

/// Takes the aggregates out of the expressions of a `group`: `sum(x) / count()` becomes `#0 / #1`.
struct AggregateExtractor {
  private let expressions: ExpressionChecker
  private let scope: StageScope
  private(set) var aggregates: [Grouping.Aggregate] = []
  /// The aggregates as columns, under names that no query can write.
  private(set) var columns: [CheckedColumn] = []
  private(set) var failed = false

  init(_ expressions: ExpressionChecker, _ scope: StageScope) {
    self.expressions = expressions
    self.scope = scope
  }

  mutating func extract(_ expression: Expression) -> Expression {
    var result = expression
    switch expression.kind {
    case .call(var call):
      if let kind = AggregateKind(rawValue: call.function.text) {
        return take(kind, call, expression)
      }
      for i in call.arguments.indices { call.arguments[i] = extract(call.arguments[i]) }
      result.kind = .call(call)
    case .negative(let inner): result.kind = .negative(extract(inner))
    case .binary(let op, let a, let b): result.kind = .binary(op, extract(a), extract(b))
    case .followed(let base, let field): result.kind = .followed(extract(base), field)
    case .text, .number, .date, .duration, .range, .today, .parameter, .variable: break
    }
    return result
  }

  private mutating func take(_ kind: AggregateKind, _ call: Call, _ expression: Expression) -> Expression {
    guard let aggregate = check(kind, call, expression.range) else {
      failed = true
      return expression
    }
    let name = "#\(columns.count)"
    columns.append(CheckedColumn(name: name, type: Self.resultType(aggregate)))
    aggregates.append(aggregate)
    return Expression(.variable(Name(name, expression.range)), expression.range)
  }

  private func check(_ kind: AggregateKind, _ call: Call, _ range: SourceRange) -> Grouping.Aggregate? {
    let counts = call.arguments.count
    guard counts == 1 || (kind == .count && counts == 0 && !call.isDistinct) else {
      report("argument-count", "`\(kind.rawValue)` takes one value", range)
      return nil
    }
    if call.by != nil, kind != .first, kind != .last {
      report("unexpected-by", "only `first` and `last` go `by` something", range)
      return nil
    }
    guard let argument = call.arguments.first else {
      return Grouping.Aggregate(kind: kind, argument: nil, type: nil, isDistinct: false, by: nil, text: range)
    }
    guard let (value, type) = expressions.check(argument, in: scope) else { return nil }
    switch (kind, type) {
    case (.sum, .number), (.avg, .number), (.median, .number), (.min, .number), (.max, .number), (.min, .date),
      (.max, .date), (.min, .text), (.max, .text):
      break
    case (.sum, _), (.avg, _), (.median, _):
      report("argument-type", "`\(kind.rawValue)` needs a number, this is \(type)", argument.range)
      return nil
    case (.min, _), (.max, _):
      report("argument-type", "\(type) has no order", argument.range)
      return nil
    case (.count, _), (.first, _), (.last, _), (.list, _), (.any, _): break
    }
    var by: (value: ValueExpression, type: ValueType)?
    if let expression = call.by {
      guard let checked = expressions.check(expression, in: scope) else { return nil }
      by = (checked.value, checked.type)
    }
    return Grouping.Aggregate(kind: kind, argument: value, type: type, isDistinct: call.isDistinct, by: by, text: range)
  }

  private static func resultType(_ aggregate: Grouping.Aggregate) -> ValueType {
    switch aggregate.kind {
    case .count, .sum, .avg, .median: .number
    case .min, .max, .first, .last, .any: aggregate.type!
    case .list: .text
    }
  }

  private func report(_ code: String, _ message: Message, _ range: SourceRange) {
    expressions.report(
      Diagnostic(code, message, at: range, choices: .init("aggregates", FunctionTable.aggregates)))
  }
}
