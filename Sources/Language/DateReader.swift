/// Reads date expressions: what they say, not yet which days they mean.
///
/// Calendar dates (`DateReaderCalendar`), numeric ones and years (`DateReaderNumeric`), words relative to the day of
/// publication (`DateReaderRelative`), parts of years and ranges (here).
public struct DateReader {
  let document: Document
  let numbers: NumberReader

  /// What stands from a token on, before it is known where the expression begins.
  struct Piece {
    var shape: DateShape
    var end: Int
  }

  public init(_ document: Document) {
    self.document = document
    numbers = NumberReader(document)
  }

  /// The date expression that begins at token `i`.
  public func read(_ i: Int) -> DateReading? {
    let kind = document.tokens[i].kind
    guard kind == .number || (kind == .word && (opens(i) || document.isWord(i, .between))) else { return nil }
    guard let piece = between(i) ?? single(i).map(extended) else { return nil }
    if let vague = vagueEnd(i), vague >= piece.end { return nil }
    return DateReading(tokens: i..<piece.end, proclitics: proclitics(i), shape: piece.shape)
  }

  /// The token after a phrase of vague time ("the last years") that begins at token `i`.
  public func vagueEnd(_ i: Int) -> Int? {
    document.timeWords(i, .vague).first { $0.match.end > i + 1 }?.match.end
  }

  /// The proclitics of the first word, which don't belong to the expression.
  private func proclitics(_ i: Int) -> Proclitics {
    guard document.tokens[i].kind == .word else { return [] }
    if document.isBareArticle(i) { return [] }
    for cls in [LexicalClass.timeWord, .weekday, .month, .ruleWord, .countedNoun, .numberWord] {
      if let match = document.match(i, cls) { return match.proclitics.subtracting(.al) }
    }
    return []
  }

  /// Whether a date expression can begin with the word at token `i`.
  private func opens(_ i: Int) -> Bool {
    !document.timeKinds(i).isEmpty || document.has(i, anyOf: Self.openers) || document.isBareArticle(i)
  }

  private static let openers = LexicalClass.weekday.mask | LexicalClass.month.mask | LexicalClass.numberWord.mask

  func single(_ i: Int) -> Piece? {
    guard i < document.tokens.count, document.tokens[i].kind != .newline else { return nil }
    if document.tokens[i].kind == .number { return numeric(i) ?? dayMonth(i) ?? bareYear(i) }
    guard opens(i) else { return nil }
    if let piece = led(i) ?? part(i) ?? slice(i) { return piece }
    if let piece = weekdayDate(i) ?? stretch(i) ?? offset(i) { return piece }
    if let piece = dayMonth(i) ?? monthDate(i) ?? yearDate(i) { return piece }
    return distance(i) ?? anaphor(i) ?? decade(i) ?? century(i)
  }

  // MARK: What stands around a date

  /// A part of the day or the word "day" before a day.
  private func led(_ i: Int) -> Piece? {
    let isDaypart = document.timeWords(i, .daypart).contains {
      !$0.match.proclitics.contains(.al) && $0.match.end == i + 1
    }
    guard isDaypart || isPlain(i, .day) else { return nil }
    guard let inner = single(i + 1) else { return nil }
    switch inner.shape {
    case .parts(let parts): return parts.weekday != nil || parts.days != nil ? inner : nil
    case .offset(let unit, _, _): return unit == .day ? inner : nil
    case .span, .distance, .stretch, .decade, .season, .following, .unknown: return nil
    }
  }

  /// "Early", "end of": the period named is the value, the word only belongs to the span.
  private func part(_ i: Int) -> Piece? {
    for word in document.timeWords(i, .part) where slice(of: word.value) == nil && !word.match.proclitics.contains(.al)
    {
      var j = word.match.end
      if document.isWord(j, .from) { j += 1 }
      if let inner = single(j), isMonthOrYear(inner.shape) { return inner }
      if let (unit, sense) = document.dateUnit(j), sense.form == 0, sense.proclitics == .al, sense.suffix == .none,
        unit == .year || unit == .month
      {
        return Piece(shape: .offset(unit, 0, DateParts()), end: j + 1)
      }
    }
    return nil
  }

  private func isMonthOrYear(_ shape: DateShape) -> Bool {
    switch shape {
    case .parts(let parts): parts.weekday == nil && parts.days == nil && parts.slice == nil
    case .offset(let unit, _, _): unit == .month || unit == .year || unit == .decade
    case .decade: true
    case .span, .distance, .stretch, .season, .following, .unknown: false
    }
  }

  private func slice(of value: String) -> YearSlice? {
    switch value {
    case "q1": .quarter(1)
    case "q2": .quarter(2)
    case "q3": .quarter(3)
    case "q4", "last_quarter": .quarter(4)
    case "first_half": .half(1)
    case "second_half": .half(2)
    default: nil
    }
  }

  /// Quarters and halves of a year, and its first months.
  private func slice(_ i: Int) -> Piece? {
    if let first = firstMonths(i) { return first }
    for word in document.timeWords(i, .part) {
      let isLast = word.value == "last_quarter"
      guard let slice = slice(of: word.value) else { continue }
      var parts = DateParts()
      parts.slice = slice
      if let end = yearBehind(word.match.end, &parts) { return Piece(shape: .parts(parts), end: end) }
      guard case .quarter = slice, !isLast, !document.isWord(word.match.end, .from) else { return nil }
      return Piece(shape: .parts(parts), end: word.match.end)
    }
    return nil
  }

  /// "The first three months of 2024".
  private func firstMonths(_ i: Int) -> Piece? {
    guard let (unit, sense) = document.dateUnit(i), unit == .month, sense.form == 1, sense.proclitics.contains(.al),
      let number = numbers.read(i + 1), number.definite, number.value <= 12,
      document.ordinal(number.tokens.upperBound) == 1
    else { return nil }
    var parts = DateParts()
    parts.slice = .firstMonths(Int(number.value))
    guard let end = yearBehind(number.tokens.upperBound + 1, &parts) else { return nil }
    return Piece(shape: .parts(parts), end: end)
  }

  /// Whether token `i` is the unit's noun in the singular, without the article.
  func isPlain(_ i: Int, _ unit: DateUnit) -> Bool {
    guard let (found, sense) = document.dateUnit(i), found == unit else { return false }
    return sense.form == 0 && !sense.proclitics.contains(.al) && sense.suffix == .none
  }

  // MARK: Ranges

  /// A range when "to", "until" or a dash and another date follow.
  private func extended(_ first: Piece) -> Piece {
    guard case .parts(let low) = first.shape, let next = joint(first.end), let second = single(next),
      case .parts(let high) = second.shape, alike(low, high)
    else { return first }
    return Piece(shape: .span(low, high), end: second.end)
  }

  /// "Between January and May".
  private func between(_ i: Int) -> Piece? {
    guard document.isWord(i, .between), let first = single(i + 1) else { return nil }
    if case .span = first.shape { return first }
    guard case .parts(let low) = first.shape, let next = conjunct(first.end), let second = single(next),
      case .parts(let high) = second.shape, alike(low, high)
    else { return nil }
    return Piece(shape: .span(low, high), end: second.end)
  }

  private func joint(_ i: Int) -> Int? {
    if document.isWord(i, .to) || document.isWord(i, .until) { return i + 1 }
    return document.isDash(i) ? i + 1 : nil
  }

  /// The token at which a conjunct of the date before begins.
  func conjunct(_ i: Int) -> Int? {
    guard i < document.tokens.count, document.tokens[i].kind == .word else { return nil }
    if document.isBareWaw(i) { return i + 1 }
    return document.senses(i).contains { $0.proclitics.contains(.wa) && $0.cls != .phraseWord } ? i : nil
  }

  /// Whether two dates can be the ends of one range.
  private func alike(_ low: DateParts, _ high: DateParts) -> Bool {
    if low.slice != nil || high.slice != nil || low.hijri != high.hijri { return false }
    if low.month != nil { return high.month != nil && (low.days == nil) == (high.days == nil) }
    if low.weekday != nil { return high.weekday != nil && high.month == nil }
    return low.year != nil && high.year != nil && high.month == nil
  }
}

extension Document {
  /// Hyphens, dashes and a tatweel written apart.
  public func isDash(_ i: Int) -> Bool {
    guard i >= 0, i < tokens.count else { return false }
    switch tokens[i].kind {
    case .sign:
      return tokens[i].value == Sign.hyphen || tokens[i].value == Sign.enDash || tokens[i].value == Sign.emDash
        || tokens[i].value == 0x2212
    case .word: return analyzer.word(tokens[i].value).length == 0
    case .number, .newline: return false
    }
  }

  func isCommaSign(_ i: Int) -> Bool { isSign(i, Sign.comma) || isSign(i, Sign.arabicComma) }
}
