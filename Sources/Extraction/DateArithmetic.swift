import Facts
import Language

// Moving along the calendar.
extension DateResolver {
  /// The anchor's day, week, month … moved.
  func offset(_ unit: DateUnit, _ offset: Int, _ parts: DateParts, at token: Int) -> Period? {
    guard let anchor else { return nil }
    switch unit {
    case .day:
      if parts.month != nil { return resolveBeside(parts, offset) }
      if let weekday = parts.weekday { return Self.weekday(weekday, near: anchor.start, offset: offset) }
      return Self.day(anchor.start + Int32(offset))
    case .week:
      let monday = anchor.start - Int32(anchor.weekday - 1) + Int32(offset * 7)
      return Period(start: monday, end: monday + 6)
    case .month:
      return Self.month(of: anchor, plus: offset).flatMap { Period(year: $0.year, month: $0.month) }
    case .quarter:
      let quarter = anchor.first.year * 4 + (anchor.first.month - 1) / 3 + offset
      return Self.slice(quarter / 4, .quarter(quarter % 4 + 1))
    case .year: return Period(year: anchor.first.year + offset)
    case .decade: return nil
    }
  }

  private func resolveBeside(_ parts: DateParts, _ offset: Int) -> Period? {
    guard let anchor, let month = parts.month, let days = parts.days, !parts.hijri else { return nil }
    return Self.days(days, year: parts.year ?? anchor.first.year, month: month)
  }

  /// So many units from the anchor: a day for days and weeks, a month, a year.
  func distance(_ unit: DateUnit, _ count: Int) -> Period? {
    guard let anchor else { return nil }
    switch unit {
    case .day: return Self.day(anchor.start + Int32(count))
    case .week: return Self.day(anchor.start + Int32(count * 7))
    case .month, .quarter, .year, .decade: return offset(unit, count, DateParts(), at: 0)
    }
  }

  /// The season that so many lie between and the anchor's. In June and July the last one is over and the next one
  /// hasn't begun.
  func season(_ offset: Int) -> Period? {
    guard let anchor else { return nil }
    let (year, month) = (anchor.first.year, anchor.first.month)
    let isBetween = month == 6 || month == 7
    let current = month > 7 || (isBetween && offset < 0) ? year : year - 1
    return Period(from: Period(year: current + offset), to: Period(year: current + offset + 1))
  }

  /// The unit behind the date named last, else behind the anchor.
  func following(_ unit: DateUnit) -> Period? {
    guard let anchor = previous ?? anchor else { return nil }
    return DateResolver(document: document, anchor: anchor).offset(unit, 1, DateParts(), at: 0)
  }

  /// So many whole units before or after the anchor's.
  func stretch(_ unit: DateUnit, _ count: Int) -> Period? {
    let near = count > 0 ? 1 : -1
    guard let first = offset(unit, near, DateParts(), at: 0), let last = offset(unit, count, DateParts(), at: 0) else {
      return nil
    }
    return count > 0 ? Period(from: first, to: last) : Period(from: last, to: first)
  }

  static func day(_ number: Int32) -> Period { Period(start: number, end: number) }

  static func days(_ days: ClosedRange<Int>, year: Int, month: Int) -> Period? {
    guard let first = Period(year: year, month: month, day: days.lowerBound),
      let last = Period(year: year, month: month, day: days.upperBound)
    else { return nil }
    return Period(from: first, to: last)
  }

  static func month(of anchor: Period?, plus offset: Int) -> (year: Int, month: Int)? {
    guard let anchor else { return nil }
    let months = anchor.first.year * 12 + anchor.first.month - 1 + offset
    return (months / 12, months % 12 + 1)
  }

  static func slice(_ year: Int, _ slice: YearSlice) -> Period? {
    let (first, last): (Int, Int)
    switch slice {
    case .quarter(let n): (first, last) = (n * 3 - 2, n * 3)
    case .half(let n): (first, last) = (n * 6 - 5, n * 6)
    case .firstMonths(let n): (first, last) = (1, n)
    }
    guard let from = Period(year: year, month: first), let to = Period(year: year, month: last) else { return nil }
    return Period(from: from, to: to)
  }

  /// "Yesterday (Tuesday)": the weekday that is nearest to what the other word says, not after today's unless it does.
  private static func weekday(_ weekday: Int, near day: Int32, offset: Int) -> Period {
    let step: Int32 = offset > 0 ? 1 : -1
    var at = day
    while Period.weekday(of: at) != weekday { at += step }
    return Self.day(at)
  }

  // MARK: Hijri

  static func hijri(year: Int, month: Int, days: ClosedRange<Int>?) -> Period? {
    guard let start = HijriCalendar.start(year: year, month: month),
      let length = HijriCalendar.days(year: year, month: month)
    else { return nil }
    guard let days else { return Period(start: start, end: start + Int32(length) - 1) }
    guard days.upperBound <= length else { return nil }
    return Period(start: start + Int32(days.lowerBound) - 1, end: start + Int32(days.upperBound) - 1)
  }

  static func hijriYear(_ year: Int) -> Period? {
    guard let first = hijri(year: year, month: 1, days: nil), let last = hijri(year: year, month: 12, days: nil) else {
      return nil
    }
    return Period(from: first, to: last)
  }
}

extension Document {
  /// Whether a verb of the future stands before token `i` in its clause.
  func saysFuture(before i: Int) -> Bool {
    let sentence = sentences[sentenceIndex(ofToken: i)].tokens
    var j = i - 1
    while j >= max(sentence.lowerBound, i - 10) {
      if isSign(j, Sign.stop) || isSign(j, Sign.colon) { return false }
      if tokens[j].kind == .word, isFuture(j) { return true }
      j -= 1
    }
    return false
  }

  /// The prefix of the future before a present verb, or a particle or participle of the coming.
  private func isFuture(_ i: Int) -> Bool {
    // "Was expected to" looks back.
    if isWord(i, .future) { return !(1...2).contains { isWord(i - $0, .be) } }
    let prefixed = analyzer.withFolded(tokens[i].value) { form in
      var at = 0
      if form.count > 10, Letter.isAny(form, 0, Letter.conjunctions) { at = 2 }
      return form.count >= at + 10 && form[at] == 0xD8 && form[at + 1] == 0xB3
        && Letter.isAny(form, at + 2, Letter.presentPrefixes)
    }
    guard prefixed else { return false }
    let senses = senses(i)
    if senses.contains(where: { $0.proclitics.contains(.sa) }) { return true }
    // Of unknown words a noun is told by its ending.
    guard senses.allSatisfy({ $0.cls == .phraseWord }) else { return false }
    let last = analyzer.withFolded(tokens[i].value) { ($0[$0.count - 2], $0[$0.count - 1]) }
    return last != (0xD9, 0x87) && last != (0xD8, 0xAA) && last != (0xD9, 0x8A)
  }
}
