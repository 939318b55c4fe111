import Facts
import Language

/// Puts date expressions on the calendar, in the order of the text.
struct DateResolver {
  let document: Document
  /// The day of publication.
  var anchor: Period?
  /// What "the same day", "the same month" point back to.
  private(set) var previous: Period?

  init(document: Document, anchor: Period?) {
    self.document = document
    self.anchor = anchor
  }

  /// The day that an expression names in full.
  func completeDay(_ reading: DateReading) -> Period? {
    guard case .parts(let parts) = reading.shape, let days = parts.days, days.count == 1, parts.month != nil,
      let year = parts.year
    else { return nil }
    return calendar(parts, year: year)
  }

  mutating func resolve(_ reading: DateReading) -> Period? {
    let value = period(reading.shape, at: reading.tokens.lowerBound)
    if let value { previous = value }
    return value
  }

  private func period(_ shape: DateShape, at token: Int) -> Period? {
    switch shape {
    case .parts(let parts): return period(parts, at: token)
    case .span(let low, let high): return span(low, high, at: token)
    case .offset(let unit, let offset, let parts): return self.offset(unit, offset, parts, at: token)
    case .distance(let unit, let count): return distance(unit, count)
    case .stretch(let unit, let count): return stretch(unit, count)
    case .decade(let first): return Period(from: Period(year: first), to: Period(year: first + 9))
    case .season(let offset): return season(offset)
    case .following(let unit): return following(unit)
    case .unknown: return nil
    }
  }

  private func span(_ low: DateParts, _ high: DateParts, at token: Int) -> Period? {
    var first = low
    if first.year == nil, first.relative == nil, first.yearOffset == nil {
      first.year = high.year
      first.relative = high.relative
      first.yearOffset = high.yearOffset
    }
    guard var to = period(high, at: token) else { return nil }
    guard let from = period(first, at: token) else { return nil }
    if to.end < from.start, high.year == nil, first.year == nil, let next = period(high, after: from) { to = next }
    return Period(from: from, to: to)
  }

  /// The first such date behind another: "from Thursday to Monday".
  private func period(_ parts: DateParts, after other: Period) -> Period? {
    if let weekday = parts.weekday, parts.month == nil {
      return Self.weekday(weekday, from: other.end, step: 1, counting: false)
    }
    guard let month = parts.month else { return nil }
    return calendar(parts, year: other.first.year + (month < other.first.month ? 1 : 0))
  }

  // MARK: Named fields

  private func period(_ parts: DateParts, at token: Int) -> Period? {
    if let slice = parts.slice { return year(of: parts).flatMap { Self.slice($0, slice) } }
    if let unit = parts.anaphor, parts.month == nil { return pointingBack(unit, parts) }
    if let offset = parts.monthOffset, let days = parts.days {
      guard let month = Self.month(of: anchor, plus: offset) else { return nil }
      return Self.days(days, year: month.year, month: month.month)
    }
    if parts.month != nil {
      if let year = year(of: parts) { return calendar(parts, year: year) }
      return nearest(parts, at: token)
    }
    if let weekday = parts.weekday { return self.weekday(weekday, parts.relative, at: token) }
    return parts.year.flatMap { parts.hijri ? Self.hijriYear($0) : Period(year: $0) }
  }

  /// The year that the expression names or counts from the anchor's.
  private func year(of parts: DateParts) -> Int? {
    if let year = parts.year { return year }
    if parts.anaphor == .year { return previous?.first.year }
    guard let anchor else { return nil }
    if let offset = parts.yearOffset { return anchor.first.year + offset }
    return parts.slice == nil ? nil : anchor.first.year
  }

  private func pointingBack(_ unit: DateUnit, _ parts: DateParts) -> Period? {
    guard let previous else { return nil }
    switch unit {
    case .day: return previous.isDay ? previous : nil
    case .month:
      let month = previous.first
      if let days = parts.days { return Self.days(days, year: month.year, month: month.month) }
      if let year = parts.year { return Period(year: year, month: month.month) }
      return Period(year: month.year + (parts.yearOffset ?? 0), month: month.month)
    case .year: return Period(year: previous.first.year)
    case .week, .quarter, .decade: return nil
    }
  }

  /// A month, or days of it, of a known year.
  private func calendar(_ parts: DateParts, year: Int) -> Period? {
    guard let month = parts.month else { return nil }
    if let n = parts.nth, let weekday = parts.weekday {
      return Period(year: year, month: month, day: 1).flatMap { first in
        let day = Self.weekday(weekday, from: first.start, step: 1, counting: true).start + Int32(n * 7 - 7)
        return Self.day(day)
      }
    }
    if parts.hijri { return Self.hijri(year: year, month: month, days: parts.days) }
    guard let days = parts.days else { return Period(year: year, month: month) }
    return Self.days(days, year: year, month: month)
  }

  // MARK: The nearest

  /// The month or day of a year that isn't named: the last one, the next one when a word says so or it is near.
  private func nearest(_ parts: DateParts, at token: Int) -> Period? {
    guard let anchor else { return nil }
    let base = parts.hijri ? HijriCalendar.month(ofDay: anchor.start)?.year ?? 0 : anchor.first.year
    let candidates = (base - 1...base + 1).compactMap { calendar(parts, year: $0) }
    if let relative = parts.relative {
      if relative == 0 { return calendar(parts, year: base) }
      return relative < 0
        ? candidates.last { $0.end < anchor.start } : candidates.first { $0.start > anchor.end }
    }
    let agreeing = candidates.filter { $0.isDay && $0.weekday == parts.weekday }
    if let match = agreeing.min(by: { abs($0.start - anchor.start) < abs($1.start - anchor.start) }) { return match }
    let past = candidates.last { $0.start <= anchor.end }
    let future = candidates.first { $0.start > anchor.end }
    guard let past, let future else { return past ?? future }
    let limit: Int32 = document.saysFuture(before: token) ? 200 : Self.nearFuture
    return future.start - anchor.end <= limit && future.start - anchor.end < anchor.start - past.end ? future : past
  }

  /// Days ahead within which a date without a year is taken to be coming, not eleven months gone.
  private static let nearFuture: Int32 = 60

  private func weekday(_ weekday: Int, _ relative: Int?, at token: Int) -> Period? {
    guard let anchor else { return nil }
    if let relative {
      if relative == 0 {
        let monday = anchor.start - Int32(anchor.weekday - 1)
        return Period(start: monday + Int32(weekday - 1), end: monday + Int32(weekday - 1))
      }
      return Self.weekday(weekday, from: anchor.start, step: relative > 0 ? 1 : -1, counting: false)
    }
    let future = document.saysFuture(before: token)
    return Self.weekday(weekday, from: anchor.start, step: future ? 1 : -1, counting: true)
  }

  private static func weekday(_ weekday: Int, from day: Int32, step: Int32, counting: Bool) -> Period {
    var at = counting ? day : day + step
    while Period.weekday(of: at) != weekday { at += step }
    return Period(start: at, end: at)
  }
}
