import Facts
import Language
import QueryLanguage

/// Conditions without relations: comparisons joined by and, or, not.
extension ExpressionChecker {
  func check(_ condition: Condition, in scope: some Scope) -> RowTest? {
    switch condition.kind {
    case .test(let left, let test):
      return checkTest(left, test, in: scope)
    case .not(let inner):
      return check(inner, in: scope).map { .not($0) }
    case .all(let parts):
      let tests = parts.map { check($0, in: scope) }
      return tests.contains { $0 == nil } ? nil : .all(tests.compactMap(\.self))
    case .any(let parts):
      let tests = parts.map { check($0, in: scope) }
      return tests.contains { $0 == nil } ? nil : .any(tests.compactMap(\.self))
    case .atom, .exists, .optional:
      report(
        Diagnostic(
          "relation-in-condition", "a relation can't stand here; relations come before the first `|`",
          at: condition.range))
      return nil
    }
  }

  private func checkTest(_ left: Expression, _ test: Test, in scope: some Scope) -> RowTest? {
    // The constant of `"deny" = act` or `2024 < date` takes its type from the other side.
    if constant(left) != nil, case .compare(let comparison, let right) = test.kind, constant(right) == nil {
      let flipped = Test(.compare(comparison.mirrored, left), isNegated: test.isNegated, test.range)
      guard let value = check(right, in: scope) else { return nil }
      return check(value, flipped, in: scope)
    }
    var expected: ValueType?
    if case .compare(_, let right) = test.kind, case .variable = left.kind {
      expected = scopeType(of: right, in: scope)
    }
    guard let value = check(left, in: scope, expecting: expected) else { return nil }
    return check(value, test, in: scope)
  }

  private func scopeType(of expression: Expression, in scope: some Scope) -> ValueType? {
    if case .variable(let name) = expression.kind { return scope.column(name.text)?.type }
    return nil
  }

  /// The test of a value whose type is known.
  func check(_ value: Typed, _ test: Test, in scope: some Scope) -> RowTest? {
    let result = positive(value, test, in: scope)
    return test.isNegated ? result.map { .not($0) } : result
  }

  private func positive(_ value: Typed, _ test: Test, in scope: some Scope) -> RowTest? {
    switch test.kind {
    case .compare(let comparison, let right): return compare(value, comparison, right, in: scope)
    case .inList(let elements):
      let tests = elements.map { element in
        value.type == .date || isRange(element)
          ? inside(value, element, in: scope) : equal(value, element, printed: false, in: scope)
      }
      guard !tests.contains(where: { $0 == nil }) else { return nil }
      return Self.merged(tests.compactMap(\.self))
    case .inside(let period): return inside(value, period, in: scope)
    case .has(let right): return textTest(value, right, .has, in: scope)
    case .contains(let right): return textTest(value, right, .contains, in: scope)
    case .matches(let expression): return matches(value, expression)
    case .missing: return .missing(value.value)
    }
  }

  private func isRange(_ expression: Expression) -> Bool {
    if case .range = expression.kind { return true }
    return false
  }

  /// Tests of one value against sets become one test, which an index can answer.
  private static func merged(_ tests: [RowTest]) -> RowTest {
    guard tests.count > 1 else { return tests[0] }
    var cells: Set<Cell> = []
    var texts: Set<String> = []
    var value: ValueExpression?
    for test in tests {
      switch test {
      case .member(let v, let set):
        value = v
        cells.formUnion(set)
      case .matches(let v, .folded(let set)):
        value = v
        texts.formUnion(set)
      default: return .any(tests)
      }
    }
    if texts.isEmpty { return .member(value!, cells) }
    return cells.isEmpty ? .matches(value!, .folded(texts)) : .any(tests)
  }

  // MARK: - Comparisons

  private func compare(
    _ value: Typed, _ comparison: Test.Comparison, _ right: Expression, in scope: some Scope
  ) -> RowTest? {
    switch comparison {
    case .equal: return equal(value, right, printed: false, in: scope)
    case .identical: return equal(value, right, printed: true, in: scope)
    case .notEqual: return equal(value, right, printed: false, in: scope).map { .not($0) }
    case .less: return order(value, .less, right, in: scope)
    case .lessOrEqual: return order(value, .lessOrEqual, right, in: scope)
    case .greater: return order(value, .greater, right, in: scope)
    case .greaterOrEqual: return order(value, .greaterOrEqual, right, in: scope)
    }
  }

  private func equal(_ value: Typed, _ right: Expression, printed: Bool, in scope: some Scope) -> RowTest? {
    if isRange(right) { return inside(value, right, in: scope) }
    if case .text(let text)? = constant(right) { return equalsText(value, text, printed: printed, at: right.range) }
    guard let other = check(right, in: scope, expecting: value.type) else { return nil }
    guard value.type.met(other.type) != nil else {
      reportIncomparable(value.type, other.type, at: right.range)
      return nil
    }
    if value.type == .date, let period = constant(right)?.asDate, !period.isDay {
      report(
        Diagnostic(
          "coarse-date", "`\(period.description)` equals only dates of that precision", at: right.range,
          severity: .warning,
          hint: "for all dates in it: in \(period.description)"))
    }
    return .same(value.value, other.value)
  }

  private func equalsText(_ value: Typed, _ text: String, printed: Bool, at range: SourceRange) -> RowTest? {
    switch value.type {
    case .text:
      return .matches(value.value, printed ? .printed(text) : .folded([Folding.fold(text)]))
    case .symbol(let list):
      guard checkSymbol(text, list, at: range) else { return nil }
      return .member(value.value, [environment.pool.code(of: text)])
    case .entity:
      return .member(value.value, entities(called: text, printed: printed, at: range))
    case .row(let relation):
      return .member(value.value, rows(withId: text, of: [relation], at: range))
    case .claim:
      return .member(value.value, rows(withId: text, of: ValueType.claimRelations, at: range))
    case .number, .date, .duration:
      reportText(text, beside: value.type, at: range)
      return nil
    }
  }

  private func order(
    _ value: Typed, _ order: RowTest.Order, _ right: Expression, in scope: some Scope
  ) -> RowTest? {
    if case .text(let text)? = constant(right), [.number, .date, .duration].contains(value.type) {
      reportText(text, beside: value.type, at: right.range)
      return nil
    }
    guard let other = check(right, in: scope, expecting: value.type) else { return nil }
    switch (value.type, other.type) {
    case (.number, .number): return .number(order, value.value, other.value)
    case (.date, .date): return .date(order, value.value, other.value)
    case (.text, .text): return .text(order, value.value, other.value)
    case (.number, .duration):
      // Days between two dates against `7d`.
      guard case .duration(let months, let days)? = constant(right), months == 0 else { break }
      return .number(order, value.value, .constant(Cell(number: Double(days))))
    default: break
    }
    reportIncomparable(value.type, other.type, at: right.range, ordered: true)
    return nil
  }

  /// A number or a date in quotes; what stands in them is suggested without, if it is one.
  private func reportText(_ text: String, beside type: ValueType, at range: SourceRange) {
    let value = text.filter { $0 != " " }
    let fits = type == .date ? Period(value) != nil : type == .number && Double(value)?.isFinite == true
    report(
      Diagnostic(
        "wrong-type", "\(type) is compared with a text", at: range, suggestions: fits ? [value] : [],
        hint: type == .date ? "dates stand without quotes: 2024-01-28" : "numbers stand without quotes"))
  }

  private func reportIncomparable(_ a: ValueType, _ b: ValueType, at range: SourceRange, ordered: Bool = false) {
    let same = a == b
    report(
      Diagnostic(
        "wrong-type",
        same
          ? "\(a) has no order"
          : ordered ? "\(a) and \(b) can't be put in order" : "\(a) and \(b) can't be compared",
        at: range,
        hint: (a == .entity && b == .text) || (a == .text && b == .entity)
          ? "an entity and a text meet through alias(entity, text)" : nil))
  }

  private func inside(_ value: Typed, _ right: Expression, in scope: some Scope) -> RowTest? {
    if case .range(let low, let high) = right.kind {
      guard let a = check(low, in: scope, expecting: value.type), let b = check(high, in: scope, expecting: value.type)
      else { return nil }
      guard value.type == a.type, a.type == b.type, value.type == .number || value.type == .date else {
        reportIncomparable(value.type, a.type, at: right.range)
        return nil
      }
      return .between(value.value, low: a.value, high: b.value, isDate: value.type == .date)
    }
    if value.type != .date { return equal(value, right, printed: false, in: scope) }
    guard let period = check(right, in: scope, expecting: .date) else { return nil }
    guard period.type == .date else {
      reportIncomparable(value.type, period.type, at: right.range)
      return nil
    }
    return .inside(value.value, period.value)
  }

  // MARK: - Texts

  private func textTest(_ value: Typed, _ right: Expression, _ kind: RowTest.PairTest, in scope: some Scope) -> RowTest?
  {
    guard let text = asText(value.value, value.type) else {
      report(
        Diagnostic("wrong-type", "only texts and names have words, this is \(value.type)", at: right.range))
      return nil
    }
    if let constant = constant(right) {
      guard case .text(let wanted) = constant else {
        report(Diagnostic("wrong-type", "a text in quotes is needed here", at: right.range))
        return nil
      }
      let folded = Folding.fold(wanted)
      return .matches(text, kind == .has ? .has(folded) : .contains(folded))
    }
    guard let other = check(right, in: scope), let pattern = asText(other.value, other.type) else { return nil }
    return .matchesText(text, kind, pattern)
  }

  private func matches(_ value: Typed, _ expression: RegularExpression) -> RowTest? {
    guard let text = asText(value.value, value.type) else {
      report(Diagnostic("wrong-type", "only texts and names match, this is \(value.type)", at: expression.range))
      return nil
    }
    if let problem = Pattern.problem(in: expression.text) {
      report(Diagnostic("bad-regular-expression", "the regular expression is wrong: \(problem)", at: expression.range))
      return nil
    }
    return .matches(text, .expression(expression.text))
  }
}

extension Test.Comparison {
  /// The comparison with its sides changed.
  var mirrored: Test.Comparison {
    switch self {
    case .equal, .notEqual, .identical: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
