// Words that count from the day of publication or point back.
extension DateReader {
  /// "Yesterday", "last week", "this month"; a weekday or date may stand in apposition to a day.
  func offset(_ i: Int) -> Piece? {
    if let listed = listedOffset(i) { return listed }
    guard let (unit, sense) = document.dateUnit(i), sense.form == 0, sense.suffix == .none,
      sense.proclitics.contains(.al), let relative = document.relative(i + 1)
    else { return nil }
    return Piece(shape: .offset(unit, relative.offset, DateParts()), end: relative.end)
  }

  private func listedOffset(_ i: Int) -> Piece? {
    guard document.has(i, .timeWord) else { return nil }
    for match in document.matches(i, .timeWord) {
      let row = TimeWord.rows[Int(match.row)]
      guard isOffset(match) else { continue }
      if row.value == "following" { return following(row.kind).map { Piece(shape: .following($0), end: match.end) } }
      switch row.kind {
      case .dayOffset: return row.offset.map { day($0, end: match.end) }
      case .weekOffset: return piece(.week, row, match)
      case .monthOffset: return piece(.month, row, match)
      case .quarterOffset: return piece(.quarter, row, match)
      case .yearOffset: return piece(.year, row, match)
      case .decadeOffset: return isMeeting(match) ? nil : Piece(shape: .unknown, end: match.end)
      case .seasonOffset: return row.offset.map { Piece(shape: .season($0), end: match.end) }
      case .hourOffset, .minuteOffset, .weekEnd, .centuryOffset, .decadePart, .part, .vague, .relative, .preposition,
        .season, .century, .decade, .daypart, .era, .timezone, .feast, .anchor, .relativeAnchor:
        continue
      }
    }
    return nil
  }

  private func following(_ kind: TimeWordKind) -> DateUnit? {
    switch kind {
    case .dayOffset: .day
    case .weekOffset: .week
    case .monthOffset: .month
    case .yearOffset: .year
    default: nil
    }
  }

  /// "After a decade" is spelt like "after holding": then a noun follows.
  private func isMeeting(_ match: LexicalMatch) -> Bool {
    guard !document.timeWords(match.start, .preposition).isEmpty, match.end < document.tokens.count,
      document.tokens[match.end].kind == .word
    else { return false }
    return document.roles(match.end).isEmpty
      && document.timeWords(match.end, .relative).isEmpty && document.timeWords(match.end, .preposition).isEmpty
  }

  private func piece(_ unit: DateUnit, _ row: TimeWord, _ match: LexicalMatch) -> Piece? {
    row.offset.map { Piece(shape: .offset(unit, $0, DateParts()), end: match.end) }
  }

  private func day(_ offset: Int, end: Int) -> Piece {
    let beside = apposition(end) { self.weekdayDate($0) ?? self.dayMonth($0) ?? self.numeric($0) }
    if let (shape, end) = beside, case .parts(let parts) = shape, parts.relative == nil {
      return Piece(shape: .offset(.day, offset, parts), end: end)
    }
    return Piece(shape: .offset(.day, offset, DateParts()), end: end)
  }

  /// Rows such as "a week ago" are read by their parts instead, which know what follows.
  func isOffset(_ match: LexicalMatch) -> Bool {
    if let (unit, sense) = document.dateUnit(match.start), unit == .year, sense.suffix != .none { return false }
    let first = document.timeWords(match.start, .preposition)
    return first.isEmpty || document.dateUnit(match.start + 1) == nil
  }

  /// "Three days ago", "a year ago".
  func distance(_ i: Int) -> Piece? {
    let preposition = document.timeWords(i, .preposition).first { $0.match.end == i + 1 }
    guard let preposition, preposition.value == "before" || preposition.value == "since" else { return nil }
    var j = i + 1
    while j < document.tokens.count, j < i + 4, document.tokens[j].kind == .word,
      let modifier = document.match(j, .numberModifier), modifier.proclitics.isEmpty, document.dateUnit(j) == nil
    {
      j = modifier.end
    }
    guard let (unit, count, end) = countedUnit(j), !document.isWord(end, .from) else { return nil }
    if preposition.value == "since", unit != .day { return nil }
    return Piece(shape: .distance(unit, -count), end: end)
  }

  /// A number of days, weeks, months or years, a dual, or one.
  private func countedUnit(_ i: Int) -> (DateUnit, Int, end: Int)? {
    if let number = numbers.read(i), !number.vague, number.value < 200, number.value == number.value.rounded(),
      let (unit, sense) = document.dateUnit(number.tokens.upperBound), !sense.proclitics.contains(.al)
    {
      return (unit, Int(number.value), number.tokens.upperBound + 1)
    }
    guard let (unit, sense) = document.dateUnit(i), sense.proclitics.isEmpty, sense.form == 0 else { return nil }
    switch sense.suffix {
    case .dualAn, .oblique, .dualTan, .dualTin: return (unit, 2, i + 1)
    case .none:
      // Before a number or a name it is "the year 2011", "the month of May".
      guard document.digits(i + 1) == nil, month(i + 1) == nil, document.weekday(i + 1) == nil, yearDate(i) == nil,
        !document.isDefiniteForm(i + 1)
      else { return nil }
      return (unit, 1, i + 1)
    default: return nil
    }
  }

  /// "The last two months".
  func stretch(_ i: Int) -> Piece? {
    guard let (unit, sense) = document.dateUnit(i), sense.proclitics.contains(.al), sense.form == 0, unit != .year,
      sense.suffix == .oblique || sense.suffix == .dualAn || sense.suffix == .dualTin,
      let relative = document.relative(i + 1), relative.offset != 0
    else { return nil }
    return Piece(shape: .stretch(unit, relative.offset > 0 ? 2 : -2), end: relative.end)
  }

  /// "The same month of the year before".
  func anaphor(_ i: Int) -> Piece? {
    for word in document.timeWords(i, .anchor) where word.match.end > i + 1 {
      var parts = DateParts()
      switch word.value {
      case "day": parts.anaphor = .day
      case "month": parts.anaphor = .month
      case "year": parts.anaphor = .year
      default: continue
      }
      if parts.anaphor == .month {
        var year = DateParts()
        if let end = yearBehind(word.match.end, &year) {
          parts.year = year.year
          parts.yearOffset = year.yearOffset
          return Piece(shape: .parts(parts), end: end)
        }
      }
      return Piece(shape: .parts(parts), end: word.match.end)
    }
    return nil
  }

  /// "The eighteenth century".
  func century(_ i: Int) -> Piece? {
    guard let word = document.timeWords(i, .century).first, let n = word.offset else { return nil }
    return Piece(shape: years(n * 100 - 99, n * 100), end: word.match.end)
  }

  /// "The nineties", not those of someone's age.
  func decade(_ i: Int) -> Piece? {
    guard let word = document.timeWords(i, .decade).first, let first = word.offset, !isSomeonesAge(i) else {
      return nil
    }
    var end = word.match.end
    let j = document.isWord(end, .from) ? end + 1 : end
    if j > end, j < document.tokens.count, document.has(j, .measureWord) { return nil }
    for cls in [TimeWordKind.centuryOffset, .century] {
      if let century = document.timeWords(j, cls).first { end = century.match.end }
    }
    return Piece(shape: .decade(first), end: end)
  }

  /// "A man in the fifties", also "in the forties or the fifties".
  private func isSomeonesAge(_ i: Int) -> Bool {
    if document.isWord(i - 1, .or), !document.timeWords(i - 2, .decade).isEmpty { return isSomeonesAge(i - 2) }
    guard document.isWord(i - 1, .in) else { return false }
    return document.senses(i - 2).contains {
      $0.cls == .countedNoun && $0.form == 0 && !$0.proclitics.contains(.al)
        && document.lexicon.cell(.countedNoun, $0.row, "class") == "person"
    }
  }
}

extension Document {
  /// Whether the word begins with the article.
  func isDefiniteForm(_ i: Int) -> Bool {
    guard i >= 0, i < tokens.count, tokens[i].kind == .word else { return false }
    return analyzer.withFolded(tokens[i].value) {
      $0.count > 6 && $0[0] == 0xD8 && $0[1] == 0xA7 && $0[2] == 0xD9 && $0[3] == 0x84
    }
  }
}
