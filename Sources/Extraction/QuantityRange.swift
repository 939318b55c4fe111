import Language

/// A number, or two that are the ends of a range.
struct QuantityRange {
  var first: NumberReading
  var last: NumberReading
  var high: Double?
  /// The first token, a "between" included.
  var start: Int
  var startProclitics: Proclitics = []
  /// A "between" stands before it, which is also a row of the modifiers.
  var ownsModifier = false
  var end: Int { last.tokens.upperBound }
  var tokens: Range<Int> { first.tokens.lowerBound..<last.tokens.upperBound }

  init(_ reading: NumberReading) {
    first = reading
    last = reading
    start = reading.tokens.lowerBound
  }
}

extension QuantityFinder {
  /// The range that begins with `reading`: `between X and Y`, `X to Y`, `X-Y`, `X or Y`.
  func range(from reading: NumberReading) -> QuantityRange {
    if let between = between(reading.tokens.lowerBound) {
      let ends =
        join(reading, by: isAnd) ?? join(reading, by: isTo) ?? percents(reading) ?? split(reading.tokens.lowerBound)
      if var ends {
        ends.start = between.start
        ends.startProclitics = between.proclitics
        ends.ownsModifier = true
        return ends
      }
    }
    return join(reading, by: isTo) ?? join(reading, by: isOr) ?? dashed(reading) ?? QuantityRange(reading)
  }

  /// The "between" before token `i`, with the relative "what" before it.
  private func between(_ i: Int) -> (start: Int, proclitics: Proclitics)? {
    guard let word = document.ruleWord(i - 1, .between) else { return nil }
    let isPhrase = i >= 2 && document.matches(i - 2, .numberModifier).contains { $0.end == i }
    return isPhrase ? (i - 2, document.matches(i - 2, .numberModifier)[0].proclitics) : (i - 1, word.proclitics)
  }

  private func isTo(_ i: Int) -> Int? { document.isWord(i, .to) ? i + 1 : nil }

  private func isOr(_ i: Int) -> Int? { document.isWord(i, .or) ? i + 1 : nil }

  private func isAnd(_ i: Int) -> Int? {
    if document.isBareWaw(i) { return i + 1 }
    return i < document.tokens.count && document.has(i, .numberWord)
      && document.senses(i).contains { $0.cls == .numberWord && $0.proclitics.contains(.wa) } ? i : nil
  }

  private func join(_ first: NumberReading, by joint: (Int) -> Int?) -> QuantityRange? {
    guard let next = joint(first.tokens.upperBound), let second = reader.read(next) else { return nil }
    return combine(first, second)
  }

  /// Two numbers that the reader took for one: "between five and twenty".
  private func split(_ i: Int) -> QuantityRange? {
    guard let first = reader.read(i, joining: false) else { return nil }
    return join(first, by: isAnd)
  }

  /// "Between 30% and 35%"
  private func percents(_ first: NumberReading) -> QuantityRange? {
    guard let end = document.percentEnd(first.tokens.upperBound), let next = isAnd(end) ?? isTo(end),
      let second = reader.read(next), document.percentEnd(second.tokens.upperBound) != nil
    else { return nil }
    return combine(first, second)
  }

  private func combine(_ first: NumberReading, _ second: NumberReading) -> QuantityRange? {
    var low = first
    if first.scale == 1, second.scale > 1, first.value * second.scale < second.value, first.value > 0 {
      low.value *= second.scale
    }
    guard second.value > low.value, !first.vague, second.value <= low.value * 1000 else { return nil }
    var range = QuantityRange(low)
    range.last = second
    range.high = second.value
    return range
  }

  /// Digits with a hyphen between them are a range when a noun or percent sign follows; else a score.
  private func dashed(_ first: NumberReading) -> QuantityRange? {
    let i = first.tokens.upperBound
    guard first.hasDigits, document.isSign(i, Sign.hyphen) || document.isSign(i, Sign.enDash),
      i + 1 < document.tokens.count, document.tokens[i].spaced == document.tokens[i + 1].spaced,
      let second = reader.read(i + 1), second.hasDigits, document.unit(after: second) != nil
    else { return nil }
    return combine(first, second)
  }
}
