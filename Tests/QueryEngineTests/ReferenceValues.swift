import Facts
import QueryLanguage

/// Expressions.
extension ReferenceEvaluator {
  func value(_ expression: Expression, _ values: [String: Item]) -> Item {
    switch expression.kind {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .date(let literal): .date(period(literal.first))
    case .today: .date(Period("2024-02-01")!)
    case .duration(let literal):
      switch literal.unit {
      case .days: .duration(months: 0, days: literal.amount)
      case .weeks: .duration(months: 0, days: 7 * literal.amount)
      case .months: .duration(months: literal.amount, days: 0)
      case .years: .duration(months: 12 * literal.amount, days: 0)
      }
    case .parameter(let name): value(parameters[name.text]!, values)
    case .variable(let name): values[name.text]!
    case .followed(let base, let field): followed(value(base, values), field.text)
    case .negative(let inner): if case .number(let number) = value(inner, values) { .number(-number) } else { .missing }
    case .binary(let op, let a, let b): binary(op, value(a, values), value(b, values))
    case .call(let call): function(call.function.text, call.arguments.map { value($0, values) })
    case .range: fatalError("not generated")
    }
  }

  private func period(_ day: DateLiteral.Day) -> Period {
    guard let month = day.month else { return Period(year: day.year) }
    return day.day.map { Period(year: day.year, month: month, day: $0)! } ?? Period(year: day.year, month: month)!
  }

  private func followed(_ base: Item, _ field: String) -> Item {
    guard case .row(let relation, let row) = base else { return .missing }
    return item(relation, Schema.relations[relation].index(of: field)!, row)
  }

  func binary(_ op: Expression.Operator, _ a: Item, _ b: Item) -> Item {
    switch (op, a, b) {
    case (.plus, .number(let x), .number(let y)): return .number(x + y)
    case (.minus, .number(let x), .number(let y)): return .number(x - y)
    case (.times, .number(let x), .number(let y)): return .number(x * y)
    case (.dividedBy, .number(let x), .number(let y)): return y == 0 ? .missing : .number(x / y)
    case (.minus, .date(let x), .date(let y)):
      return x.start == x.end && y.start == y.end ? .number(Double(x.start - y.start)) : .missing
    case (.plus, .date(let date), .duration(let months, let days)): return moved(date, months, days)
    case (.minus, .date(let date), .duration(let months, let days)): return moved(date, -months, -days)
    default: return .missing
    }
  }

  /// A duration beside days between dates is a number of days.
  func days(_ item: Item) -> Item {
    if case .duration(0, let days) = item { return .number(Double(days)) }
    return item
  }

  /// Whole months stay whole; else each end keeps its day, or takes the last one of a shorter month.
  private func moved(_ period: Period, _ months: Int, _ days: Int) -> Item {
    let (first, last) = (period.first, period.last)
    func shifted(_ day: (year: Int, month: Int, day: Int), toEnd: Bool) -> Int32 {
      var (year, month) = (day.year, day.month + months)
      while month > 12 { (year, month) = (year + 1, month - 12) }
      while month < 1 { (year, month) = (year - 1, month + 12) }
      var number = day.day
      let length = Period.daysIn(month: month, of: year)
      if toEnd || number > length { number = length }
      return Period(year: year, month: month, day: number)!.start + Int32(days)
    }
    let isWhole = first.day == 1 && last.day == Period.daysIn(month: last.month, of: last.year) && days == 0
    return .date(Period(start: shifted(first, toEnd: false), end: shifted(last, toEnd: isWhole)))
  }

  private func function(_ name: String, _ arguments: [Item]) -> Item {
    switch (name, arguments[0]) {
    case ("default", .missing): return arguments[1]
    case ("default", let first): return first
    case (_, .missing): return .missing
    case ("year", .date(let period)): return .number(Double(period.first.year))
    case ("month", .date(let period)):
      let (a, b) = (period.first, period.last)
      return (a.year, a.month) == (b.year, b.month) ? .number(Double(a.month)) : .missing
    case ("day", .date(let period)):
      return period.start == period.end ? .number(Double(period.first.day)) : .missing
    case ("abs", .number(let number)): return .number(abs(number))
    case ("round", .number(let number)): return .number((abs(number) + 0.5).rounded(.down) * (number < 0 ? -1 : 1))
    case ("name", let item): return .text(printed(item))
    case ("kind", let item): return followed(item, "kind")
    case ("len", let item): return .number(Double(printed(item).count))
    case ("fold", let item): return .text(ReferenceText.folded(printed(item)))
    default: fatalError("not generated")
    }
  }
}
