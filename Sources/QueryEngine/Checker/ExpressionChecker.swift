import Facts
import Language
import QueryLanguage

/// Looks up the names of an expression and finds its type. Errors are collected, never thrown, so that one run of
/// the checker reports all of them.
final class ExpressionChecker {
  let environment: Environment
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var unknownNames: [Emptiness.UnknownName] = []

  init(_ environment: Environment) { self.environment = environment }

  typealias Typed = (value: ValueExpression, type: ValueType)

  func report(_ diagnostic: Diagnostic) {
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  func noteUnknownName(_ name: String, nearest: [String]) {
    let note = Emptiness.UnknownName(name: name, nearest: nearest)
    if !unknownNames.contains(note) { unknownNames.append(note) }
  }

  var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
  var hasErrors: Bool { !errors.isEmpty }

  // MARK: - Constants

  /// The value of an expression without variables; nil when it has some or is no constant.
  func constant(_ expression: Expression) -> Constant? {
    switch expression.kind {
    case .text(let text): return .text(text)
    case .number(let number): return .number(number)
    case .date(let literal): return Self.period(literal).map { .date($0) }
    case .duration(let literal): return Self.duration(literal)
    case .today: return .date(environment.today)
    case .parameter(let name): return environment.parameters[name.text]
    case .negative(let inner):
      if case .number(let number)? = constant(inner) { return .number(-number) }
      return nil
    case .binary(let op, let a, let b):
      guard let left = constant(a), let right = constant(b) else { return nil }
      return Arithmetic.fold(op, left, right)
    case .range, .variable, .followed, .call: return nil
    }
  }

  static func period(_ literal: DateLiteral) -> Period? {
    guard let first = period(literal.first) else { return nil }
    guard let last = literal.last else { return first }
    return period(last).flatMap { Period(from: first, to: $0) }
  }

  private static func period(_ day: DateLiteral.Day) -> Period? {
    guard let month = day.month else { return Period(year: day.year) }
    guard let number = day.day else { return Period(year: day.year, month: month) }
    return Period(year: day.year, month: month, day: number)
  }

  static func duration(_ literal: DurationLiteral) -> Constant {
    switch literal.unit {
    case .days: .duration(months: 0, days: literal.amount)
    case .weeks: .duration(months: 0, days: literal.amount * 7)
    case .months: .duration(months: literal.amount, days: 0)
    case .years: .duration(months: literal.amount * 12, days: 0)
    }
  }

  // MARK: - Values

  func check(_ expression: Expression, in scope: some Scope, expecting expected: ValueType? = nil) -> Typed? {
    if case .parameter(let name) = expression.kind, environment.parameters[name.text] == nil {
      reportUnknownParameter(name)
      return nil
    }
    if let constant = constant(expression) { return typed(constant, expecting: expected, expression.range) }
    switch expression.kind {
    case .variable(let name): return variable(name, in: scope, expecting: expected)
    case .followed(let base, let field): return followed(base, field, in: scope)
    case .call(let call): return checkCall(call, at: expression.range, in: scope)
    case .negative(let inner):
      guard let value = number(inner, in: scope) else { return nil }
      return (.arithmetic(.subtract, .constant(Cell(number: 0)), value), .number)
    case .binary(let op, let a, let b): return binary(op, a, b, at: expression.range, in: scope)
    case .range:
      report(
        Diagnostic(
          "range-as-value", "a range can stand only behind `in`", at: expression.range,
          example: "quote(date), date in 2024-01..2024-03"))
      return nil
    case .date:
      report(Diagnostic("bad-date", "no such period", at: expression.range))
      return nil
    case .text, .number, .duration, .today, .parameter: return nil
    }
  }

  private func typed(_ constant: Constant, expecting expected: ValueType?, _ range: SourceRange) -> Typed? {
    if expected == .date, let period = constant.asDate { return (.constant(Cell(period: period)), .date) }
    if case .symbol(let list)? = expected, case .text(let text) = constant {
      guard checkSymbol(text, list, at: range) else { return nil }
      return (.constant(environment.pool.code(of: text)), .symbol(list))
    }
    return (.constant(constant.cell(environment.pool)), constant.type)
  }

  /// False, with a report, when `text` is in no closed list.
  func checkSymbol(_ text: String, _ list: [String], at range: SourceRange) -> Bool {
    if list.contains(text) { return true }
    report(
      Diagnostic(
        "unknown-symbol", "\"\(text)\" is not one of the values here", at: range,
        suggestions: NearNames.nearest(to: text, among: list), choices: .init("values", list)))
    return false
  }

  private func variable(_ name: Name, in scope: some Scope, expecting expected: ValueType?) -> Typed? {
    if let found = scope.column(name.text) { return (.column(found.index), found.type) }
    if case .symbol(let list)? = expected, list.contains(name.text) {
      reportBareSymbol(name)
      return nil
    }
    report(
      Diagnostic(
        "unbound-variable", "nothing gives `\(name.written)` a value", at: name.range,
        suggestions: NearNames.nearest(to: name.text, among: scope.names),
        choices: scope.names.isEmpty ? nil : .init("variables", scope.names.filter { !$0.hasPrefix("_") }),
        hint: scope.explanation(for: name.text) ?? Self.fieldHint(name)
          ?? "bare words are variables; a constant stands in quotes: \"\(name.written)\""))
    return nil
  }

  /// A field has a value only where the pattern names it.
  private static func fieldHint(_ name: Name) -> Message? {
    guard let relation = Schema.relations.first(where: { $0.index(of: name.text) != nil }) else { return nil }
    return "a field has a value once it is named in the brackets of its relation: \(relation.name)(\(name.text))"
  }

  func reportBareSymbol(_ name: Name) {
    report(
      Diagnostic(
        "bare-symbol", "`\(name.written)` is a variable here; as a value it stands in quotes", at: name.range,
        suggestions: ["\"\(name.text)\""]))
  }

  private func reportUnknownParameter(_ name: Name) {
    let known = environment.parameters.keys.sorted()
    report(
      Diagnostic(
        "unknown-parameter", "no parameter `$\(name.written)` has a value", at: name.range,
        suggestions: NearNames.nearest(to: name.text, among: known).map { "$\($0)" },
        choices: known.isEmpty ? nil : .init("parameters", known.map { "$\($0)" }),
        example: "param \(name.text): text = \"…\""))
  }

  // MARK: - References

  private func followed(_ base: Expression, _ field: Name, in scope: some Scope) -> Typed? {
    guard let (value, type) = check(base, in: scope) else { return nil }
    switch type {
    case .entity: return follow(value, relation: ValueType.entityRelation, field)
    case .row(let relation): return follow(value, relation: relation, field)
    case .claim: return followClaim(value, field)
    case .text, .number, .date, .duration, .symbol:
      report(
        Diagnostic(
          "not-a-reference", "\(type) has no fields; only ids, references and entities can be followed",
          at: field.range, example: "quote(text, article: a) | select text, a.outlet"))
      return nil
    }
  }

  private func follow(_ value: ValueExpression, relation: Int, _ field: Name) -> Typed? {
    let declaration = Schema.relations[relation]
    guard let index = declaration.index(of: field.text) else {
      reportUnknownField(field, of: declaration)
      return nil
    }
    let type = ValueType(declaration.fields[index].type, of: relation)
    return (.followed(value, .field(relation: relation, field: index)), type)
  }

  func reportUnknownField(_ field: Name, of relation: Relation) {
    let names = relation.fields.map(\.name)
    report(
      Diagnostic(
        "unknown-field", "\(relation.name) has no field `\(field.written)`", at: field.range,
        suggestions: NearNames.nearest(to: field.text, among: Self.fieldNames(names, for: field)),
        choices: .init("fields of \(relation.name)", Self.shownNames(names, for: field)),
        example: relation.example))
  }

  /// Fields as they would be written beside `name`: in Arabic with the article, if `name` has it.
  static func fieldNames(_ fields: [String], for name: Name) -> [String] {
    let names = Vocabulary.names(fields, .field, inScriptOf: name.written)
    let article = "\u{627}\u{644}"
    return name.written.hasPrefix(article) ? names.map { article + $0 } : names
  }

  private static func shownNames(_ fields: [String], for name: Name) -> [String] {
    guard let first = name.written.utf8.first, first >= 0x80 else { return fields }
    return fields.map { Vocabulary.arabic($0, .field) ?? $0 }
  }

  /// A field that all claims have, with the same type.
  private func followClaim(_ value: ValueExpression, _ field: Name) -> Typed? {
    let relations = ValueType.claimRelations.map { Schema.relations[$0] }
    let common = relations[0].fields.filter { candidate in
      candidate.type == .id
        || relations.allSatisfy { $0.fields.contains { ($0.name, $0.type) == (candidate.name, candidate.type) } }
    }
    guard let found = common.first(where: { $0.name == field.text }) else {
      report(
        Diagnostic(
          "unknown-field", "not every claim has a field `\(field.written)`", at: field.range,
          suggestions: NearNames.nearest(to: field.text, among: Self.fieldNames(common.map(\.name), for: field)),
          choices: .init("fields of every claim", common.map(\.name)),
          hint: relations.first { $0.index(of: field.text) != nil }.map { relation -> Message in
            "a \(relation.name) has it: \(relation.name)(id: c, \(field.text))"
          }))
      return nil
    }
    if found.type == .id { return (value, .claim) }
    let fields = relations.map { $0.index(of: found.name)! }
    return (.followed(value, .claim(fields: fields)), ValueType(found.type, of: 0))
  }

  // MARK: - Arithmetic

  private func number(_ expression: Expression, in scope: some Scope) -> ValueExpression? {
    guard let (value, type) = check(expression, in: scope) else { return nil }
    guard type == .number else {
      report(Diagnostic("not-a-number", "a number is needed here, this is \(type)", at: expression.range))
      return nil
    }
    return value
  }

  private func binary(
    _ op: Expression.Operator, _ a: Expression, _ b: Expression, at range: SourceRange, in scope: some Scope
  ) -> Typed? {
    guard let left = check(a, in: scope), let right = check(b, in: scope) else { return nil }
    // A year beside a date is a date: `date - 2024`.
    let leftYear = right.type == .date && left.type == .number ? check(a, in: scope, expecting: .date) : nil
    let rightYear = left.type == .date && right.type == .number ? check(b, in: scope, expecting: .date) : nil
    let (x, y) = (leftYear ?? left, rightYear ?? right)
    guard let (operation, type) = Arithmetic.operation(op, x.type, y.type) else {
      report(
        Diagnostic(
          "bad-operands", "`\(op.rawValue)` doesn't work between \(left.type) and \(right.type)", at: range,
          hint: x.type == .text || y.type == .text ? nil : "a date and a duration: date + 7d; two dates: date - other"))
      return nil
    }
    if case .later = operation, x.type == .duration { return (.arithmetic(.later, y.value, x.value), type) }
    return (.arithmetic(operation, x.value, y.value), type)
  }
}
