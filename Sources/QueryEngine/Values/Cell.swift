import Facts

/// One value of a query in 64 bits; what the bits mean is known from the type of its column.
///
/// Texts and symbols are codes, entities and references row numbers, claims (also ids of quotes, figures, events and
/// posts) packed `ClaimRow`s, numbers the bits of a double, dates two day numbers, durations months and days.
package typealias Cell = UInt64

extension Cell {
  /// No valid cell of any type has these bits: as a number they are a NaN, as a date it ends before it begins.
  static let missing: Cell = 0x7FFF_FFFF_8000_0000

  init(number: Double) {
    // Zero has two signs, which joins must not tell apart.
    self = number.isNaN ? .missing : (number == 0 ? 0 : number.bitPattern)
  }

  init(period: Period) { self = Cell(UInt32(bitPattern: period.start)) << 32 | Cell(UInt32(bitPattern: period.end)) }

  init(months: Int32, days: Int32) {
    self = Cell(UInt32(bitPattern: months)) << 32 | Cell(UInt32(bitPattern: days))
  }

  var number: Double { Double(bitPattern: self) }

  var period: Period { Period(start: high, end: low) }

  /// Months and days of a duration.
  var duration: (months: Int32, days: Int32) { (high, low) }

  private var high: Int32 { Int32(bitPattern: UInt32(truncatingIfNeeded: self >> 32)) }
  private var low: Int32 { Int32(bitPattern: UInt32(truncatingIfNeeded: self)) }
}

/// A row of a relation, or a tuple of a rule, among the facts of a result row.
struct PackedFact: Hashable, Comparable {
  /// Tuples of the rule numbered r stand as relation `firstRule + r`.
  static let firstRule: UInt32 = 1_000
  /// Where a branch of an `or`, or an `optional` that found nothing, has no fact. Sorts last.
  static let none = UInt64.max

  let bits: UInt64

  init(bits: UInt64) { self.bits = bits }
  init(relation: Int, row: Int) { bits = UInt64(relation) << 32 | UInt64(row) }

  var relation: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
  var row: Int { Int(bits & 0xFFFF_FFFF) }
  var rule: Int? { relation >= Self.firstRule ? Int(relation - Self.firstRule) : nil }

  static func < (a: PackedFact, b: PackedFact) -> Bool { a.bits < b.bits }
}
