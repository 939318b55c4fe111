/// A span of calendar days, both ends included; a date of day, month or year precision, or a range.
///
/// Days count from 1970-01-01 in the proleptic Gregorian calendar. `2024-01` is the period of its 31 days, and
/// prints as `2024-01` again: precision is read off the ends, so equal periods always print alike.
package struct Period: Hashable, Sendable, Comparable {
  package var start: Int32
  package var end: Int32

  package init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.daysIn(month: month, of: year) else { return nil }
    let number = Self.dayNumber(year: year, month: month, day: day)
    self.init(start: number, end: number)
  }

  package init?(year: Int, month: Int) {
    guard (1...12).contains(month) else { return nil }
    self.init(
      start: Self.dayNumber(year: year, month: month, day: 1),
      end: Self.dayNumber(year: year, month: month, day: Self.daysIn(month: month, of: year)))
  }

  package init(year: Int) {
    self.init(
      start: Self.dayNumber(year: year, month: 1, day: 1), end: Self.dayNumber(year: year, month: 12, day: 31))
  }

  /// The period that begins with `first` and ends with `last`; nil when it would end before it begins.
  package init?(from first: Period, to last: Period) {
    guard first.start <= last.end else { return nil }
    self.init(start: first.start, end: last.end)
  }

  /// Reads `2024`, `2024-01`, `2024-01-28` and `start/end` of such; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let halves = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let first = Self.parse(halves[0]) else { return nil }
    if halves.count == 1 {
      self = first
    } else {
      guard halves.count == 2, let last = Self.parse(halves[1]), let both = Period(from: first, to: last) else {
        return nil
      }
      self = both
    }
  }

  package static func < (a: Period, b: Period) -> Bool { (a.start, a.end) < (b.start, b.end) }

  package var isDay: Bool { start == end }

  /// Year, month (1–12) and day of the month on which the period begins.
  package var first: (year: Int, month: Int, day: Int) { Self.civil(start) }
  package var last: (year: Int, month: Int, day: Int) { Self.civil(end) }

  package func contains(_ other: Period) -> Bool { start <= other.start && other.end <= end }

  /// Day of the week of the first day: 1 is Monday, 7 Sunday.
  package var weekday: Int { Self.weekday(of: start) }

  package static func weekday(of day: Int32) -> Int {
    // 1970-01-01 was a Thursday (4).
    let shifted = (Int(day) + 3) % 7
    return (shifted < 0 ? shifted + 7 : shifted) + 1
  }

  package static func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 (H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil).
  package static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146097 + dayOfEra - 719468)
  }

  /// The civil date of a day number (Hinnant, civil_from_days).
  package static func civil(_ number: Int32) -> (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719468
    let era = (z >= 0 ? z : z - 146096) / 146097
    let dayOfEra = z - era * 146097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
  }

  private static func parse(_ text: some Collection<UInt8>) -> Period? {
    let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count <= 3, parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }) else { return nil }
    var numbers: [Int] = []
    for part in parts {
      var n = 0
      for byte in part {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        n = n * 10 + Int(byte - 0x30)
      }
      numbers.append(n)
    }
    switch numbers.count {
    case 1: return Period(year: numbers[0])
    case 2: return Period(year: numbers[0], month: numbers[1])
    default: return Period(year: numbers[0], month: numbers[1], day: numbers[2])
    }
  }
}

extension Period: CustomStringConvertible {
  /// `2024`, `2024-01`, `2024-01-28`, or `start/end` in the coarsest precision that fits both ends. A range that ends
  /// on some day of a later month or year may begin with a whole month or year: `2014-04/2015-07-24`.
  package var description: String {
    let (a, b) = (first, last)
    if a.month == 1, a.day == 1, b.month == 12, b.day == 31 {
      return a.year == b.year ? Self.pad(a.year, 4) : "\(Self.pad(a.year, 4))/\(Self.pad(b.year, 4))"
    }
    if a.day == 1, b.day == Self.daysIn(month: b.month, of: b.year) {
      let head = "\(Self.pad(a.year, 4))-\(Self.pad(a.month, 2))"
      return a.year == b.year && a.month == b.month
        ? head : "\(head)/\(Self.pad(b.year, 4))-\(Self.pad(b.month, 2))"
    }
    var head = "\(Self.pad(a.year, 4))-\(Self.pad(a.month, 2))-\(Self.pad(a.day, 2))"
    if a.day == 1, (a.year, a.month) != (b.year, b.month) {
      head = a.month == 1 && a.year != b.year ? Self.pad(a.year, 4) : "\(Self.pad(a.year, 4))-\(Self.pad(a.month, 2))"
    }
    return start == end ? head : "\(head)/\(Self.pad(b.year, 4))-\(Self.pad(b.month, 2))-\(Self.pad(b.day, 2))"
  }

  private static func pad(_ n: Int, _ width: Int) -> String {
    let digits = String(n)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
