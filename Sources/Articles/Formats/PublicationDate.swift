/// Reads the dates that files and pages carry.
enum PublicationDate {
  /// `printed` as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, on the day of the place where it was printed; nil when it isn't
  /// understood. Takes `2024-01-28T10:00:00+03:00`, `2024/1/28`, `28/01/2024`, `20240128`,
  /// `Sun, 28 Jan 2024 10:00:00 GMT`, `January 28, 2024` and seconds (or milliseconds) since 1970.
  static func iso(_ printed: String) -> String? {
    let parts = parts(printed)
    if let first = parts.first, case .number(let number, let digits) = first {
      if parts.count == 1, digits >= 8 { return compact(number, digits: digits) }
      if digits == 4 { return leadingYear(number, parts.dropFirst()) }
    }
    guard let (month, index) = named(parts) else { return dayFirst(parts) }
    return around(month, at: index, parts)
  }

  private enum Part {
    case number(Int, digits: Int)
    case word(String)

    var number: Int? { if case .number(let number, digits: 1...2) = self { number } else { nil } }
    var year: Int? { if case .number(let number, digits: 4) = self { number } else { nil } }
  }

  /// Runs of digits and of letters; Arabic digits count as digits.
  private static func parts(_ printed: String) -> [Part] {
    var parts: [Part] = []
    var isOpen = false
    for scalar in printed.unicodeScalars {
      if let digit = digit(scalar) {
        if isOpen, case .number(let number, let digits)? = parts.last, digits < 15 {
          parts[parts.count - 1] = .number(number * 10 + digit, digits: digits + 1)
        } else {
          parts.append(.number(digit, digits: 1))
        }
        isOpen = true
      } else if scalar.properties.isAlphabetic {
        if isOpen, case .word(let word)? = parts.last {
          parts[parts.count - 1] = .word(word + scalar.properties.lowercaseMapping)
        } else {
          parts.append(.word(scalar.properties.lowercaseMapping))
        }
        isOpen = true
      } else {
        isOpen = false
      }
    }
    return parts
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0x660...0x669: Int(scalar.value - 0x660)
    case 0x6f0...0x6f9: Int(scalar.value - 0x6f0)
    default: nil
    }
  }

  /// `20240128`, or seconds since 1970.
  private static func compact(_ number: Int, digits: Int) -> String? {
    switch digits {
    case 8: date(number / 10000, number / 100 % 100, number % 100)
    case 9, 10: date(secondsSince1970: number)
    case 12, 13: date(secondsSince1970: number / 1000)
    case 14: compact(number / 1_000_000, digits: 8)
    default: nil
    }
  }

  /// `2024`, `2024-01`, `2024-01-28 …`, `2024 Jan 28`.
  private static func leadingYear(_ year: Int, _ rest: ArraySlice<Part>) -> String? {
    guard let second = rest.first else { return date(year) }
    var month = second.number
    if case .word(let word) = second { month = Self.month(word) }
    guard let month else { return nil }
    guard rest.count > 1 else { return date(year, month) }
    guard let day = rest[rest.startIndex + 1].number else { return nil }
    return date(year, month, day)
  }

  /// `28/01/2024`.
  private static func dayFirst(_ parts: [Part]) -> String? {
    guard parts.count >= 3, let day = parts[0].number, let month = parts[1].number, let year = parts[2].year else {
      return nil
    }
    return date(year, month, day)
  }

  private static func named(_ parts: [Part]) -> (month: Int, index: Int)? {
    for case (let index, .word(let word)) in parts.enumerated() {
      if let month = month(word) { return (month, index) }
    }
    return nil
  }

  /// `28 January 2024`, `January 28, 2024`, `January 2024`.
  private static func around(_ month: Int, at index: Int, _ parts: [Part]) -> String? {
    let before = index > 0 ? parts[index - 1] : nil
    let after = parts[(index + 1)...]
    guard let first = after.first else { return nil }
    if let year = first.year { return date(year, month, before?.number) }
    // Behind `28th` stands a word.
    guard let day = first.number, let year = after.prefix(3).compactMap(\.year).first else { return nil }
    return date(year, month, day)
  }

  private static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(word) || word == "sept" && $0 == "september" }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private static func date(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> String? {
    guard (1000...2999).contains(year) else { return nil }
    guard let month else { return "\(year)" }
    guard (1...12).contains(month) else { return nil }
    guard let day else { return "\(year)-\(padded(month))" }
    guard day >= 1, day <= length(year, month) else { return nil }
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  private static func length(_ year: Int, _ month: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Counts days in years that begin in March, so that the leap day is the last of its year.
  private static func date(secondsSince1970 seconds: Int) -> String? {
    let days = seconds / 86400 + 719_468
    let era = days / 146_097
    let day = days % 146_097
    let year = (day - day / 1460 + day / 36524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let number = month < 10 ? month + 3 : month - 9
    return date(year + era * 400 + (number <= 2 ? 1 : 0), number, dayOfYear - (153 * month + 2) / 5 + 1)
  }
}
