/// A number as printed, without the words around it.
public struct NumberReading: Sendable, Equatable {
  /// Tokens of the number; the article written apart before digits is one of them.
  public var tokens: Range<Int>
  public var value: Double
  /// A plural scale or a vague count without a number before it: the value is a lower limit.
  public var vague = false
  /// The article stands before it.
  public var definite = false
  public var hasDigits = false
  /// Has a scale word ("thousand", "million"); `scale` is the last one's value.
  public var scale = 1.0
  public var proclitics: Proclitics = []

  public init(tokens: Range<Int>, value: Double) {
    self.tokens = tokens
    self.value = value
  }
}

/// Reads cardinal numbers: digits, words and both mixed (digits before "thousand", joined to further groups by "and").
///
/// A number is groups of descending scales; a group is a small number (below 1000, or digits) with scale words
/// behind it.
public struct NumberReader {
  private let document: Document

  public init(_ document: Document) { self.document = document }

  /// The number that begins at token `i`. With `joining` false it ends before the first "and".
  public func read(_ i: Int, joining: Bool = true) -> NumberReading? {
    var first = i
    var definite = false
    if document.isBareArticle(i) {
      first = i + 1
      definite = true
    }
    guard let head = group(first, joined: false, joining: joining) else { return nil }
    var reading = NumberReading(tokens: i..<head.end, value: head.value)
    reading.vague = head.vague
    reading.hasDigits = head.hasDigits
    reading.definite = definite || head.proclitics.contains(.al)
    reading.proclitics = head.proclitics
    reading.scale = head.scale
    if joining { join(&reading) }
    return reading
  }

  /// Adds the groups of smaller scales that "and" joins.
  private func join(_ reading: inout NumberReading) {
    while let next = joined(reading.tokens.upperBound) {
      if let (fraction, end) = fraction(next, of: reading.scale) {
        reading.value += fraction
        reading.tokens = reading.tokens.lowerBound..<end
        return
      }
      guard reading.scale > 1, let group = group(next, joined: true, joining: true), !group.vague,
        group.value < reading.scale, group.value == group.value.rounded()
      else { return }
      reading.value += group.value
      reading.tokens = reading.tokens.lowerBound..<group.end
      reading.scale = max(1, group.scale)
      if group.scale == 1 { return }
    }
  }

  /// The token after an "and" written apart, or the token itself when the conjunction is written to it.
  private func joined(_ i: Int) -> Int? {
    guard i < document.tokens.count else { return nil }
    if document.isBareWaw(i) { return i + 1 }
    return document.numberWord(i) { sense, _ in sense.proclitics.contains(.wa) } == nil ? nil : i
  }

  // MARK: Groups

  private struct Group {
    var end: Int
    var value: Double
    var scale = 1.0
    var vague = false
    var hasDigits = false
    var proclitics: Proclitics = []
  }

  private func group(_ i: Int, joined: Bool, joining: Bool) -> Group? {
    guard i < document.tokens.count else { return nil }
    if document.tokens[i].kind == .number { return digitGroup(i) }
    guard var group = scaleGroup(i, joined: joined) ?? smallGroup(i, joined: joined, joining: joining) else {
      return nil
    }
    multiply(&group, articles: group.vague)
    return group
  }

  private func digitGroup(_ i: Int) -> Group? {
    let scaled = scale(i + 1, articles: false) != nil || document.percentEnd(i + 1) != nil
    guard let digits = document.digits(i), let (mantissa, places) = digits.decimal(fraction: scaled) else { return nil }
    var group = Group(end: i + 1, value: mantissa)
    group.hasDigits = true
    if isHundred(i + 1) {
      group.value *= 100
      group.scale = 100
      group.end += 1
    }
    multiply(&group, articles: false)
    // Dividing last keeps 2.3 million exact.
    group.value /= NumberDigits.power(places)
    return group
  }

  /// A group that begins with a scale, a vague count or a fraction of a scale.
  private func scaleGroup(_ i: Int, joined: Bool) -> Group? {
    let found = document.numberWord(i) { sense, word in
      fits(sense, joined) && (word.kind == .scale || word.kind == .vague || word.kind == .fraction) && word.value != nil
    }
    guard let (sense, word) = found, let value = word.value else { return nil }
    var group = Group(end: i + 1, value: value)
    group.proclitics = sense.proclitics
    switch word.kind {
    case .scale:
      group.scale = word.form == .dual ? value / 2 : value
      group.vague = word.form == .plural
      if word.form == .accusative, isConstructDual(i) { group.value *= 2 }
    case .vague:
      group.vague = true
    case .fraction:
      guard scale(i + 1, articles: true) != nil else { return nil }
      group.vague = true  // allows the article before the scale
      multiply(&group, articles: true)
      group.vague = false
    case .unit, .teen, .ten, .hundred, .percent, .ordinal: return nil
    }
    return group
  }

  /// Two of a scale, when the counted noun follows directly and no tanwin is printed.
  private func isConstructDual(_ i: Int) -> Bool {
    guard i + 1 < document.tokens.count, document.tokens[i + 1].kind == .word, !document.hasTanwin(i) else {
      return false
    }
    return document.has(i + 1, anyOf: LexicalClass.countedNoun.mask | LexicalClass.currency.mask)
      || scale(i + 1, articles: false) != nil
  }

  private func isHundred(_ i: Int) -> Bool {
    document.numberWord(i) { $0.proclitics.isEmpty && $1.kind == .hundred && $1.value == 100 } != nil
  }

  private func fits(_ sense: Sense, _ joined: Bool) -> Bool {
    joined ? sense.proclitics.subtracting(.wa).isEmpty : true
  }

  private func scale(_ i: Int, articles: Bool) -> NumberWord? {
    document.numberWord(i) { sense, word in
      (sense.proclitics.isEmpty || articles && sense.proclitics == .al)
        && (word.kind == .scale || (articles && word.kind == .vague && (word.value ?? 0) >= 1000))
    }?.word
  }

  /// Scale words behind a group multiply it.
  private func multiply(_ group: inout Group, articles: Bool) {
    while let word = scale(group.end, articles: articles), let value = word.value, word.form != .dual {
      group.value *= value
      group.scale = max(1, group.scale) == 1 ? value : group.scale * value
      group.end += 1
    }
  }

  /// A fraction of the scale before it; the scale's name may follow.
  private func fraction(_ i: Int, of scale: Double) -> (value: Double, end: Int)? {
    let found = document.numberWord(i) { sense, word in
      word.kind == .fraction && sense.proclitics.subtracting([.wa]).isEmpty
    }
    guard let value = found?.word.value else { return nil }
    var end = i + 1
    if scale > 1, let name = self.scale(end, articles: true), name.value == scale { end += 1 }
    return (value * scale, end)
  }

  // MARK: Small numbers

  /// Words below 1000.
  private func smallGroup(_ i: Int, joined: Bool, joining: Bool) -> Group? {
    guard let first = smallWord(i, joined: joined), first.value > 0 else { return nil }
    var group = Group(end: first.end, value: first.value)
    group.proclitics = first.proclitics
    guard joining else { return group }
    let definite = first.proclitics.contains(.al)
    while let next = self.joined(group.end), let word = smallWord(next, joined: true, definite: definite),
      Self.adds(word.value, to: group.value)
    {
      // "Five and thirty thousand" goes on, but "ten thousand and five thousand" is two numbers.
      group.value += word.value
      group.end = word.end
    }
    return group
  }

  private static func adds(_ word: Double, to sum: Double) -> Bool {
    let tail = sum.truncatingRemainder(dividingBy: 100)
    if word >= 20, word < 100 { return tail > 0 && tail < 10 || (tail == 0 && sum >= 100) }
    if word < 20 { return tail == 0 && sum >= 100 }
    return false
  }

  private struct SmallWord {
    var value: Double
    var end: Int
    var proclitics: Proclitics
  }

  /// One word, or the two words of a teen or a hundred.
  private func smallWord(_ i: Int, joined: Bool, definite: Bool = false) -> SmallWord? {
    let found = document.numberWord(i) { sense, word in
      guard fits(sense, joined) || definite && sense.proclitics == [.wa, .al] else { return false }
      switch word.kind {
      case .unit, .ten, .hundred, .teen: return true
      case .scale, .vague, .fraction, .percent, .ordinal: return false
      }
    }
    guard let (sense, word) = found, let value = word.value else { return nil }
    var small = SmallWord(value: value, end: i + 1, proclitics: sense.proclitics)
    guard value < 10 else { return small }
    let isTeen = document.numberWord(i + 1) { $0.proclitics.isEmpty && $1.kind == .ten && $1.value == 10 } != nil
    if isTeen || isHundred(i + 1) {
      small.value = isTeen ? value + 10 : value * 100
      small.end += 1
      return small
    }
    return word.kind == .teen ? nil : small
  }
}

extension Document {
  /// Whether token `i` is the article written apart before digits (with a tatweel or without).
  public func isBareArticle(_ i: Int) -> Bool {
    guard i + 1 < tokens.count, tokens[i].kind == .word, tokens[i + 1].kind == .number,
      !tokens[i + 1].spaced || endsInTatweel(i)
    else { return false }
    return analyzer.withFolded(tokens[i].value) { form in
      let n = form.count
      guard n >= 4, n <= 6 else { return false }
      let alef = form[n - 4] == 0xD8 && form[n - 3] == 0xA7
      let lam = form[n - 4] == 0xD9 && form[n - 3] == 0x84
      return (alef || lam) && form[n - 2] == 0xD9 && form[n - 1] == 0x84
    }
  }

  /// Whether token `i` is the conjunction "and" written apart.
  public func isBareWaw(_ i: Int) -> Bool {
    guard i >= 0, i < tokens.count, tokens[i].kind == .word else { return false }
    return analyzer.withFolded(tokens[i].value) { $0.count == 2 && $0[0] == 0xD9 && $0[1] == 0x88 }
  }

  private func endsInTatweel(_ i: Int) -> Bool {
    let end = Int(tokens[i].end)
    return end >= 2 && bytes[end - 2] == 0xD9 && bytes[end - 1] == 0x80
  }

  /// Whether the word is printed with the double fatha of an accusative.
  func hasTanwin(_ i: Int) -> Bool {
    var at = Int(tokens[i].start)
    let end = Int(tokens[i].end)
    while at + 1 < end {
      if bytes[at] == 0xD9, bytes[at + 1] == 0x8B { return true }
      at += 1
    }
    return false
  }
}
