import Language

/// What a number counts.
struct QuantityUnit {
  /// The noun in the singular, indefinite; missing when it is elided.
  var name: String?
  var measure: String
  var kind: NounKind?
  /// The token after it.
  var end: Int
}

extension Document {
  static let nisbas: [LexicalClass] = [.nisba, .nationality]

  /// The percent sign, currency or noun that follows a number and ends before a new clause.
  func unit(after reading: NumberReading) -> QuantityUnit? {
    let i = reading.tokens.upperBound
    guard i < tokens.count, tokens[i].kind != .newline else { return nil }
    if let end = percentEnd(i) { return QuantityUnit(name: "%", measure: "percent", kind: .percent, end: end) }
    if let symbol = currencySign(i) { return symbol }
    if isWord(i, .fromPronoun) || isWord(i, .other) {
      return QuantityUnit(name: nil, measure: "count", kind: .person, end: i + 1)
    }
    if let noun = noun(i, reading) { return noun }
    if isWord(i, .from), let noun = noun(isWord(i + 1, .elder) ? i + 2 : i + 1, reading, partitive: true) {
      return noun
    }
    return unknownNoun(i, reading)
  }

  func currencySign(_ i: Int) -> QuantityUnit? {
    guard i >= 0, i < tokens.count, tokens[i].kind == .sign, let row = QuantityTables.symbols[tokens[i].value] else {
      return nil
    }
    return currency(row, end: i + 1)
  }

  private func currency(_ row: Int32, end: Int) -> QuantityUnit {
    QuantityUnit(name: lexicon.cell(.currency, row, "singular"), measure: "money", kind: .money, end: end)
  }

  /// A noun or nisba at token `i` that a number can count.
  private func noun(_ i: Int, _ reading: NumberReading, partitive: Bool = false) -> QuantityUnit? {
    // "17 on Monday evening"
    if !timeWords(i, .daypart).isEmpty, weekday(i + 1) != nil { return nil }
    guard i < tokens.count, tokens[i].kind == .word, !isParticle(i, behind: reading) else { return nil }
    let definite = partitive || reading.vague || reading.definite || reading.scale > 1
    // A definite number before its noun takes the indefinite plural, else it belongs to the noun before.
    let needsPlural = reading.proclitics.contains(.al) && !reading.hasDigits && reading.value <= 10
    var best: LexicalMatch?
    for match in matches(i, .countedNoun) where counts(match, definite: definite) {
      if needsPlural, match.form == 0 { continue }
      if partitive, match.form == 0 || QuantityTables.nouns[Int(match.row)].kind != .person { continue }
      if best == nil || (best!.end == match.end && best!.form != match.form && prefers(match, reading)) { best = match }
    }
    if let best {
      let row = QuantityTables.nouns[Int(best.row)]
      let unit = QuantityUnit(
        name: lexicon.cell(.countedNoun, best.row, "singular"), measure: row.measure, kind: row.kind, end: best.end)
      if row.kind == .money { return withNationality(unit) }
      return currencyUnit(behind: unit) ?? unit
    }
    for match in matches(i, .currency) where counts(match, definite: definite) {
      return withNationality(currency(match.row, end: match.end))
    }
    return nationals(i, definite: definite)
  }

  /// A preposition or the like, unless it names a time too, or behind digits a measure.
  private func isParticle(_ i: Int, behind reading: NumberReading) -> Bool {
    guard isParticle(i) else { return false }
    return !senses(i).contains {
      guard $0.cls == .countedNoun else { return false }
      let kind = QuantityTables.nouns[Int($0.row)].kind
      return kind == .time || reading.hasDigits && (kind == .length || kind == .weight || kind == .area)
    }
  }

  /// A function word other than an adverb ("once" is a noun too). None ends in ta marbuta, though a pronoun does look
  /// like one once folded.
  func isParticle(_ i: Int) -> Bool {
    guard has(i, .functionWord), !endsInTaMarbuta(i) else { return false }
    return senses(i).contains {
      $0.cls == .functionWord && $0.proclitics.isEmpty && FunctionRoles.of($0.row) != .adverb
    }
  }

  /// Plurals go with 3 to 10, the singular with the rest.
  private func prefers(_ match: LexicalMatch, _ reading: NumberReading) -> Bool {
    (match.form == 1) == (reading.vague || reading.value >= 3 && reading.value <= 10)
  }

  private func counts(_ match: LexicalMatch, definite: Bool) -> Bool {
    guard match.proclitics.isEmpty || (definite && match.proclitics == .al) else { return false }
    return match.suffix == .none || match.suffix == .alef || (match.form == 1 && match.suffix.isPronoun)
  }

  /// A currency with the nisba that tells whose it is.
  private func withNationality(_ unit: QuantityUnit) -> QuantityUnit {
    guard unit.end < tokens.count, Self.nisbas.contains(where: { has(unit.end, $0) }),
      senses(unit.end).contains(where: {
        Self.nisbas.contains($0.cls) && $0.proclitics.isSubset(of: .al) && !$0.suffix.isPronoun
      })
    else { return unit }
    var longer = unit
    longer.end += 1
    return longer
  }

  /// "50 coins of bitcoin" are bitcoins.
  private func currencyUnit(behind unit: QuantityUnit) -> QuantityUnit? {
    guard unit.kind == .thing || unit.kind == .abstract, unit.end < tokens.count else { return nil }
    for match in matches(unit.end, .countedNoun) where match.proclitics.isEmpty && match.suffix == .none {
      guard QuantityTables.nouns[Int(match.row)].kind == .money else { continue }
      return QuantityUnit(
        name: lexicon.cell(.countedNoun, match.row, "singular"), measure: "money", kind: .money, end: match.end)
    }
    return nil
  }

  private func nationals(_ i: Int, definite: Bool) -> QuantityUnit? {
    for cls in Self.nisbas {
      for match in matches(i, cls) where match.end == i + 1 {
        guard match.proclitics.isEmpty || (definite && match.proclitics == .al), !match.suffix.isPronoun else {
          continue
        }
        let name =
          match.form == 1
          ? lexicon.table(cls).alternatives(Int(match.row), "nisba").first ?? ""
          : stem(i, match.proclitics, match.suffix)
        return QuantityUnit(name: name, measure: "count", kind: .person, end: i + 1)
      }
    }
    return nil
  }

  /// A word no table knows, by its ending: the accusative after 11 to 99, ta marbuta, a feminine plural.
  private func unknownNoun(_ i: Int, _ reading: NumberReading) -> QuantityUnit? {
    guard tokens[i].kind == .word, !has(i, anyOf: Self.notNouns), Int(tokens[i].end - tokens[i].start) >= 8 else {
      return nil
    }
    let letters = printed(i, [])
    let name: String
    if letters.last == Scalars.alef, reading.value > 10, !reading.vague {
      name = string(letters.dropLast())
    } else if letters.last == Scalars.taMarbuta, reading.value > 10, letters.first != Scalars.alef {
      name = string(letters[...])
    } else if letters.suffix(2) == [Scalars.alef, Scalars.ta], reading.value > 2, reading.value < 11 {
      name = string(letters.dropLast(2) + [Scalars.taMarbuta])
    } else {
      return nil
    }
    return QuantityUnit(name: name, measure: "count", kind: nil, end: i + 1)
  }

  private static let notNouns: UInt64 =
    [
      .functionWord, .ruleWord, .reportingVerb, .country, .place, .month, .weekday, .timeWord, .numberWord,
      .organization, .attributionPhrase,
    ].reduce(0) { $0 | ($1 as LexicalClass).mask }

  // MARK: Stems as printed

  /// The word without clitics and case, as printed: the singular of a regular form.
  func stem(_ i: Int, _ proclitics: Proclitics, _ suffix: Suffix) -> String {
    var letters = printed(i, proclitics)[...]
    switch suffix {
    case .alef, .constructYa, .constructWaw: letters = letters.dropLast()
    case .dualAn, .oblique, .pluralUn: letters = letters.dropLast(2)
    case .pluralAt: letters = letters.dropLast(2) + [Scalars.taMarbuta]
    case .dualTan, .dualTin: letters = letters.dropLast(3) + [Scalars.taMarbuta]
    case .none, .feminine, .his, .her, .their, .theirDual, .theirFeminine, .our, .my, .your: break
    }
    return string(letters)
  }

  /// The scalars of a word without marks and proclitics.
  private func printed(_ i: Int, _ proclitics: Proclitics) -> [Unicode.Scalar] {
    var letters = Array(text(bytes: bytes(i..<i + 1, without: proclitics)).unicodeScalars).filter {
      !Scalars.isMark($0)
    }
    if proclitics.contains(.al), letters.count > 3 {
      letters.removeFirst(letters[0] == Scalars.lam ? 1 : 2)
    }
    return letters
  }

  private func string(_ letters: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters)
    return String(text)
  }
}

private enum Scalars {
  static let alef: Unicode.Scalar = "\u{627}"
  static let ta: Unicode.Scalar = "\u{62A}"
  static let taMarbuta: Unicode.Scalar = "\u{629}"
  static let lam: Unicode.Scalar = "\u{644}"

  static func isMark(_ s: Unicode.Scalar) -> Bool {
    s.value == 0x640 || (s.value >= 0x64B && s.value <= 0x65F) || s.value == 0x670
      || (s.value >= 0x200B && s.value <= 0x200F)
  }
}
