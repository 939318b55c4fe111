import Language

// Numbers that are no quantities, and durations that are ages.
extension QuantityFinder {
  /// Zero, clock times, ordinals of two words, model numbers: left out whatever follows.
  func isZeroOrNoise(_ reading: NumberReading) -> Bool {
    let i = reading.tokens.lowerBound
    if reading.value == 0, !reading.hasDigits { return true }
    if reading.proclitics.contains(.al), reading.proclitics.contains(.ba), reading.vague { return true }
    if i > 0, document.isOrdinal(i - 1), !reading.hasDigits { return true }
    if reading.proclitics.contains(.li), reading.value < 10, document.unit(after: reading) == nil { return true }
    return isClock(reading) || isModel(i, reading)
  }

  private func isClock(_ reading: NumberReading) -> Bool {
    let (start, end) = (reading.tokens.lowerBound, reading.tokens.upperBound)
    if document.isSign(start - 1, Sign.colon), start >= 2, document.tokens[start - 2].kind == .number,
      !document.tokens[start].spaced
    {
      return true
    }
    if document.isSign(end, Sign.colon), end + 1 < document.tokens.count, document.tokens[end + 1].kind == .number,
      !document.tokens[end + 1].spaced
    {
      return true
    }
    if start > 0, document.timeWords(start - 1, .anchor).contains(where: { $0.value == "hour" }) { return true }
    return reading.value <= 24 && isClockPart(end)
  }

  /// A part of the day or a time zone.
  private func isClockPart(_ i: Int) -> Bool {
    let next = document.isSign(i, Sign.openParenthesis) ? i + 1 : i
    // "17 on Monday evening" counts people.
    if document.weekday(i + 1) != nil { return false }
    return document.timeWords(next, .daypart).contains {
      $0.match.end - $0.match.start == 1 && $0.match.proclitics.isEmpty
    }
      || !document.timeWords(next, .timezone).isEmpty
  }

  /// `F-16`: a hyphen ties the number to a word.
  private func isModel(_ i: Int, _ reading: NumberReading) -> Bool {
    guard reading.hasDigits, i >= 2, !document.tokens[i].spaced else { return false }
    return
      (document.isSign(i - 1, Sign.hyphen) || document.isSign(i - 1, Sign.enDash)
      || document.isSign(i - 1, Sign.slash)) && document.tokens[i - 2].kind == .word && !document.tokens[i - 1].spaced
  }

  /// A name in quotation marks that is nothing but a number and its noun.
  func isQuotedName(_ tokens: Range<Int>) -> Bool {
    guard tokens.lowerBound > 0, tokens.upperBound < document.tokens.count else { return false }
    return Self.isMark(document.tokens[tokens.lowerBound - 1]) && Self.isMark(document.tokens[tokens.upperBound])
  }

  /// The last word of a name in quotation marks: digits behind a word or two, with the mark behind them.
  private func closesQuotedName(_ reading: NumberReading) -> Bool {
    let (start, end) = (reading.tokens.lowerBound, reading.tokens.upperBound)
    guard end < document.tokens.count, Self.isMark(document.tokens[end]) else { return false }
    var j = start - 1
    while j >= max(0, start - 4), document.tokens[j].kind == .word { j -= 1 }
    return j < start - 1 && j >= 0 && Self.isMark(document.tokens[j])
  }

  private static func isMark(_ token: Token) -> Bool {
    guard token.kind == .sign else { return false }
    switch token.value {
    case Sign.quotation, Sign.openGuillemet, Sign.closeGuillemet, Sign.leftDouble, Sign.rightDouble: return true
    default: return false
    }
  }

  /// Numbers without a noun that are part of a name, a list, a score, or point back.
  func isLeftOut(_ range: QuantityRange) -> Bool {
    let reading = range.first
    let i = reading.tokens.lowerBound
    if isScore(reading) || isListNumber(reading) || isSum(reading) { return true }
    if reading.proclitics.contains(.al), !reading.vague, !followsPlural(i) || document.isWord(i - 1, .grouped) {
      return true
    }
    if isFraction(reading) { return true }
    if reading.definite, reading.hasDigits { return i > 0 && isSingularNoun(i - 1) }
    guard reading.hasDigits, reading.scale == 1, document.modifier(before: i) == nil else { return false }
    if isNumber(i) || closesQuotedName(reading) || isWritten(reading, toWordBefore: i) { return true }
    if i > 0, document.tokens[i - 1].kind == .word, document.isLatin(i - 1) { return true }
    // "Chapter 78", "chapter (78)"
    let noun = isBracketed(reading) ? i - 2 : i - 1
    return noun >= 0 && document.isDefinite(noun) && isSingularNoun(noun)
  }

  private func isBracketed(_ reading: NumberReading) -> Bool {
    document.isSign(reading.tokens.lowerBound - 1, Sign.openParenthesis)
      && document.isSign(reading.tokens.upperBound, Sign.closeParenthesis)
  }

  /// `Covid19`: a few digits with no space behind a noun that doesn't speak of numbers are the end of a name; behind
  /// other words the space is only missing.
  private func isWritten(_ reading: NumberReading, toWordBefore i: Int) -> Bool {
    guard i > 0, reading.value < 100, !document.tokens[i].spaced, document.tokens[i - 1].kind == .word else {
      return false
    }
    return document.folded(i - 1).utf8.count > 6 && !document.has(i - 1, .measureWord)
      && !document.has(i - 1, .functionWord) && !document.has(i - 1, .ruleWord)
  }

  /// "Resolution 17", "resolutions 17 and 19"
  private func isNumber(_ i: Int) -> Bool {
    var first = i
    while document.isBareWaw(first - 1), document.digits(first - 2) != nil { first -= 2 }
    return document.isWord(first - 1, .numbered)
  }

  /// "A fifth of the money": the word of a unit before a definite noun.
  private func isFraction(_ reading: NumberReading) -> Bool {
    guard !reading.hasDigits, !reading.vague, reading.value < 11, reading.scale == 1 else { return false }
    let next = reading.tokens.upperBound
    return next < document.tokens.count && reading.tokens.count == 1 && document.isDefinite(next)
      && !document.has(next, .functionWord)
  }

  private func isScore(_ reading: NumberReading) -> Bool {
    guard reading.hasDigits else { return false }
    let (start, end) = (reading.tokens.lowerBound, reading.tokens.upperBound)
    if isRuled(end), document.digits(end + 1) != nil { return true }
    return isRuled(start - 1) && (document.digits(start - 2) != nil || document.has(start - 2, .numberWord))
  }

  /// `5+1`
  private func isSum(_ reading: NumberReading) -> Bool {
    let (start, end) = (reading.tokens.lowerBound, reading.tokens.upperBound)
    if document.isSign(end, Sign.plus), document.digits(end + 1) != nil { return true }
    return document.isSign(start - 1, Sign.plus) && document.digits(start - 2) != nil
  }

  private func isRuled(_ i: Int) -> Bool {
    document.isDash(i) || document.isSign(i, Sign.slash) || document.isSign(i, Sign.colon)
  }

  private func isListNumber(_ reading: NumberReading) -> Bool {
    let (start, end) = (reading.tokens.lowerBound, reading.tokens.upperBound)
    guard reading.hasDigits, start == 0 || document.tokens[start - 1].kind == .newline else { return false }
    return isRuled(end) || document.isSign(end, Sign.stop) || document.isSign(end, Sign.closeParenthesis)
  }

  private func followsPlural(_ i: Int) -> Bool {
    i > 0 && document.senses(i - 1).contains { $0.cls == .countedNoun && $0.form == 1 }
  }

  /// A definite word that isn't a plural, as far as its form and the tables tell.
  private func isSingularNoun(_ i: Int) -> Bool {
    guard document.tokens[i].kind == .word else { return false }
    var known = false
    for sense in document.senses(i) {
      if sense.cls == .countedNoun || sense.cls == .sourceNoun || sense.cls == .title || sense.cls == .nisba {
        if sense.form == 1 && sense.cls == .countedNoun || sense.form == 3 { return false }
        if sense.suffix == .oblique || sense.suffix == .pluralUn || sense.suffix == .pluralAt { return false }
        known = true
      }
      if sense.cls == .measureWord { return false }
    }
    return known || document.isDefinite(i)
  }

  // MARK: Ages

  /// Whether a count of years, or a number beside a word for age, is how old someone is.
  func isAge(_ figure: FigureMention, isYears: Bool) -> Bool {
    guard isYears || figure.unit == nil, figure.value < 130 else { return false }
    let (start, end) = (figure.tokens.lowerBound, figure.tokens.upperBound)
    if saysAge(before: start) || saysAge(at: end) { return true }
    if document.isWord(end, .from), saysAge(at: end + 1) { return true }
    guard isYears else { return false }
    if document.isWord(start - 1, .about), document.modifier(before: start) == nil { return true }
    if document.isSign(start - 1, Sign.openParenthesis), document.isSign(end, Sign.closeParenthesis) { return true }
    if document.isWord(start - 1, .son) { return true }
    if let modifier = document.modifier(before: start), modifier.bound == "exact", modifier.tokens.count == 1,
      document.isDefinite(modifier.tokens.lowerBound)
    {
      return true
    }
    // In apposition between commas: "N., 39 years, ..."
    return figure.value >= 5 && document.isComma(start - 1) && !endsDuration(start - 2)
      && (document.isComma(end) || document.isWord(end, .from) || document.isFinalSign(end)
        || document.isSign(end, Sign.colon))
  }

  /// "45 years, five months and 12 days old": what follows the years of an age is part of it.
  func continuesAge(_ figure: FigureMention, after previous: FigureMention?) -> Bool {
    guard let previous, previous.measure == "age", figure.measure == "duration", figure.value < previous.value,
      previous.unit != nil, figure.unit != previous.unit
    else { return false }
    let (end, start) = (previous.tokens.upperBound, figure.tokens.lowerBound)
    guard start >= end, start - end <= 4, (end..<start).allSatisfy({ document.tokens[$0].kind != .sign }) else {
      return false
    }
    return document.isBareWaw(start - 1) || document.senses(start).contains { $0.proclitics.contains(.wa) }
  }

  /// "29 years, six years of …"
  private func endsDuration(_ i: Int) -> Bool {
    document.senses(i).contains { $0.cls == .countedNoun && QuantityTables.nouns[Int($0.row)].kind == .time }
  }

  private func saysAge(before start: Int) -> Bool {
    var j = start - 1
    while j >= max(0, start - 4), document.tokens[j].kind == .word {
      if saysAge(at: j) { return true }
      j -= 1
    }
    return false
  }

  func saysAge(at i: Int) -> Bool {
    guard i < document.tokens.count, document.has(i, .measureWord) else { return false }
    return document.matches(i, .measureWord).contains { QuantityTables.measures[Int($0.row)] == "age" }
  }
}

extension Document {
  /// Whether the word is in Latin letters.
  func isLatin(_ i: Int) -> Bool {
    let first = bytes[Int(tokens[i].start)]
    return first < 0x80 || (first >= 0xC3 && first <= 0xC9)
  }
}
