import Facts
import QueryLanguage

/// A function of the language, declared once: checker, completion and help read this list.
package struct FunctionDeclaration: Sendable {
  package let name: String
  package let doc: String
  package let example: String
}

package enum FunctionTable {
  package static let functions = [
    FunctionDeclaration(name: "year", doc: "year in which a date begins", example: "year(date)"),
    FunctionDeclaration(name: "month", doc: "the month of a date, if it lies in one", example: "month(date)"),
    FunctionDeclaration(name: "day", doc: "the day of a date, if it is one", example: "day(date)"),
    FunctionDeclaration(name: "len", doc: "length of a text in characters", example: "len(text)"),
    FunctionDeclaration(name: "fold", doc: "a text with spellings made equal", example: "fold(unit)"),
    FunctionDeclaration(name: "name", doc: "name of an entity, or an id, as text", example: "name(speaker)"),
    FunctionDeclaration(name: "kind", doc: "kind of an entity, or of a claim", example: "kind(speaker)"),
    FunctionDeclaration(name: "abs", doc: "a number without its sign", example: "abs(value)"),
    FunctionDeclaration(name: "round", doc: "the nearest whole number", example: "round(value / 7)"),
    FunctionDeclaration(
      name: "default", doc: "the first value, or the second where it is missing", example: "default(unit, \"-\")"),
  ]

  package static let aggregates = AggregateKind.allCases.map(\.rawValue)

  package static func isName(_ name: String) -> Bool {
    functions.contains { $0.name == name } || aggregates.contains(name)
  }
}

extension ExpressionChecker {
  func checkCall(_ call: Call, at range: SourceRange, in scope: some Scope) -> Typed? {
    let name = call.function.text
    guard FunctionTable.functions.contains(where: { $0.name == name }) else {
      reportUnknownFunction(call.function)
      return nil
    }
    if call.isDistinct || call.by != nil {
      report(Diagnostic("not-an-aggregate", "`\(name)` is no aggregate: no `distinct` or `by`", at: range))
      return nil
    }
    let wanted = name == "default" ? 2 : 1
    guard call.arguments.count == wanted else {
      report(
        Diagnostic(
          "argument-count",
          wanted == 1
            ? "`\(name)` takes one value, not \(call.arguments.count)"
            : "`\(name)` takes two values, not \(call.arguments.count)",
          at: range, example: FunctionTable.functions.first { $0.name == name }?.example))
      return nil
    }
    return name == "default" ? fallback(call, in: scope) : simple(call, in: scope)
  }

  private func simple(_ call: Call, in scope: some Scope) -> Typed? {
    let name = call.function.text
    let expected: ValueType? = ["year", "month", "day"].contains(name) ? .date : nil
    guard let (value, type) = check(call.arguments[0], in: scope, expecting: expected) else { return nil }
    switch (name, type) {
    case ("year", .date): return (.call(.year, [value]), .number)
    case ("month", .date): return (.call(.month, [value]), .number)
    case ("day", .date): return (.call(.day, [value]), .number)
    case ("len", _) where type.isTextual: return (.call(.length, [value]), .number)
    case ("fold", _) where type.isTextual: return (.call(.fold, [value]), .text)
    case ("fold", .entity), ("len", .entity):
      return (.call(name == "fold" ? .fold : .length, [asText(value, type)!]), name == "fold" ? .text : .number)
    case ("name", _):
      if let text = asText(value, type) { return (text, .text) }
    case ("kind", .entity): return (.call(.entityKind, [value]), .symbol(Schema.kinds))
    case ("kind", _) where type.isClaim: return (.call(.claimKind, [value]), .text)
    case ("abs", .number): return (.call(.absolute, [value]), .number)
    case ("round", .number): return (.call(.round, [value]), .number)
    default: break
    }
    report(
      Diagnostic(
        "argument-type", "`\(name)` doesn't take \(type)", at: call.arguments[0].range,
        example: FunctionTable.functions.first { $0.name == name }?.example))
    return nil
  }

  /// A name, id, text or symbol as text; nil for other types.
  func asText(_ value: ValueExpression, _ type: ValueType) -> ValueExpression? {
    switch type {
    case .text, .symbol: value
    case .entity: .call(.entityName, [value])
    case .row(let relation) where type.isClaim == false: .call(.idOfRow(relation), [value])
    case .row, .claim: .call(.idOfClaim, [value])
    case .number, .date, .duration: nil
    }
  }

  private func fallback(_ call: Call, in scope: some Scope) -> Typed? {
    guard let first = check(call.arguments[0], in: scope),
      let second = check(call.arguments[1], in: scope, expecting: first.type == .date ? .date : nil)
    else { return nil }
    if let type = first.type.joined(second.type) { return (.call(.fallback, [first.value, second.value]), type) }
    if let a = asText(first.value, first.type), let b = asText(second.value, second.type) {
      return (.call(.fallback, [a, b]), .text)
    }
    report(
      Diagnostic(
        "argument-type", "`default` needs two values of one type, not \(first.type) and \(second.type)",
        at: call.arguments[1].range))
    return nil
  }

  func reportUnknownFunction(_ name: Name) {
    if FunctionTable.aggregates.contains(name.text) {
      report(
        Diagnostic(
          "aggregate-outside-group", "`\(name.written)` counts over rows and stands only in `group`", at: name.range,
          example: "quote(speaker) | group speaker: n = \(name.text)(\(name.text == "count" ? "" : "value"))"))
      return
    }
    let known = FunctionTable.functions.map(\.name)
    report(
      Diagnostic(
        "unknown-function", "no function `\(name.written)`", at: name.range,
        suggestions: NearNames.nearest(to: name.text, among: known + FunctionTable.aggregates),
        choices: .init("functions", known)))
  }
}
