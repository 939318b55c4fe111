import Language

/// What the words of a document are to the name rules.
struct NameWords {
  let document: Document

  /// Classes of words that end a name: they are something else, unless a name table knows them too.
  static let ordinary: UInt64 = [
    LexicalClass.reportingVerb, .attributionPhrase, .reportingNoun, .sourceNoun, .functionWord, .countedNoun,
    .currency, .numberWord, .numberModifier, .month, .weekday, .timeWord, .measureWord, .eventTrigger, .title,
    .organizationTrigger, .placeTrigger, .postDomain, .nisba, .nationality, .country, .ordinaryWord, .nameAdjective,
  ].reduce(0) { $0 | $1.mask }

  /// Those among them that no name contains.
  static let closed: UInt64 = [
    LexicalClass.functionWord, .reportingVerb, .numberWord, .weekday, .month, .attributionPhrase,
  ].reduce(0) { $0 | $1.mask }

  var count: Int { document.tokens.count }

  func isWord(_ i: Int) -> Bool { i >= 0 && i < count && document.tokens[i].kind == .word }

  func isArabic(_ i: Int) -> Bool { isWord(i) && document.bytes[Int(document.tokens[i].start)] >= 0xD8 }

  func isLatin(_ i: Int) -> Bool {
    guard isWord(i) else { return false }
    return document.bytes[Int(document.tokens[i].start)] < 0xD8
  }

  /// A Latin word that begins with a capital letter.
  func isCapitalized(_ i: Int) -> Bool {
    isWord(i) && (0x41...0x5A).contains(document.bytes[Int(document.tokens[i].start)])
  }

  /// A Latin word of two or more capitals: an acronym.
  func isAcronym(_ i: Int) -> Bool {
    guard isWord(i), document.tokens[i].end - document.tokens[i].start >= 2 else { return false }
    return document.bytes[Int(document.tokens[i].start)..<Int(document.tokens[i].end)].allSatisfy {
      (0x41...0x5A).contains($0)
    }
  }

  func has(_ i: Int, _ cls: LexicalClass) -> Bool { i >= 0 && i < count && document.has(i, cls) }

  func length(_ i: Int) -> Int { Int(document.analyzer.word(document.tokens[i].value).length) }

  /// Written with the article and nothing before it.
  func isDefinite(_ i: Int) -> Bool {
    guard isWord(i) else { return false }
    return document.analyzer.withFolded(document.tokens[i].value) { Letter.isArticle($0, 0) && $0.count > 8 }
  }

  func beginsWithArticle(_ i: Int) -> Bool {
    isWord(i) && document.analyzer.withFolded(document.tokens[i].value) { Letter.isArticle($0, 0) }
  }

  /// Written with the article behind the conjunction `waw`.
  func isCoordinated(_ i: Int) -> Bool {
    guard isWord(i) else { return false }
    return document.analyzer.withFolded(document.tokens[i].value) {
      $0.count > 10 && Letter.isAny($0, 0, [Letter.waw]) && Letter.isArticle($0, 2)
    }
  }

  /// Written with the article behind `lam`.
  func isLamDefinite(_ i: Int) -> Bool {
    guard isWord(i) else { return false }
    return document.analyzer.withFolded(document.tokens[i].value) { Letter.isDoubleLam($0, 0) && $0.count > 8 }
  }

  func begins(_ i: Int, _ letters: [[UInt8]]) -> Bool {
    isWord(i) && document.analyzer.withFolded(document.tokens[i].value) { Letter.isAny($0, 0, letters) }
  }

  /// A particle written to the word, by its letters: `wa` (only `wa` and the article at the begin of a name), and any
  /// particle with the article behind it.
  func isClitic(_ i: Int, first: Bool) -> Bool {
    guard isWord(i) else { return false }
    return document.analyzer.withFolded(document.tokens[i].value) { form in
      if Letter.isDoubleLam(form, 0) && form.count > 8 { return true }
      let particle = Letter.isAny(form, 0, Letter.conjunctions) || Letter.isAny(form, 0, Letter.prepositions)
      if particle, form.count > 8, Letter.isArticle(form, 2) { return true }
      return !first && Letter.isAny(form, 0, [Letter.waw])
    }
  }

  /// Whether the letters of an unknown word are those of a name.
  func nameShape(_ i: Int) -> Float {
    document.analyzer.withFolded(document.tokens[i].value) { NameShape.score($0) }
  }

  func looksLikeName(_ i: Int) -> Bool { nameShape(i) > 0 }

  /// A word that no table knows except as a part of phrases.
  func isUnknown(_ i: Int) -> Bool {
    isWord(i) && length(i) >= 4 && !document.has(i, anyOf: Self.ordinary)
  }

  private static let agreeing = SuffixSet(.none, .feminine, .oblique, .pluralUn, .pluralAt)
  private static let rare = SuffixSet(.my, .our, .dualAn)

  /// Whether no table knows the word except with an ending that the news rarely has behind a given name: `my`, `our`,
  /// or a dual.
  func isUnknownFamily(_ i: Int) -> Bool {
    guard isWord(i), length(i) >= 6 else { return isUnknown(i) }
    var possessed: UInt64 = 0
    for sense in document.senses(i) where sense.cls.mask & Self.ordinary != 0 {
      guard Self.rare.contains(sense.suffix), sense.proclitics.isEmpty else { return false }
      possessed |= sense.cls.mask
    }
    return !document.has(i, anyOf: Self.ordinary & ~possessed)
  }

  /// Whether the word ends in the `ya` of a nisba, feminine or not.
  func endsInNisba(_ i: Int) -> Bool {
    guard isWord(i) else { return false }
    return document.analyzer.withFolded(document.tokens[i].value) { form in
      let n = form.count
      guard n >= 8 else { return false }
      let ya = { (at: Int) in form[at] == 0xD9 && form[at + 1] == 0x8A }
      return ya(n - 2) || (n >= 10 && form[n - 2] == 0xD9 && form[n - 1] == 0x87 && ya(n - 4))
    }
  }

  /// A definite nisba, that of a country or any other, as it stands behind a name.
  func isDefiniteNisba(_ i: Int) -> Bool {
    guard isDefinite(i) else { return false }
    if has(i, .nisba) || has(i, .nationality) { return true }
    return endsInNisba(i) && !has(i, .title) && !has(i, .timeWord) && !has(i, .functionWord)
  }

  /// A definite adjective that names are made of.
  func isNameAdjective(_ i: Int) -> Bool { isDefinite(i) && (has(i, .nameAdjective) || isDefiniteNisba(i)) }

  /// A reading as a name that the word's other readings leave standing: with no particles stripped, or no ordinary
  /// word to read instead.
  func name(_ i: Int, _ cls: LexicalClass) -> LexicalMatch? {
    guard i >= 0, i < count, let match = document.match(i, cls) else { return nil }
    guard !match.proclitics.isEmpty else { return match }
    for sense in document.senses(i)
    where sense.proclitics.isEmpty && sense.cls.mask & Self.ordinary != 0 && sense.suffix != .my { return nil }
    return match
  }

  /// Whether the word as printed, without particles and suffixes, is an ordinary word too.
  func isOrdinary(_ i: Int) -> Bool {
    guard document.has(i, anyOf: Self.ordinary) else { return false }
    return document.senses(i).contains {
      $0.cls.mask & Self.ordinary != 0 && $0.proclitics.isEmpty && ($0.suffix == .none || $0.suffix == .alef)
    }
  }

  /// Whether the word with its article is an ordinary noun or adjective: `the attack`, `the German`.
  func isDefiniteOrdinary(_ i: Int) -> Bool {
    guard document.has(i, anyOf: Self.ordinary) else { return false }
    return document.senses(i).contains {
      $0.cls.mask & Self.ordinary != 0 && $0.proclitics == .al && Self.agreeing.contains($0.suffix)
    }
  }

  /// A verb in the third person, with nothing written to it but a conjunction.
  func isFiniteVerb(_ i: Int) -> Bool {
    guard document.has(i, anyOf: LexicalClass.reportingVerb.mask | LexicalClass.ordinaryWord.mask) else { return false }
    guard !isPrintedFunction(i) else { return false }
    return document.senses(i).contains {
      guard $0.suffix == .none, $0.proclitics.isSubset(of: [.wa, .fa, .sa]) else { return false }
      if $0.cls == .reportingVerb { return $0.form < VerbForm.passive }
      return $0.cls == .ordinaryWord && NameTables.ordinaryVerbs[Int($0.row)]
    }
  }

  /// A definite nisba of a country in the singular, perhaps behind particles: `the French`.
  func isNational(_ i: Int) -> Bool {
    guard document.has(i, anyOf: LexicalClass.nisba.mask | LexicalClass.nationality.mask) else { return false }
    return document.senses(i).contains {
      ($0.cls == .nisba || $0.cls == .nationality) && $0.form == 0 && $0.proclitics.contains(.al)
        && ($0.suffix == .none || $0.suffix == .feminine)
    }
  }

  /// `Ali` where it can only be the preposition `on`, which is printed like it in Egypt: before a noun.
  func isPrepositionAla(_ i: Int) -> Bool {
    guard document.isWord(i, .on), isArabic(i + 1) else { return false }
    if document.isWord(i + 1, .that) || document.isWord(i + 1, .who) || document.isWord(i + 1, .this) { return true }
    if document.has(i + 1, anyOf: LexicalClass.givenName.mask | LexicalClass.familyName.mask) { return false }
    if isDefinite(i + 1) { return true }
    return document.has(i + 1, anyOf: Self.ordinary) && !isFiniteVerb(i + 1) && !has(i + 1, .title)
      && !has(i + 1, .functionWord) && !has(i + 1, .nameParticle)
  }

  /// Whether a closed word is printed as the name and not as the closed word: `Ali`, which folds like `on`.
  func isPrintedAsName(_ match: LexicalMatch) -> Bool {
    guard isPrinted(match.start, .givenName, match.row) else { return false }
    return !document.senses(match.start).contains {
      $0.cls == .functionWord && $0.proclitics.isEmpty && isPrinted(match.start, .functionWord, $0.row)
    }
  }

  /// Whether the word is printed as a function word: `in front of`, which folds like `imam`.
  func isPrintedFunction(_ i: Int) -> Bool {
    guard has(i, .functionWord) else { return false }
    return document.senses(i).contains {
      $0.cls == .functionWord && $0.proclitics.isEmpty && isPrinted(i, .functionWord, $0.row)
    }
  }

  private func isPrinted(_ i: Int, _ cls: LexicalClass, _ row: Int32) -> Bool {
    let cell = document.lexicon.table(cls).cellBytes(Int(row), 0)
    return cell.elementsEqual(document.bytes[Int(document.tokens[i].start)..<Int(document.tokens[i].end)])
  }
}
