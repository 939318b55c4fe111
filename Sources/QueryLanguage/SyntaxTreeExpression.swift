/// A value: a constant, a variable, or something computed from them.
package struct Expression: Hashable, Sendable {
  package indirect enum Kind: Hashable, Sendable {
    case text(String)
    case number(Double)
    case date(DateLiteral)
    case duration(DurationLiteral)
    /// `2024-01..2024-03`, `10..20`; both ends included.
    case range(Expression, Expression)
    case today
    /// `$place`; the name stands without its `$`.
    case parameter(Name)
    case variable(Name)
    /// `article.outlet`: the field of the row that the value refers to.
    case followed(Expression, Name)
    case call(Call)
    case negative(Expression)
    case binary(Operator, Expression, Expression)
  }

  package enum Operator: String, Hashable, Sendable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case dividedBy = "/"
  }

  package var kind: Kind
  /// Without the parentheses around it.
  package var range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// `month(date)`, `default(x, 0)`, `count()`, `count(distinct speaker)`, `last(value by date)`
package struct Call: Hashable, Sendable {
  package var function: Name
  /// With `isDistinct` or `by` exactly one.
  package var arguments: [Expression]
  package var isDistinct: Bool
  package var by: Expression?

  package init(function: Name, arguments: [Expression], isDistinct: Bool = false, by: Expression? = nil) {
    self.function = function
    self.arguments = arguments
    self.isDistinct = isDistinct
    self.by = by
  }
}

/// `2024-01`, `2024-01-28`, and `2024-01/2024-03`. A bare `2024` is a number until a date is expected.
package struct DateLiteral: Hashable, Sendable {
  /// A day that exists, or a month or a year.
  package struct Day: Hashable, Sendable {
    package var year: Int
    package var month: Int?
    package var day: Int?

    package init(year: Int, month: Int? = nil, day: Int? = nil) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  package var first: Day
  /// The other end of `start/end`.
  package var last: Day?

  package init(first: Day, last: Day? = nil) {
    self.first = first
    self.last = last
  }
}

/// `7d`, `2w`, `3m`, `1y`
package struct DurationLiteral: Hashable, Sendable {
  package enum Unit: String, Hashable, Sendable, CaseIterable {
    case days = "d"
    case weeks = "w"
    case months = "m"
    case years = "y"
  }

  package var amount: Int
  package var unit: Unit

  package init(amount: Int, unit: Unit) {
    self.amount = amount
    self.unit = unit
  }
}
