import Language

// Quantities that stand in the noun: duals, a single one, a number behind its noun.
extension QuantityFinder {
  private static let others: UInt64 =
    [
      .functionWord, .ruleWord, .numberWord, .country, .place, .capital, .month, .weekday, .organization,
      .reportingVerb, .attributionPhrase, .givenName, .familyName,
    ].reduce(0) { $0 | ($1 as LexicalClass).mask }

  /// An indefinite dual, or a definite one of a time.
  func dual(_ i: Int) -> FigureMention? {
    if document.isWord(i - 1, .between) || document.isWord(i - 1, .that) || isDual(at: i - 1)
      || document.isWord(i, .notDual)
    {
      return nil
    }
    guard let sense = dualSense(i) else { return namedPair(i) }
    let kind: NounKind? = sense.cls == .countedNoun ? QuantityTables.nouns[Int(sense.row)].kind : .person
    if sense.proclitics.contains(.al), kind != .time { return nil }
    if article.date(at: i) != nil, kind != .time || document.digits(i + 1) != nil { return nil }
    let unit: QuantityUnit
    if sense.cls == .countedNoun {
      unit = QuantityUnit(
        name: document.lexicon.cell(.countedNoun, sense.row, "singular"),
        measure: QuantityTables.nouns[Int(sense.row)].measure, kind: kind, end: i + 1)
    } else {
      unit = QuantityUnit(
        name: document.stem(i, sense.proclitics, sense.suffix), measure: "count", kind: kind, end: i + 1)
    }
    return figure(value: 2, unit: unit, tokens: i..<i + 1, proclitics: sense.proclitics, rule: "dual")
  }

  /// Two people whose dual the tables list: sources and holders of posts.
  private func namedPair(_ i: Int) -> FigureMention? {
    guard document.has(i, anyOf: LexicalClass.sourceNoun.mask | LexicalClass.title.mask) else { return nil }
    let sense = document.senses(i).first {
      ($0.cls == .sourceNoun || $0.cls == .title) && $0.form == 2 && !$0.proclitics.contains(.al)
    }
    guard let sense, endsInNun(i), isNominative(i) || hasBrokenPlural(sense) else { return nil }
    let name = document.stem(i, sense.proclitics, .dualAn)
    let unit = QuantityUnit(name: name, measure: "count", kind: .person, end: i + 1)
    return figure(value: 2, unit: unit, tokens: i..<i + 1, proclitics: sense.proclitics, rule: "dual")
  }

  /// A sound plural is spelt like the oblique dual.
  private func hasBrokenPlural(_ sense: Sense) -> Bool {
    let plurals = document.lexicon.table(sense.cls).alternatives(Int(sense.row), "plural")
    return !plurals.isEmpty
      && plurals.allSatisfy { plural in
        let end = plural.unicodeScalars.suffix(2).map(\.value)
        return end != [0x648, 0x646] && end != [0x64A, 0x646]
      }
  }

  /// The adjective of a dual is one too.
  private func isDual(at i: Int) -> Bool {
    guard i >= 0, document.tokens[i].kind == .word else { return false }
    return document.senses(i).contains {
      switch $0.cls {
      case .countedNoun, .nisba, .nationality: return isDual($0.suffix) && $0.suffix != .oblique
      case .sourceNoun, .title: return $0.form == 2 && isNominative(i)
      default: return false
      }
    }
  }

  /// Ends in `an`, as no plural does.
  private func isNominative(_ i: Int) -> Bool { document.ends(i, in: [Letter.dual], letters: 5) }

  /// A dual not in construct.
  private func endsInNun(_ i: Int) -> Bool { document.ends(i, in: [Letter.nun], letters: 5) }

  private func dualSense(_ i: Int) -> Sense? {
    var dual: Sense?
    for sense in document.senses(i) {
      switch sense.cls {
      case .countedNoun, .currency, .nisba, .nationality:
        guard isDual(sense.suffix) else {
          if sense.suffix == .none { return nil }
          continue
        }
        if sense.cls == .countedNoun, sense.form == 0 {
          // The dual of a word in ta marbuta before that of a shorter one ("two years", not "two cents").
          let isFuller = dual?.cls == .countedNoun && (dual?.suffix == .dualTin || dual?.suffix == .dualTan)
          if !isFuller { dual = sense }
        } else if dual == nil, sense.cls != .currency, sense.suffix == .dualAn || sense.suffix == .dualTan {
          dual = sense
        }
      default:
        let isAdverb = sense.cls == .functionWord && FunctionRoles.of(sense.row) == .adverb
        if sense.cls.mask & Self.others != 0, sense.suffix == .none, !isAdverb { return nil }
      }
    }
    guard let dual, isLongEnough(i, dual) else { return nil }
    // Of nationals only the subject or object of a verb that counts people is sure to be no adjective.
    if dual.cls != .countedNoun, i == 0 || !document.has(i - 1, .measureWord) { return nil }
    return dual
  }

  private func isDual(_ suffix: Suffix) -> Bool {
    suffix == .dualAn || suffix == .oblique || suffix == .dualTan || suffix == .dualTin
  }

  /// Stems of one or two letters (abbreviations) have no dual.
  private func isLongEnough(_ i: Int, _ sense: Sense) -> Bool {
    var letters = Int(document.analyzer.word(document.tokens[i].value).length) / 2 - 2
    if !sense.proclitics.isDisjoint(with: .conjunctions) { letters -= 1 }
    if !sense.proclitics.isDisjoint(with: .prepositions) { letters -= 1 }
    if sense.proclitics.contains(.al) { letters -= 2 }
    return letters >= 3
  }

  /// "More than a year": one, when a modifier stands before a singular of time.
  func bareSingular(_ i: Int) -> FigureMention? {
    guard article.date(at: i) == nil, document.has(i, .countedNoun), document.tokens[i].kind == .word,
      let sense = document.senses(i).first(where: {
        $0.cls == .countedNoun && $0.form == 0 && $0.proclitics.isEmpty && $0.suffix == .none
          && QuantityTables.nouns[Int($0.row)].kind == .time
      }), let modifier = document.modifier(before: i), modifier.bound != "exact",
      modifier.tokens.count > 1 || modifier.bound == "about", reader.read(i + 1) == nil
    else { return nil }
    let unit = QuantityUnit(
      name: document.lexicon.cell(.countedNoun, sense.row, "singular"), measure: "duration", kind: .time, end: i + 1)
    return figure(value: 1, unit: unit, tokens: i..<i + 1, proclitics: [], rule: "one")
  }

  /// A number behind what it counts: "one" behind an indefinite noun, a definite number behind a definite plural.
  func countedBefore(_ reading: NumberReading) -> FigureMention? {
    let i = reading.tokens.lowerBound
    if reading.value == 1 {
      guard !reading.hasDigits, reading.proclitics.isEmpty else { return nil }
      return one(i, reading)
    }
    if reading.value == 2, !reading.hasDigits, i > 0, let sense = pairSense(i - 1) {
      let unit = QuantityUnit(
        name: document.stem(i - 1, sense.proclitics, sense.suffix), measure: "count", kind: .person, end: i)
      return figure(value: 2, unit: unit, tokens: i - 1..<i + 1, proclitics: sense.proclitics, rule: "dual")
    }
    guard reading.definite, !reading.vague, reading.proclitics.subtracting(.al).isEmpty,
      !document.isWord(i - 1, .grouped)
    else { return nil }
    var j = i - 1
    while j >= max(0, i - 4), document.tokens[j].kind == .word, !isParticleOrDate(j, before: i) {
      if let (sense, row) = plural(j, adjacent: j == i - 1) {
        let unit = QuantityUnit(
          name: document.lexicon.cell(.countedNoun, sense.row, "singular"), measure: row.measure, kind: row.kind, end: i
        )
        var figure = figure(
          value: reading.value, unit: unit, tokens: j..<reading.tokens.upperBound, proclitics: sense.proclitics,
          rule: "noun_number")
        let second = range(from: reading)
        if let high = second.high {
          figure.high = high
          figure.tokens = j..<second.end
          figure.bytes = figure.bytes.lowerBound..<Int(document.tokens[second.end - 1].end)
        }
        return figure
      }
      j -= 1
    }
    return nil
  }

  /// What no noun phrase has inside it.
  private func isParticleOrDate(_ i: Int, before number: Int) -> Bool {
    article.date(at: i).map { !$0.tokens.contains(number) } ?? false || document.isParticle(i)
      || document.isWord(i, .during)
  }

  private func pairSense(_ i: Int) -> Sense? {
    document.senses(i).first { Document.nisbas.contains($0.cls) && isDual($0.suffix) && !$0.proclitics.contains(.al) }
  }

  private func one(_ i: Int, _ reading: NumberReading) -> FigureMention? {
    var j = i - 1
    while j >= max(0, i - 2), document.tokens[j].kind == .word {
      let sense = document.senses(j).first {
        $0.cls == .countedNoun && $0.form == 0 && ($0.suffix == .none || $0.suffix == .alef)
          && !$0.proclitics.contains(.al)
      }
      if sense == nil, document.isDefinite(j) || !mayDescribe(j, reading) { return nil }
      if let sense {
        let row = QuantityTables.nouns[Int(sense.row)]
        let unit = QuantityUnit(
          name: document.lexicon.cell(.countedNoun, sense.row, "singular"), measure: row.measure, kind: row.kind, end: i
        )
        return figure(
          value: 1, unit: unit, tokens: j..<reading.tokens.upperBound, proclitics: sense.proclitics, rule: "noun_one")
      }
      if document.has(j, .functionWord) || document.has(j, .ruleWord) { return nil }
      j -= 1
    }
    return nil
  }

  /// Whether the word can be an adjective between a noun and its "one": of a feminine it ends in ta marbuta.
  private func mayDescribe(_ i: Int, _ reading: NumberReading) -> Bool {
    !document.endsInTaMarbuta(reading.tokens.lowerBound) || document.endsInTaMarbuta(i)
  }

  /// A plural counted noun at token `j` that a definite number behind it can count.
  private func plural(_ j: Int, adjacent: Bool) -> (Sense, (measure: String, kind: NounKind))? {
    guard document.has(j, .countedNoun) else { return nil }
    for sense in document.senses(j) where sense.cls == .countedNoun && sense.form == 1 {
      let definite = sense.proclitics.contains(.al) || sense.suffix.isPronoun
      // Behind another word the noun is in construct, its own article would have taken the number.
      guard adjacent ? definite : true else { continue }
      return (sense, QuantityTables.nouns[Int(sense.row)])
    }
    return nil
  }

  private func figure(
    value: Double, unit: QuantityUnit, tokens: Range<Int>, proclitics: Proclitics, rule: String
  ) -> FigureMention {
    var span = document.bytes(tokens, without: proclitics)
    var range = tokens
    var bound = "exact"
    if let modifier = document.modifier(before: tokens.lowerBound), modifier.bound != "exact",
      modifier.bound != "at_most" || modifier.tokens.count > 1
    {
      bound = modifier.bound
      range = modifier.tokens.lowerBound..<tokens.upperBound
      span = document.bytes(range, without: modifier.proclitics)
    }
    if let modifier = document.modifier(after: tokens.upperBound) {
      bound = modifier.bound
      range = range.lowerBound..<modifier.tokens.upperBound
      span = span.lowerBound..<Int(document.tokens[range.upperBound - 1].end)
    }
    var figure = FigureMention(
      tokens: range, bytes: span, value: value, bound: bound, unit: unit.name, measure: unit.measure, rule: rule)
    figure.countsPeople = unit.measure == "count" && (unit.kind == .person || unit.kind == nil)
    if isAge(figure, isYears: unit.kind == .time) { figure.measure = "age" }
    return figure
  }
}
