/// One cell of a fact or of a result row.
///
/// Ids, references, entity names and symbols of closed lists travel as `text`; their type is that of the field.
package enum Value: Hashable, Sendable {
  case missing
  case text(String)
  case number(Double)
  case date(Period)

  package init(_ text: String?) { self = text.map { .text($0) } ?? .missing }
  package init(_ number: Double?) { self = number.map { .number($0) } ?? .missing }
  package init(_ period: Period?) { self = period.map { .date($0) } ?? .missing }
  package init(_ number: Int) { self = .number(Double(number)) }

  package var isMissing: Bool { self == .missing }
}

extension Value: CustomStringConvertible {
  /// The machine form: whole numbers without a decimal point, ISO dates, text as it is, nothing for missing.
  package var description: String {
    switch self {
    case .missing: ""
    case .text(let text): text
    case .number(let number): Self.decimal(number)
    case .date(let period): period.description
    }
  }

  /// `26422`, `19.6`, `1e+20`: the shortest form that reads back as the same number. From 2^54 on `String` writes an
  /// exponent.
  package static func decimal(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 0x1p54 ? String(Int64(number)) : String(number)
  }
}
