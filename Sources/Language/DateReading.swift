/// Units that dates are counted in.
package enum DateUnit: Sendable, Equatable {
  case day, week, month, quarter, year, decade
}

/// Which stretch of a year an expression picks.
package enum YearSlice: Sendable, Equatable {
  case quarter(Int), half(Int), firstMonths(Int)
}

/// The calendar fields that an expression names; those it doesn't are missing.
package struct DateParts: Sendable, Equatable {
  /// 1 is Monday.
  package var weekday: Int?
  package var days: ClosedRange<Int>?
  package var month: Int?
  /// The how many-th such weekday of the month.
  package var nth: Int?
  package var year: Int?
  /// Month and year are those of the Hijri calendar.
  package var hijri = false
  package var slice: YearSlice?
  /// "Last" is -1, "current" 0, "next" 1.
  package var relative: Int?
  /// The month or year counted from the anchor's: "of next month", "of last year".
  package var monthOffset: Int?
  package var yearOffset: Int?
  /// Points back to a date named before ("the same month").
  package var anaphor: DateUnit?

  package init() {}

  package var isEmpty: Bool { self == DateParts() }
}

/// What a date expression says.
package indirect enum DateShape: Sendable, Equatable {
  case parts(DateParts)
  /// From the first to the last.
  case span(DateParts, DateParts)
  /// The anchor's day, week, month … moved by a number of units, with what else is said of it.
  case offset(DateUnit, Int, DateParts)
  /// So many units before (negative) or after the anchor, as one day or year.
  case distance(DateUnit, Int)
  /// So many whole units before (negative) or after the anchor's.
  case stretch(DateUnit, Int)
  /// Ten years from this one on.
  case decade(Int)
  /// A sporting or farming year, which begins in summer, counted from the anchor's.
  case season(Int)
  /// The unit behind the date named before: "the day after".
  case following(DateUnit)
  /// On a calendar, but no one can tell where.
  case unknown
}

/// A date expression where it stands.
package struct DateReading: Sendable, Equatable {
  package var tokens: Range<Int>
  package var proclitics: Proclitics
  package var shape: DateShape

  package init(tokens: Range<Int>, proclitics: Proclitics, shape: DateShape) {
    self.tokens = tokens
    self.proclitics = proclitics
    self.shape = shape
  }
}
