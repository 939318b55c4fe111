// Weekdays, days and months with what follows them.
extension DateReader {
  /// A weekday, with the date it falls on when that follows.
  func weekdayDate(_ i: Int) -> Piece? {
    guard let weekday = document.weekday(i) else { return nil }
    var parts = DateParts()
    parts.weekday = weekday.day
    if let relative = document.relative(i + 1) {
      parts.relative = relative.offset
      return Piece(shape: .parts(parts), end: relative.end)
    }
    if let n = document.ordinal(i + 1), document.isWord(i + 2, .from), let month = monthDate(i + 3),
      case .parts(var date) = month.shape
    {
      date.weekday = weekday.day
      date.nth = n
      return Piece(shape: .parts(date), end: month.end)
    }
    if let (day, end) = apposition(i + 1, { self.dayMonth($0) ?? self.numeric($0) }), case .parts(var date) = day {
      date.weekday = weekday.day
      return Piece(shape: .parts(date), end: end)
    }
    return Piece(shape: .parts(parts), end: i + 1)
  }

  /// What `read` finds at token `i`, or behind a comma, bracket, "in" or "dated" there.
  func apposition(_ i: Int, _ read: (Int) -> Piece?) -> (DateShape, end: Int)? {
    if let piece = read(i) { return (piece.shape, piece.end) }
    if document.isSign(i, Sign.openParenthesis) {
      guard let piece = read(i + 1), document.isSign(piece.end, Sign.closeParenthesis) else { return nil }
      return (piece.shape, piece.end + 1)
    }
    let skipped =
      document.isCommaSign(i) || document.isWord(i, .in)
      || document.timeWords(i, .anchor).contains { $0.value == "date" && $0.match.end == i + 1 }
    guard skipped, let piece = read(i + 1) else { return nil }
    return (piece.shape, piece.end)
  }

  /// A day or two of a month.
  func dayMonth(_ i: Int) -> Piece? {
    guard let (days, after) = days(i) else { return nil }
    var j = after
    if document.isDash(j) || document.isSign(j, Sign.slash) || document.isSign(j, Sign.stop) { j += 1 }
    let partitive = document.isWord(j, .from)
    if partitive { j += 1 }
    var parts = DateParts()
    parts.days = days
    if let end = monthOfDay(j, &parts, partitive: partitive) { return Piece(shape: .parts(parts), end: end) }
    return nil
  }

  private func monthOfDay(_ i: Int, _ parts: inout DateParts, partitive: Bool) -> Int? {
    var j = i
    if isPlain(j, .month) { j += 1 }
    if let month = month(j) {
      parts.month = month.number
      parts.hijri = month.hijri
      j =
        document.isSign(month.end, Sign.stop) && !document.tokens[month.end].spaced
          && document.digits(month.end + 1) != nil
        ? month.end + 1 : month.end
      return tail(j, &parts) ?? month.end
    }
    if partitive,
      let same = document.timeWords(i, .anchor).first(where: { $0.value == "month" && $0.match.end > i + 1 })
    {
      parts.anaphor = .month
      return same.match.end
    }
    for word in document.timeWords(i, .monthOffset) {
      guard let offset = word.offset, partitive else { continue }
      parts.monthOffset = offset
      return word.match.end
    }
    if let relative = document.relative(i), relative.offset == 0, relative.end == i + 1 {
      parts.monthOffset = 0
      return relative.end
    }
    return nil
  }

  /// Days of a month: digits, ordinals or number words; two with "and", "to" or a dash.
  private func days(_ i: Int) -> (ClosedRange<Int>, end: Int)? {
    guard let first = day(i) else { return nil }
    var next = first.end
    if document.isBareWaw(next) || document.isWord(next, .to) || document.isDash(next) {
      next += 1
      if let second = day(next), second.value > first.value { return (first.value...second.value, second.end) }
    }
    return (first.value...first.value, first.end)
  }

  private func day(_ i: Int) -> (value: Int, end: Int)? {
    let digits = document.isBareArticle(i) ? i + 1 : i
    if let value = document.integer(digits) {
      return (1...31).contains(value) && document.digits(digits)!.lengths[0] <= 2 ? (value, digits + 1) : nil
    }
    guard i < document.tokens.count, document.tokens[i].kind == .word, document.has(i, .numberWord) else { return nil }
    if let ordinal = ordinalDay(i) { return ordinal }
    guard let number = numbers.read(i), number.value == number.value.rounded(), (1...31).contains(number.value),
      !number.vague
    else { return nil }
    return (Int(number.value), number.tokens.upperBound)
  }

  /// "The twenty-first" and the like.
  private func ordinalDay(_ i: Int) -> (value: Int, end: Int)? {
    if let unit = document.ordinal(i) {
      let next = document.numberWord(i + 1) { _, word in word.kind == .ten }
      guard let next, let ten = next.word.value else { return (unit, i + 1) }
      if ten == 10 { return unit < 10 ? (unit + 10, i + 2) : nil }
      guard next.sense.proclitics.contains(.wa), ten <= 30 else { return (unit, i + 1) }
      return (Int(ten) + unit, i + 2)
    }
    let ten = document.numberWord(i) { sense, word in word.kind == .ten && sense.proclitics.contains(.al) }
    guard let value = ten?.word.value, value == 20 || value == 30 else { return nil }
    return (Int(value), i + 1)
  }

  // MARK: Months

  /// A month's name; a second name of it may follow behind a slash or in brackets.
  func month(_ i: Int) -> (number: Int, hijri: Bool, ambiguous: Bool, end: Int)? {
    guard i >= 0, i < document.tokens.count, document.has(i, .month), let match = document.match(i, .month) else {
      return nil
    }
    let row = MonthName.rows[Int(match.row)]
    guard let second = secondName(match.end, of: row.month) else {
      return (row.month, row.hijri, row.ambiguous, match.end)
    }
    return (row.month, row.hijri, false, second)
  }

  private func secondName(_ i: Int, of month: Int) -> Int? {
    let bracket = document.isSign(i, Sign.openParenthesis)
    guard bracket || document.isSign(i, Sign.slash) || document.isDash(i), i + 1 < document.tokens.count,
      let match = document.match(i + 1, .month), MonthName.rows[Int(match.row)].month == month
    else { return nil }
    if bracket { return document.isSign(match.end, Sign.closeParenthesis) ? match.end + 1 : nil }
    return match.end
  }

  /// A month without a day.
  func monthDate(_ i: Int) -> Piece? {
    let named =
      isPlain(i, .month) || document.dateUnit(i).map { $0.unit == .month && $0.sense.proclitics == .al } == true
    guard let month = month(named ? i + 1 : i) else { return nil }
    var parts = DateParts()
    parts.month = month.number
    parts.hijri = month.hijri
    if let end = tail(month.end, &parts) { return Piece(shape: .parts(parts), end: end) }
    if month.ambiguous, !named, month.hijri || !followsPreposition(i) { return nil }
    return Piece(shape: .parts(parts), end: month.end)
  }

  /// Whether a preposition of time stands before token `i` or is written to it.
  private func followsPreposition(_ i: Int) -> Bool {
    if let match = document.match(i, .month), !match.proclitics.isDisjoint(with: .prepositions) {
      // A month of two letters with "in" before it is spelt like "door", but for its madda.
      let bytes = document.byteRange(i..<i + 1)
      return bytes.count > 6 || document.bytes[bytes].contains(0xA2)
    }
    return i > 0 && !document.timeWords(i - 1, .preposition).isEmpty
  }

  /// The year, or "last", "next", behind a month.
  func tail(_ i: Int, _ parts: inout DateParts) -> Int? {
    if let relative = document.relative(i) {
      parts.relative = relative.offset
      return relative.end
    }
    let j = document.isCommaSign(i) && (document.integer(i + 1) ?? 0) > 1000 ? i + 1 : i
    return yearBehind(j, &parts)
  }

  /// A year behind a month or a part of the year: `2024`, "of the year 2024", "of last year".
  func yearBehind(_ i: Int, _ parts: inout DateParts) -> Int? {
    if let year = yearNumber(i, hijri: parts.hijri) {
      parts.year = year.value
      parts.hijri = parts.hijri || year.hijri
      return year.end
    }
    let j = document.isWord(i, .from) ? i + 1 : i
    if j > i, let year = yearNumber(j, hijri: parts.hijri) {
      parts.year = year.value
      parts.hijri = parts.hijri || year.hijri
      return year.end
    }
    for word in document.timeWords(j, .yearOffset) {
      guard let offset = word.offset, isOffset(word.match) else { continue }
      parts.yearOffset = offset
      return word.match.end
    }
    if let same = document.timeWords(j, .anchor).first(where: { $0.value == "year" && $0.match.end > j + 1 }) {
      parts.anaphor = .year
      return same.match.end
    }
    guard let (unit, sense) = document.dateUnit(j), unit == .year, sense.form == 0, sense.suffix == .none else {
      return nil
    }
    if let year = yearNumber(j + 1, hijri: parts.hijri) {
      parts.year = year.value
      parts.hijri = parts.hijri || year.hijri
      return year.end
    }
    guard j > i, sense.proclitics == .al, parts.slice != nil else { return nil }
    parts.yearOffset = 0
    return j + 1
  }
}
