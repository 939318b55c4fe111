import Facts
import QueryLanguage

/// What a query may refer to besides its own variables.
package struct Environment: Sendable {
  let store: FactStore
  let pool: TextPool
  let today: Period
  var rules: [String: Rule] = [:]
  var parameters: [String: Constant] = [:]
  /// Columns of the last result, if there is one.
  var lastResult: [CheckedColumn]?

  package init(store: FactStore, today: Period) {
    self.store = store
    self.today = today
    pool = TextPool(store.strings)
  }

  /// Without articles, names and ids that nobody has say nothing.
  var knowsNames: Bool { store.articleCount > 0 }
}

/// A value that is known before a query runs. A text becomes an entity, an id or a symbol where one is expected.
enum Constant: Hashable, Sendable {
  case text(String)
  case number(Double)
  case date(Period)
  case duration(months: Int, days: Int)

  var type: ValueType {
    switch self {
    case .text: .text
    case .number: .number
    case .date: .date
    case .duration: .duration
    }
  }

  /// A number of four digits is a year where a date is expected.
  var asDate: Period? {
    switch self {
    case .date(let period): period
    case .number(let number) where number == number.rounded() && (1...9999).contains(number):
      Period(year: Int(number))
    case .text, .number, .duration: nil
    }
  }

  func cell(_ pool: TextPool) -> Cell {
    switch self {
    case .text(let text): pool.code(of: text)
    case .number(let number): Cell(number: number)
    case .date(let period): Cell(period: period)
    case .duration(let months, let days): Cell(months: Int32(months), days: Int32(days))
    }
  }
}
