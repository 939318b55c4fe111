/// Numbers, dates and durations. All of them in ASCII or Arabic digits.
extension Lexer {
  mutating func readNumber() -> Token.Kind {
    let start = offset
    let (digits, isGrouped) = takeDigits()
    if digits.count == 4, !isGrouped, peek() == "-", peek(1)?.digit != nil { return readDate(year: digits, start) }
    if looksLikeSlashedDate() { return .invalid(slashedDate(start)) }
    if let unit = durationUnit() {
      advance()
      guard let amount = value(of: digits) else { return .invalid(tooLarge(start)) }
      return .duration(DurationLiteral(amount: amount, unit: unit))
    }
    var spelling = digits.map(String.init).joined()
    if peek() == "." || peek() == "\u{066B}", peek(1)?.digit != nil {
      advance()
      spelling += "." + takeDigits().digits.map(String.init).joined()
    }
    if peek()?.isWordPart == true { return .invalid(runsIntoWord(start)) }
    guard let number = Double(spelling), number.isFinite else { return .invalid(tooLarge(start)) }
    return .number(number)
  }

  /// Digits with `_` or the Arabic thousands sign between them.
  private mutating func takeDigits() -> (digits: [Int], isGrouped: Bool) {
    var digits: [Int] = []
    var isGrouped = false
    while let scalar = peek() {
      if let digit = scalar.digit {
        digits.append(digit)
      } else if scalar == "_" || scalar == "\u{066C}", peek(1)?.digit != nil {
        isGrouped = true
      } else {
        break
      }
      advance()
    }
    return (digits, isGrouped)
  }

  private func value(of digits: [Int]) -> Int? {
    digits.count > 9 ? nil : digits.reduce(0) { $0 * 10 + $1 }
  }

  private func durationUnit() -> DurationLiteral.Unit? {
    guard let scalar = peek(), let unit = DurationLiteral.Unit(rawValue: String(scalar)) else { return nil }
    return peek(1)?.isWordPart == true ? nil : unit
  }

  // MARK: Dates

  private mutating func readDate(year: [Int], _ start: Int) -> Token.Kind {
    switch takeDay(year: year, start) {
    case .failure(let diagnostic): return .invalid(diagnostic)
    case .success(let first):
      guard peek() == "/", let year = yearAhead() else { return .date(DateLiteral(first: first)) }
      for _ in 0..<5 { advance() }
      switch takeDay(year: year, start) {
      case .failure(let diagnostic): return .invalid(diagnostic)
      case .success(let last): return .date(DateLiteral(first: first, last: last))
      }
    }
  }

  /// The year behind a `/`, when a date stands there.
  private func yearAhead() -> [Int]? {
    let digits = (1...4).compactMap { peek($0)?.digit }
    return digits.count == 4 && peek(5) == "-" ? digits : nil
  }

  private mutating func takeDay(year: [Int], _ start: Int) -> Result<DateLiteral.Day, Diagnostic> {
    var parts: [[Int]] = []
    while parts.count < 2, peek() == "-", peek(1)?.digit != nil {
      advance()
      parts.append(takeDigits().digits)
    }
    guard parts.allSatisfy({ $0.count == 2 }), peek()?.isWordPart != true, peek() != "-" || peek(1)?.digit == nil else {
      while let scalar = peek(), scalar.isWordPart || scalar == "-" { advance() }
      return .failure(badDate(start))
    }
    let numbers = parts.compactMap(value(of:))
    let day = DateLiteral.Day(
      year: value(of: year)!, month: numbers.first, day: numbers.count > 1 ? numbers[1] : nil)
    return day.exists ? .success(day) : .failure(noSuchDay(start))
  }

  /// `2024/01/28`, `28/1/2024`
  private func looksLikeSlashedDate() -> Bool {
    var distance = 0
    for _ in 0..<2 {
      guard peek(distance) == "/", peek(distance + 1)?.digit != nil else { return false }
      distance += 1
      while peek(distance)?.digit != nil { distance += 1 }
    }
    return true
  }

  // MARK: Messages

  private func badDate(_ start: Int) -> Diagnostic {
    Diagnostic(
      "bad-date", "this is neither a date nor a difference", at: SourceRange(start, offset),
      hint: "month and day have two digits; a subtraction has spaces around its `-`",
      example: "quote(text, date = 2024-01-05)")
  }

  private func noSuchDay(_ start: Int) -> Diagnostic {
    Diagnostic(
      "no-such-day", "the calendar has no such date", at: SourceRange(start, offset),
      hint: "a date is written year-month-day", example: "quote(text, date = 2024-01-28)")
  }

  private mutating func slashedDate(_ start: Int) -> Diagnostic {
    while let scalar = peek(), scalar.digit != nil || scalar == "/" { advance() }
    return Diagnostic(
      "slashed-date", "a date is written with hyphens, year first", at: SourceRange(start, offset),
      hint: "a division has spaces around its `/`", example: "quote(text, date = 2024-01-28)")
  }

  private mutating func runsIntoWord(_ start: Int) -> Diagnostic {
    while peek()?.isWordPart == true { advance() }
    return Diagnostic(
      "number-runs-into-word", "a number runs into a word", at: SourceRange(start, offset),
      hint: "durations are written 7d, 2w, 3m, 1y; names begin with a letter; constant texts are quoted")
  }

  private func tooLarge(_ start: Int) -> Diagnostic {
    Diagnostic("number-too-large", "the number is too large", at: SourceRange(start, offset))
  }
}

extension DateLiteral.Day {
  var exists: Bool {
    guard let month else { return true }
    guard (1...12).contains(month) else { return false }
    guard let day else { return true }
    return day >= 1 && day <= Self.days(in: month, of: year)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
