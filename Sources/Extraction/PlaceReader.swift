import Language

/// Reads names of places: rows of the tables, and a trigger with the name behind it.
struct PlaceReader {
  let words: NameWords
  let marks: QuotationMarks
  private var document: Document { words.document }

  func read(at i: Int) -> NameCandidate? {
    let listed = fromTable(at: i)
    guard let triggered = fromTrigger(at: i) else { return listed }
    guard let listed, listed.ground != .doubtful else { return triggered }
    return listed.tokens.upperBound >= triggered.tokens.upperBound ? listed : triggered
  }

  // MARK: Table

  /// The longest of a country, a capital and another place; the earlier of these classes when equally long.
  func fromTable(at i: Int) -> NameCandidate? {
    var best: NameCandidate?
    for cls in [LexicalClass.country, .capital, .place] {
      guard let match = words.name(i, cls) else { continue }
      if let best, best.tokens.upperBound >= match.end, best.proclitics.rawValue <= match.proclitics.rawValue {
        continue
      }
      best = candidate(match)
    }
    return best
  }

  private func candidate(_ match: LexicalMatch) -> NameCandidate {
    var match = match
    let start = introduction(of: match)
    if start > match.start {
      match.start = start
      match.proclitics = []
    }
    let doubtful = match.end == match.start + 1 && (match.cls == .place && match.form == 1 || isCommon(match))
    let type =
      match.cls == .country ? "country" : match.cls == .capital ? "city" : NameTables.placeTypes[Int(match.row)]
    return NameCandidate(
      tokens: match.start..<match.end, proclitics: match.proclitics, kind: .place,
      ground: doubtful ? .doubtful : .lexicon, row: .init(cls: match.cls, row: match.row), type: type,
      rule: "place-table")
  }

  /// Whether the word means something else by the tables of ordinary words; of countries only adjectives count.
  private func isCommon(_ match: LexicalMatch) -> Bool {
    var others = LexicalClass.ordinaryWord.mask | LexicalClass.nameAdjective.mask
    if match.cls == .place {
      others =
        NameWords.ordinary & ~(LexicalClass.placeTrigger.mask | LexicalClass.country.mask | LexicalClass.title.mask)
    }
    return document.senses(match.start).contains {
      $0.cls.mask & others != 0 && $0.proclitics == match.proclitics && $0.suffix == .none
    }
  }

  /// The first token of the name in a row that begins with a word that is no part of it: `state of X`.
  private func introduction(of match: LexicalMatch) -> Int {
    guard match.end > match.start + 1, let trigger = document.match(match.start, .placeTrigger),
      trigger.end < match.end, !trigger.proclitics.contains(.al),
      !NameTables.placeTriggers[Int(trigger.row)].included
    else { return match.start }
    return trigger.end
  }

  // MARK: Trigger

  private func fromTrigger(at i: Int) -> NameCandidate? {
    guard words.has(i, .placeTrigger) else { return nil }
    for match in document.matches(i, .placeTrigger) where !match.suffix.isPronoun {
      let trigger = NameTables.placeTriggers[Int(match.row)]
      guard trigger.type != "direction" else { continue }
      if let found = name(behind: match, trigger) { return found }
    }
    return nil
  }

  private func name(behind match: LexicalMatch, _ trigger: PlaceTrigger) -> NameCandidate? {
    let k = match.end
    guard k < words.count else { return nil }
    guard !match.proclitics.contains(.al) else { return nil }
    var tokens: Range<Int>?
    var row: NameCandidate.TableRow?
    if let quoted = quoted(behind: match, trigger) { return quoted }
    if let listed = fromTable(at: k), listed.proclitics.isEmpty {
      tokens = listed.tokens
      row = listed.row
    } else if trigger.settlement, match.form == 0, let end = unknownName(from: k) {
      tokens = k..<end
    }
    guard var tokens else { return nil }
    let included = trigger.included && match.form == 0
    if included {
      var end = tokens.upperBound
      while end < words.count, end < tokens.upperBound + 2, isInsideAdjective(end) { end += 1 }
      tokens = match.start..<end
      row = nil
    }
    return NameCandidate(
      tokens: tokens, proclitics: included ? match.proclitics : [], kind: .place, ground: .structure, row: row,
      type: trigger.type, rule: "place-trigger")
  }

  /// `the airport "X"`: with the word and the marks when it is part of the name.
  private func quoted(behind match: LexicalMatch, _ trigger: PlaceTrigger) -> NameCandidate? {
    guard let stretch = marks.opening(at: match.end), stretch.closed, (1...4).contains(stretch.content.count),
      match.form == 0, !words.has(match.start, .organizationTrigger), trigger.settlement || trigger.included,
      words.isWord(stretch.content.lowerBound)
    else { return nil }
    var end = stretch.close + 1
    while end < words.count, end < stretch.close + 3, isInsideAdjective(end) { end += 1 }
    return NameCandidate(
      tokens: trigger.included ? match.start..<end : stretch.content,
      proclitics: trigger.included ? match.proclitics : [], kind: .place, ground: .structure, row: nil,
      type: trigger.type, rule: "place-quoted")
  }

  /// `international`, `southern` and the like behind the name of a river, an airport, a sea.
  private func isInsideAdjective(_ i: Int) -> Bool { words.isDefinite(i) && words.has(i, .nameAdjective) }

  /// One or two words that no table knows.
  private func unknownName(from k: Int) -> Int? {
    guard isNameWord(k) else { return nil }
    if !words.isDefinite(k), isNameWord(k + 1), !words.isDefinite(k + 1), !words.begins(k + 1, Letter.conjunctions) {
      return k + 2
    }
    return k + 1
  }

  private func isNameWord(_ i: Int) -> Bool {
    guard words.isArabic(i), !document.has(i, anyOf: NameWords.closed), words.length(i) >= 4 else { return false }
    return words.isUnknown(i) && !words.isClitic(i, first: false) && (words.isDefinite(i) || words.looksLikeName(i))
  }
}
