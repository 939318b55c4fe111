import Language

/// Reads persons who are named by one word, where what stands around it tells that it is a name: the subject of a verb
/// of saying, a word behind a personal noun (`the plan of X`) or behind the nisba of a country (`the French X`).
struct LonePersonReader {
  let words: NameWords
  let marks: QuotationMarks
  private var document: Document { words.document }

  /// What a word looks like by itself.
  private enum Look {
    /// In the name tables and nothing else.
    case known
    /// In the name tables, and a word of the language too.
    case homograph
    /// A family name of the tables with the article.
    case definiteFamily
    case unknown(shape: Float)
    /// Unknown, with the article.
    case definite(shape: Float)
  }

  private static let names = LexicalClass.givenName.mask | LexicalClass.familyName.mask

  /// Words that are no name of a person even where the tables have one like them.
  private static let others: UInt64 = [
    LexicalClass.nisba, .nationality, .sourceNoun, .organizationTrigger, .placeTrigger, .timeWord, .month, .weekday,
    .numberWord, .functionWord, .country, .capital, .organization,
  ].reduce(0) { $0 | $1.mask }

  func read(at i: Int) -> NameCandidate? {
    guard i > 0, words.isArabic(i - 1), words.isArabic(i), words.length(i) >= 6, !words.isClitic(i, first: true) else {
      return nil
    }
    guard let need = need(at: i), let look = look(of: i), need(look) else { return nil }
    return candidate(i)
  }

  /// The family name with the article behind a bare title: `the president al-X`.
  func read(behindTitle i: Int) -> NameCandidate? {
    guard words.isDefinite(i), words.has(i, .familyName), !document.has(i, anyOf: Self.others),
      !words.has(i, .title), !isCommon(i)
    else { return nil }
    return candidate(i)
  }

  private func candidate(_ i: Int) -> NameCandidate {
    NameCandidate(
      tokens: i..<i + 1, proclitics: [], kind: .person, ground: .lexicon, row: nil, type: nil, rule: "person-alone")
  }

  private func look(of i: Int) -> Look? {
    if document.has(i, anyOf: Self.names) {
      guard !document.has(i, anyOf: Self.others), !words.isFiniteVerb(i) else { return nil }
      if let look = listed(i) { return look }
    }
    guard words.isUnknown(i), !document.has(i, .place), !document.ends(i, in: Letter.pronouns) else { return nil }
    // A particle may be written to a word that begins with its letter.
    let shape = words.nameShape(i) - (words.begins(i, Letter.prepositions) ? 4 : 0)
    if words.isDefinite(i) {
      return document.endsInTaMarbuta(i) || words.endsInNisba(i) ? nil : .definite(shape: shape)
    }
    // An indefinite nisba is an adjective: `a legal decision`.
    return .unknown(shape: words.endsInNisba(i) ? min(shape, 0) : shape)
  }

  /// A word of the name tables as it is printed.
  private func listed(_ i: Int) -> Look? {
    var found = false
    var sure = false
    for sense in document.senses(i) where sense.cls.mask & Self.names != 0 && sense.proclitics.isEmpty {
      found = true
      if sense.form == 0 { sure = true }
    }
    guard found else { return nil }
    if words.isDefinite(i) { return isCommon(i) || isPost(i) ? .homograph : .definiteFamily }
    return sure && !words.isOrdinary(i) && !document.has(i, .title) ? .known : .homograph
  }

  private func isPost(_ i: Int) -> Bool {
    document.senses(i).contains {
      $0.cls == .title && $0.proclitics == .al && AttributionTables.titleKinds[Int($0.row)].hasPrefix("post")
    }
  }

  /// Whether a family name with the article is an ordinary noun or adjective too; the nouns of things counted
  /// (`lion`) are left to the name.
  private func isCommon(_ i: Int) -> Bool {
    let common = LexicalClass.ordinaryWord.mask | LexicalClass.nameAdjective.mask | LexicalClass.reportingNoun.mask
    guard document.has(i, anyOf: common) else { return false }
    return document.senses(i).contains {
      $0.cls.mask & common != 0 && $0.proclitics == .al && ($0.suffix == .none || $0.suffix == .feminine)
    }
  }

  // MARK: Surroundings

  /// What the surroundings ask of the word.
  private func need(at i: Int) -> ((Look) -> Bool)? {
    if words.isFiniteVerb(i - 1) {
      if words.has(i - 1, .reportingVerb) { return opensContent(i + 1) ? Self.said : Self.speaker }
      if !document.isWord(i - 1, .be) { return Self.subject }
    }
    if isClauseHead(i - 1), words.isFiniteVerb(i + 1) || document.isWord(i + 1, .had) { return Self.clause }
    if document.isWord(i - 1, .ofPerson), !words.isDefinite(i - 1) { return Self.clause }
    if words.isNational(i - 1) { return Self.national }
    return nil
  }

  private func opensContent(_ i: Int) -> Bool {
    if document.isWord(i, .that) || document.isSign(i, Sign.colon) || marks.opening(at: i) != nil { return true }
    return document.isWord(i, .in) && words.has(i + 1, .reportingNoun)
  }

  private func isClauseHead(_ i: Int) -> Bool {
    document.isWord(i, .that) || document.isWord(i, .however) || document.isWord(i, .be)
  }

  private static func said(_ look: Look) -> Bool {
    switch look {
    case .known, .homograph, .definiteFamily: true
    case .unknown(let shape): shape > -4
    case .definite(let shape): shape > 0
    }
  }

  private static func speaker(_ look: Look) -> Bool {
    if case .definiteFamily = look { return true }
    return subject(look)
  }

  private static func subject(_ look: Look) -> Bool {
    switch look {
    case .known: true
    case .unknown(let shape): shape > 4
    case .homograph, .definiteFamily, .definite: false
    }
  }

  private static func clause(_ look: Look) -> Bool {
    switch look {
    case .known, .definiteFamily: true
    case .unknown(let shape): shape > 2
    case .homograph, .definite: false
    }
  }

  private static func national(_ look: Look) -> Bool {
    switch look {
    case .known: true
    case .unknown(let shape): shape > 2
    case .homograph, .definiteFamily, .definite: false
    }
  }
}
