// Dates in digits, and years.
extension DateReader {
  /// `16.11.2016`, `2024-01-28`, `28/1/2024`, `2/2013`.
  func numeric(_ i: Int) -> Piece? {
    guard let first = document.digits(i) else { return nil }
    if first.groups.count == 3, first.separators.allSatisfy({ $0 == .stop }) {
      return calendar(first.groups, first.lengths, end: i + 1)
    }
    guard first.separators.isEmpty, let separator = separator(i + 1), let second = document.digits(i + 2),
      second.separators.isEmpty
    else { return nil }
    if separator == self.separator(i + 3), let third = document.digits(i + 4), third.separators.isEmpty {
      return calendar(
        [first.groups[0], second.groups[0], third.groups[0]], [first.lengths[0], second.lengths[0], third.lengths[0]],
        end: i + 5)
    }
    return pair(first, second, at: i)
  }

  private func separator(_ i: Int) -> Int32? {
    if document.isSign(i, Sign.slash) { return Sign.slash }
    return document.isDash(i) ? Sign.hyphen : nil
  }

  private func calendar(_ n: [Int], _ lengths: [Int], end: Int) -> Piece? {
    var parts = DateParts()
    let yearFirst = lengths[0] == 4
    guard yearFirst || lengths[2] == 4 else { return nil }
    let year = yearFirst ? n[0] : n[2]
    var (day, month) = yearFirst ? (n[2], n[1]) : (n[0], n[1])
    if month > 12, day <= 12 { swap(&day, &month) }
    guard (1...31).contains(day), (1...12).contains(month), (1300...2200).contains(year) else { return nil }
    parts.hijri = HijriCalendar.years.contains(year)
    parts.year = year
    parts.month = month
    parts.days = day...day
    return Piece(shape: .parts(parts), end: era(end)?.end ?? end)
  }

  /// A month and a year, or two years.
  private func pair(_ first: NumberDigits, _ second: NumberDigits, at i: Int) -> Piece? {
    let (a, b) = (first.groups[0], second.groups[0])
    guard second.lengths[0] == 4, (1900...2100).contains(b) else { return nil }
    if first.lengths[0] <= 2, (1...12).contains(a), document.isSign(i + 1, Sign.slash) {
      var parts = DateParts()
      parts.month = a
      parts.year = b
      return Piece(shape: .parts(parts), end: i + 3)
    }
    guard first.lengths[0] == 4, (1900...2100).contains(a), a != b else { return nil }
    return Piece(shape: years(min(a, b), max(a, b)), end: i + 3)
  }

  func years(_ low: Int, _ high: Int) -> DateShape {
    var (first, last) = (DateParts(), DateParts())
    first.year = low
    last.year = high
    return .span(first, last)
  }

  /// An era behind a year.
  private func era(_ i: Int) -> (hijri: Bool, end: Int)? {
    for word in document.timeWords(i, .era) {
      if word.value == "ah" || word.value == "ce" { return (word.value == "ah", word.match.end) }
    }
    return nil
  }

  /// The number of a year, after a word that says it is one: digits, or words above 1000.
  func yearNumber(_ i: Int, hijri: Bool) -> (value: Int, hijri: Bool, end: Int)? {
    guard i < document.tokens.count else { return nil }
    var value: Int
    var end = i + 1
    if let digits = document.digits(i), digits.separators.isEmpty {
      guard digits.lengths[0] == 4 else { return nil }
      value = digits.groups[0]
    } else {
      guard let number = numbers.read(i), number.value > 1000, number.value < 2200, !number.vague else { return nil }
      value = Int(number.value)
      end = number.tokens.upperBound
    }
    guard (1000...2200).contains(value) else { return nil }
    let era = era(end)
    let isHijri = era?.hijri ?? (hijri && HijriCalendar.years.contains(value))
    return (value, isHijri, era?.end ?? end)
  }

  /// "The year 2011", "the years 1990 and 2005".
  func yearDate(_ i: Int) -> Piece? {
    guard let (unit, sense) = document.dateUnit(i), unit == .year, !sense.suffix.isPronoun else { return nil }
    guard let year = yearNumber(i + 1, hijri: false) else { return nil }
    var parts = DateParts()
    parts.year = year.value
    parts.hijri = year.hijri
    let several = sense.form == 1 || (sense.suffix != .none && sense.suffix != .alef)
    // "The years 2010 and 2012" are two, "between the years 2010 and 2012" a stretch.
    guard several, document.isWord(i - 1, .between), let next = conjunct(year.end),
      let last = yearNumber(next, hijri: year.hijri)
    else {
      if let next = yearRange(year.end), next.value > year.value {
        return Piece(shape: years(year.value, next.value), end: next.end)
      }
      return Piece(shape: .parts(parts), end: year.end)
    }
    return Piece(shape: years(min(year.value, last.value), max(year.value, last.value)), end: last.end)
  }

  /// The last year of a range: `2015-2017`, `2015/16`.
  private func yearRange(_ i: Int) -> (value: Int, end: Int)? {
    guard separator(i) != nil, let year = document.integer(i + 1), (1900...2100).contains(year) else { return nil }
    return (year, i + 2)
  }

  /// Four digits that only a year is likely to be.
  func bareYear(_ i: Int) -> Piece? {
    guard let digits = document.digits(i), digits.separators.isEmpty, digits.lengths[0] == 4 else { return nil }
    let year = digits.groups[0]
    guard (1900...2100).contains(year), document.percentEnd(i + 1) == nil, !isScaled(i + 1), !isSigned(i) else {
      return nil
    }
    guard followsTimeWord(i) || isLoneYear(i) else { return nil }
    var parts = DateParts()
    parts.year = year
    return Piece(shape: .parts(parts), end: i + 1)
  }

  private func isScaled(_ i: Int) -> Bool {
    guard i < document.tokens.count else { return false }
    if document.numberWord(i, where: { $0.proclitics.isEmpty && ($1.kind == .scale || $1.kind == .hundred) }) != nil {
      return true
    }
    return document.isSign(i, Sign.dollar) || document.isSign(i, Sign.euro) || document.isSign(i, Sign.colon)
      || document.has(i, .currency)
  }

  private func isSigned(_ i: Int) -> Bool {
    guard i > 0, document.tokens[i - 1].kind == .sign else { return false }
    switch document.tokens[i - 1].value {
    case Sign.dollar, Sign.euro, Sign.pound, Sign.plus, Sign.colon, Sign.slash, Sign.hyphen: return true
    default: return false
    }
  }

  /// A preposition or part that takes a date stands before, perhaps across an "and" with another year.
  private func followsTimeWord(_ i: Int) -> Bool {
    guard i > 0 else { return false }
    if document.isBareWaw(i - 1) { return i > 1 && bareYear(i - 2) != nil }
    guard document.has(i - 1, .timeWord) || document.isWord(i - 1, .in) else { return false }
    if !document.timeWords(i - 1, .part).isEmpty { return true }
    let preposition = document.timeWords(i - 1, .preposition).first
    guard let preposition, preposition.match.end == i else { return false }
    switch preposition.value {
    case "at", "since", "by", "during", "before", "after": return preposition.value != "since" || !countsNoun(i + 1)
    default: return !countsNoun(i + 1)
    }
  }

  /// A year no noun follows, and no word before makes it a number.
  private func isLoneYear(_ i: Int) -> Bool {
    if document.isCommaSign(i - 1) { return closesBrackets(i) }
    guard i > 0, !countsNoun(i + 1), !document.has(i - 1, .numberModifier) || document.isWord(i - 1, .until),
      !document.isWord(i - 1, .numbered), !document.isWord(i - 1, .between)
    else { return false }
    return document.tokens[i - 1].kind == .word || document.isSign(i - 1, Sign.openParenthesis)
      || document.isSign(i - 1, Sign.quotation)
  }

  /// The last of a few words in brackets: "(born in Basra, 1974)".
  private func closesBrackets(_ i: Int) -> Bool {
    document.isSign(i + 1, Sign.closeParenthesis)
      && (2...8).contains { document.isSign(i - $0, Sign.openParenthesis) }
  }

  private func countsNoun(_ i: Int) -> Bool {
    guard i < document.tokens.count, document.tokens[i].kind == .word, !document.has(i, .functionWord) else {
      return false
    }
    return document.senses(i).contains {
      ($0.cls == .countedNoun || $0.cls == .nisba) && $0.proclitics.isEmpty && $0.form == 0
        && ($0.suffix == .none || $0.suffix == .alef)
    }
  }
}
