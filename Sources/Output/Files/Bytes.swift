import Facts

/// What writers append to: a buffer of UTF-8 that is filled, written and reused.
package typealias Bytes = [UInt8]

extension Bytes {
  package mutating func append(text: String) {
    append(contentsOf: text.utf8)
  }

  /// The digits of `number`, without a `String` in between.
  package mutating func append(integer number: Int64) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let first = count
    repeat {
      append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    self[first...].reverse()
  }

  /// `26422`, `19.6`, `1e+20`: whole numbers without a decimal point.
  package mutating func append(number: Double) {
    if number == number.rounded(), abs(number) < 0x1p54 {
      append(integer: Int64(number))
    } else {
      append(text: Value.decimal(number))
    }
  }

  package mutating func append(period: Period) {
    guard period.isDay, period.first.year > 999 else { return append(text: period.description) }
    let (year, month, day) = period.first
    append(integer: Int64(year))
    append(UInt8(ascii: "-"))
    append(twoDigits: month)
    append(UInt8(ascii: "-"))
    append(twoDigits: day)
  }

  private mutating func append(twoDigits number: Int) {
    append(UInt8(ascii: "0") + UInt8(number / 10))
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
