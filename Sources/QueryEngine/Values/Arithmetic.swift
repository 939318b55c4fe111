import Facts
import QueryLanguage

/// Sums and differences of numbers, dates and durations.
enum Arithmetic {
  /// The operation between values of two types, and the type of what it gives.
  static func operation(
    _ op: Expression.Operator, _ a: ValueType, _ b: ValueType
  ) -> (ValueExpression.Arithmetic, ValueType)? {
    switch (op, a, b) {
    case (.plus, .number, .number): (.add, .number)
    case (.minus, .number, .number): (.subtract, .number)
    case (.times, .number, .number): (.multiply, .number)
    case (.dividedBy, .number, .number): (.divide, .number)
    case (.plus, .date, .duration), (.plus, .duration, .date): (.later, .date)
    case (.minus, .date, .duration): (.earlier, .date)
    case (.minus, .date, .date): (.daysBetween, .number)
    default: nil
    }
  }

  static func apply(_ operation: ValueExpression.Arithmetic, _ a: Cell, _ b: Cell) -> Cell {
    if a == .missing || b == .missing { return .missing }
    switch operation {
    case .add: return Cell(number: a.number + b.number)
    case .subtract: return Cell(number: a.number - b.number)
    case .multiply: return Cell(number: a.number * b.number)
    case .divide: return b.number == 0 ? .missing : Cell(number: a.number / b.number)
    case .later: return moved(a.period, months: Int(b.duration.months), days: Int(b.duration.days))
    case .earlier: return moved(a.period, months: -Int(b.duration.months), days: -Int(b.duration.days))
    case .daysBetween:
      let (x, y) = (a.period, b.period)
      return x.isDay && y.isDay ? Cell(number: Double(x.start) - Double(y.start)) : .missing
    }
  }

  /// Both ends are moved; a day that the month doesn't have becomes its last. A whole month stays a whole month.
  static func moved(_ period: Period, months: Int, days: Int) -> Cell {
    let endsMonth = period.last.day == Period.daysIn(month: period.last.month, of: period.last.year)
    let wholeMonths = period.first.day == 1 && endsMonth
    guard let start = moved(period.start, months: months, days: days, toEnd: false),
      let end = moved(period.end, months: months, days: days, toEnd: wholeMonths && days == 0), start <= end
    else { return .missing }
    return Cell(period: Period(start: start, end: end))
  }

  private static func moved(_ day: Int32, months: Int, days: Int, toEnd: Bool) -> Int32? {
    var result = Int(day)
    if months != 0 {
      let civil = Period.civil(day)
      let total = civil.year * 12 + civil.month - 1 + months
      let (year, month) = (total >= 0 ? total / 12 : (total - 11) / 12, ((total % 12) + 12) % 12 + 1)
      guard (1...9999).contains(year) else { return nil }
      let length = Period.daysIn(month: month, of: year)
      result = Int(Period.dayNumber(year: year, month: month, day: toEnd ? length : min(civil.day, length)))
    }
    result += days
    return Int32(exactly: result)
  }

  /// The value of an operation on constants.
  static func fold(_ op: Expression.Operator, _ a: Constant, _ b: Constant) -> Constant? {
    switch (op, a, b) {
    case (_, .duration(let m, let d), .duration(let n, let e)):
      switch op {
      case .plus: return .duration(months: m + n, days: d + e)
      case .minus: return .duration(months: m - n, days: d - e)
      case .times, .dividedBy: return nil
      }
    case (_, .number(let x), .number(let y)):
      guard let (operation, _) = operation(op, .number, .number) else { return nil }
      let cell = apply(operation, Cell(number: x), Cell(number: y))
      return cell == .missing ? nil : .number(cell.number)
    case (_, .date, .duration), (.plus, .duration, .date), (.minus, .date, .date):
      return foldDates(op, a, b)
    case (.minus, .date, .number):
      return b.asDate.flatMap { foldDates(op, a, .date($0)) }
    default: return nil
    }
  }

  private static func foldDates(_ op: Expression.Operator, _ a: Constant, _ b: Constant) -> Constant? {
    if case .duration = a { return foldDates(op, b, a) }
    guard case .date(let left) = a, let (operation, type) = operation(op, .date, b.type) else { return nil }
    let right: Cell
    switch b {
    case .date(let period): right = Cell(period: period)
    case .duration(let months, let days):
      guard let m = Int32(exactly: months), let d = Int32(exactly: days) else { return nil }
      right = Cell(months: m, days: d)
    case .text, .number: return nil
    }
    let cell = apply(operation, Cell(period: left), right)
    if cell == .missing { return nil }
    return type == .date ? .date(cell.period) : .number(cell.number)
  }
}
