/// Units that dates are counted in.
public enum DateUnit: Sendable, Equatable {
  case day, week, month, quarter, year, decade
}

/// Which stretch of a year an expression picks.
public enum YearSlice: Sendable, Equatable {
  case quarter(Int), half(Int), firstMonths(Int)
}

/// The calendar fields that an expression names; those it doesn't are missing.
public struct DateParts: Sendable, Equatable {
  /// 1 is Monday.
  public var weekday: Int?
  public var days: ClosedRange<Int>?
  public var month: Int?
  /// The how many-th such weekday of the month.
  public var nth: Int?
  public var year: Int?
  /// Month and year are those of the Hijri calendar.
  public var hijri = false
  public var slice: YearSlice?
  /// "Last" is -1, "current" 0, "next" 1.
  public var relative: Int?
  /// The month or year counted from the anchor's: "of next month", "of last year".
  public var monthOffset: Int?
  public var yearOffset: Int?
  /// Points back to a date named before ("the same month").
  public var anaphor: DateUnit?

  public init() {}

  public var isEmpty: Bool { self == DateParts() }
}

/// What a date expression says.
public indirect enum DateShape: Sendable, Equatable {
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
public struct DateReading: Sendable, Equatable {
  public var tokens: Range<Int>
  public var proclitics: Proclitics
  public var shape: DateShape

  public init(tokens: Range<Int>, proclitics: Proclitics, shape: DateShape) {
    self.tokens = tokens
    self.proclitics = proclitics
    self.shape = shape
  }
}
