extension TreePrinter {
  func text(_ expression: Expression) -> String {
    switch expression.kind {
    case .text(let text): quoted(text)
    case .number, .date, .duration: written(expression.range)
    case .range(let first, let last): operand(first, above: 0) + ".." + operand(last, above: 0)
    case .today: keyword("today")
    case .parameter(let name): "$" + name.written
    case .variable(let name): name.written
    case .followed(let base, let field): operand(base, above: 3) + "." + field.written
    case .call(let call): text(call)
    case .negative(let value): "-" + operand(value, above: 3)
    case .binary(let operation, let a, let b):
      operand(a, above: strength(expression) - 1) + " \(operation.rawValue) "
        + operand(b, above: strength(expression))
    }
  }

  /// In brackets unless it binds more strongly than `limit`.
  private func operand(_ expression: Expression, above limit: Int) -> String {
    strength(expression) > limit ? text(expression) : "(" + text(expression) + ")"
  }

  private func strength(_ expression: Expression) -> Int {
    switch expression.kind {
    case .range: 0
    case .binary(let operation, _, _):
      switch operation {
      case .plus, .minus: 1
      case .times, .dividedBy: 2
      }
    case .negative, .number: 3
    case .text, .date, .duration, .today, .parameter, .variable, .followed, .call: 4
    }
  }

  private func text(_ call: Call) -> String {
    let distinct = call.isDistinct ? keyword("distinct") + " " : ""
    let by = call.by.map { " \(keyword("by")) " + text($0) } ?? ""
    return call.function.written + "(" + distinct + list(call.arguments.map(text)) + by + ")"
  }

  private func written(_ range: SourceRange) -> String {
    String(decoding: source[range.start..<range.end], as: UTF8.self)
  }

  func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default:
        let isHidden = LookAlikes.invisible(scalar) != nil || scalar.isBlank && scalar != " "
        quoted += isHidden ? "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}" : String(scalar)
      }
    }
    return quoted + "\""
  }
}
