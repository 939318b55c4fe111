/// A number token as its groups of digits: `1.200.000` is 1, 200, 000; `16.11.2016` is 16, 11, 2016.
public struct NumberDigits: Sendable, Equatable {
  public enum Separator: Sendable { case stop, comma, decimal, thousands }

  public private(set) var groups: [Int] = []
  /// Digits in each group, leading zeros included.
  public private(set) var lengths: [Int] = []
  public private(set) var separators: [Separator] = []

  /// Reads Latin, Arabic and Farsi digits; nil when a group has more than 18. A right-to-left mark behind a separator
  /// shows the groups in the other order: what is typed 5, stop, mark, 2 is read 2.5.
  public init?(_ bytes: ArraySlice<UInt8>) {
    var value = 0
    var length = 0
    var isReversed = false
    var i = bytes.startIndex
    while i < bytes.endIndex {
      if let (digit, width) = Self.digit(bytes, i) {
        guard length < 18 else { return nil }
        value = value * 10 + digit
        length += 1
        i += width
      } else if bytes[i] == 0xE2 {
        isReversed = true
        i += 3
      } else {
        let (separator, width) = Self.separator(bytes, i)
        groups.append(value)
        lengths.append(length)
        separators.append(separator)
        (value, length) = (0, 0)
        i += width
      }
    }
    groups.append(value)
    lengths.append(length)
    guard isReversed else { return }
    groups.reverse()
    lengths.reverse()
  }

  /// The number as a whole one and its power of ten: `12,6` is 126 and 1.
  ///
  /// One stop or comma before three digits is ambiguous: it groups thousands, unless `fraction` says that a scale or
  /// a percent sign follows (`1.264` before "billion").
  public func decimal(fraction: Bool) -> (mantissa: Double, places: Int)? {
    if separators.isEmpty { return (Double(groups[0]), 0) }
    let last = separators.last!
    let grouped = lengths.dropFirst().allSatisfy { $0 == 3 } && lengths[0] <= 3 && groups[0] > 0
    let same = separators.allSatisfy { $0 == last }
    if last == .decimal || !same || (separators.count == 1 && last != .thousands && (fraction || !grouped)) {
      guard last != .thousands, headIsGrouped else { return nil }
      return join(places: lengths.last!)
    }
    return grouped ? join(places: 0) : nil
  }

  /// Whether the groups before the last are thousands, by one kind of separator.
  private var headIsGrouped: Bool {
    guard groups.count > 2 else { return true }
    let first = separators[0]
    return first != .decimal && first != separators.last! && separators.dropLast().allSatisfy { $0 == first }
      && lengths[1..<lengths.count - 1].allSatisfy { $0 == 3 }
  }

  private func join(places: Int) -> (mantissa: Double, places: Int) {
    var mantissa = 0.0
    for (group, length) in zip(groups, lengths) { mantissa = mantissa * Self.power(length) + Double(group) }
    return (mantissa, places)
  }

  public static func power(_ n: Int) -> Double {
    var p = 1.0
    for _ in 0..<n { p *= 10 }
    return p
  }

  private static func digit(_ bytes: ArraySlice<UInt8>, _ i: Int) -> (Int, Int)? {
    let b = bytes[i]
    if b &- 0x30 < 10 { return (Int(b) - 0x30, 1) }
    guard i + 1 < bytes.endIndex else { return nil }
    let next = bytes[i + 1]
    if b == 0xD9, next &- 0xA0 < 10 { return (Int(next) - 0xA0, 2) }
    if b == 0xDB, next &- 0xB0 < 10 { return (Int(next) - 0xB0, 2) }
    return nil
  }

  private static func separator(_ bytes: ArraySlice<UInt8>, _ i: Int) -> (Separator, Int) {
    switch bytes[i] {
    case 0x2E: return (.stop, 1)
    case 0x2C: return (.comma, 1)
    case 0xD8: return (.comma, 2)  // Arabic comma
    default: return (i + 1 < bytes.endIndex && bytes[i + 1] == 0xAB ? .decimal : .thousands, 2)
    }
  }
}

extension Document {
  /// The digits of token `i`, when it is a number.
  public func digits(_ i: Int) -> NumberDigits? {
    guard i >= 0, i < tokens.count, tokens[i].kind == .number else { return nil }
    return NumberDigits(bytes[Int(tokens[i].start)..<Int(tokens[i].end)])
  }

  /// The whole number that token `i` is, when it has no separators.
  public func integer(_ i: Int) -> Int? {
    guard let digits = digits(i), digits.separators.isEmpty else { return nil }
    return digits.groups[0]
  }
}
