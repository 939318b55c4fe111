import Language

/// Finds the names of a document: first organizations and places, then persons, who may stand behind titles that
/// contain the former.
struct NameScanner {
  let words: NameWords
  private let marks: QuotationMarks
  private let organizations: OrganizationReader
  private let places: PlaceReader
  private let persons: PersonReader
  private let alone: LonePersonReader
  private(set) var found: [NameCandidate] = []
  /// For each token the end of the name that begins there, 0 when none does.
  private var ends: [Int32]

  private static let openers: UInt64 = [
    LexicalClass.organization, .organizationTrigger, .placeTrigger, .country, .capital, .place,
  ].reduce(0) { $0 | $1.mask }

  private static let personal: UInt64 =
    LexicalClass.givenName.mask | LexicalClass.familyName.mask | LexicalClass.nameParticle.mask

  private var document: Document { words.document }

  init(_ document: Document) {
    words = NameWords(document: document)
    marks = QuotationMarks(document)
    organizations = OrganizationReader(words: words, marks: marks)
    places = PlaceReader(words: words, marks: marks)
    persons = PersonReader(words: words)
    alone = LonePersonReader(words: words, marks: marks)
    ends = [Int32](repeating: 0, count: document.tokens.count)
  }

  mutating func run() -> [NameCandidate] {
    findOrganizationsAndPlaces()
    findPersons()
    found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return found
  }

  // MARK: Organizations and places

  private mutating func findOrganizationsAndPlaces() {
    var i = 0
    while i < words.count {
      guard document.has(i, anyOf: Self.openers), let name = organizationOrPlace(at: i) else {
        i += 1
        continue
      }
      add(name)
      i = max(i + 1, name.tokens.upperBound)
    }
  }

  private func organizationOrPlace(at i: Int) -> NameCandidate? {
    let organization = organizations.read(at: i).flatMap { isLicensed($0) ? $0 : nil }
    let place = places.read(at: i).flatMap { isLicensed($0) ? $0 : nil }
    guard let name = longer(organization, place) else { return nil }
    return name.ground == .lexicon && belongsToPerson(name) ? nil : name
  }

  private func longer(_ organization: NameCandidate?, _ place: NameCandidate?) -> NameCandidate? {
    guard let organization else { return place }
    guard let place else { return organization }
    return place.tokens.upperBound > organization.tokens.upperBound ? place : organization
  }

  /// Doubtful names need quotation marks around them, those of clubs a player or coach before them.
  private func isLicensed(_ name: NameCandidate) -> Bool {
    guard name.ground == .doubtful else { return true }
    if name.type == "club", name.proclitics.isEmpty, document.isWord(name.tokens.lowerBound - 1, .ofClub) {
      return true
    }
    guard let stretch = marks.stretch(at: name.tokens.lowerBound) else { return false }
    return stretch.content == name.tokens && name.kind == .organization
  }

  /// A city whose club is meant: behind its player, coach or goal.
  private func isClub(_ name: NameCandidate) -> Bool {
    guard name.kind == .place, name.type == "city", name.ground == .lexicon, name.proclitics.isEmpty else {
      return false
    }
    return document.isWord(name.tokens.lowerBound - 1, .ofClub)
  }

  /// A place or organization that is a part of a person's name: `Salem`, `Jackson`.
  private func belongsToPerson(_ name: NameCandidate) -> Bool {
    guard name.tokens.count == 1 else { return false }
    let i = name.tokens.lowerBound
    if i > 0, ends[i - 1] == 0, let before = words.name(i - 1, .givenName),
      before.form == 0 || words.has(i, .familyName), name.proclitics.isEmpty, !words.isOrdinary(i - 1)
    {
      return true
    }
    if i > 1, name.proclitics.isEmpty, document.isWord(i - 1, .son) || document.isWord(i - 1, .house) { return true }
    guard document.has(i, anyOf: Self.personal), let person = persons.read(at: i, before: words.count, .bare)
    else { return false }
    return person.tokens.count > 1
  }

  // MARK: Persons

  private mutating func findPersons() {
    let titles = TitleReader(words: words, nameEnds: ends)
    var i = 0
    while i < words.count {
      if ends[i] > 0 {
        i = Int(ends[i])
      } else if words.has(i, .title), let title = titles.read(at: i) {
        i = addName(insteadOf: title) ?? addPerson(behind: title) ?? title.tokens.upperBound
      } else if let person = quotedPerson(at: i) ?? person(at: i) {
        add(person)
        i = max(i + 1, person.tokens.upperBound)
      } else {
        i += 1
      }
    }
  }

  /// A person whose first name is a title too: `Amin`, `Sharif`.
  private mutating func addName(insteadOf title: TitlePhrase) -> Int? {
    let i = title.match.start
    guard document.has(i, anyOf: Self.personal), title.kind == "post" || title.kind == "profession",
      !title.match.proclitics.contains(.al), i + 1 < words.count,
      words.has(i + 1, .givenName) || words.has(i + 1, .familyName), !words.has(i + 1, .organization),
      let person = person(at: i, words.isDefinite(i - 1) ? .titled : context(at: i) ?? .bare),
      person.tokens.count > 1
    else { return nil }
    add(person)
    return person.tokens.upperBound
  }

  private mutating func addPerson(behind title: TitlePhrase) -> Int? {
    if let person = family(in: title) {
      add(person)
      return person.tokens.upperBound
    }
    var at = title.behind
    if title.closed, document.isComma(at), at + 1 < words.count, words.isWord(at + 1) || document.isSign(at + 1, 0x23) {
      at += 1
      guard let person = person(at: skippingTag(at), .spoken), person.proclitics.isEmpty, person.tokens.count > 1 else {
        return nil
      }
      add(person)
      return person.tokens.upperBound
    }
    if let stretch = marks.opening(at: at), stretch.content.count <= 5 { at += 1 }
    at = skippingTag(at)
    guard at < words.count, ends[at] == 0 else { return nil }
    guard let person = person(at: at, title.closed ? .titled : .bare),
      person.proclitics.isEmpty || !title.closed
    else { return nil }
    add(person)
    return person.tokens.upperBound
  }

  /// A family name with the article that was read as a part of the title: `the president al-X`.
  private func family(in title: TitlePhrase) -> NameCandidate? {
    let i = title.match.end
    guard title.match.proclitics.contains(.al), i == title.tokens.lowerBound + 1, i < title.tokens.upperBound,
      ends[i] == 0, let alone = alone.read(behindTitle: i)
    else { return nil }
    if let person = person(at: i, .titled), person.tokens.count > 1 { return person }
    return alone
  }

  /// The token behind the sign of a tag, `#`.
  private func skippingTag(_ i: Int) -> Int { document.isSign(i, 0x23) ? i + 1 : i }

  /// A name alone in quotation marks behind that of an organization: its head or spokesman.
  private func quotedPerson(at i: Int) -> NameCandidate? {
    guard let stretch = marks.opening(at: i), stretch.closed, (2...3).contains(stretch.content.count),
      let before = found.last(where: { $0.tokens.upperBound == i }), before.kind == .organization,
      stretch.content.allSatisfy({ words.isArabic($0) && !document.has($0, anyOf: NameWords.closed) && ends[$0] == 0 }),
      !words.isDefinite(i + 1), document.has(i + 1, anyOf: Self.personal) || words.isUnknown(i + 1)
    else { return nil }
    return NameCandidate(
      tokens: stretch.content, proclitics: [], kind: .person, ground: .structure, row: nil, type: nil,
      rule: "person-quoted")
  }

  /// A person at a token that a name table knows, that stands behind a verb of saying or the nisba of a country, or
  /// that `bin` follows.
  private func person(at i: Int) -> NameCandidate? {
    guard words.isArabic(i) else { return nil }
    return person(at: i, context(at: i)) ?? (i > 0 && ends[i - 1] <= 0 ? alone.read(at: i) : nil)
  }

  private func context(at i: Int) -> NameContext? {
    if i > 0, ends[i - 1] == 0 {
      if document.has(i - 1, .reportingVerb), isFinite(i - 1) { return .spoken }
      if !words.isDefinite(i), words.isNational(i - 1) || words.isFiniteVerb(i - 1) { return .subject }
    }
    let opens = document.has(i, anyOf: Self.personal) || document.isWord(i + 1, .son) || document.isWord(i + 1, .god)
    return opens ? .bare : nil
  }

  private func isFinite(_ i: Int) -> Bool {
    !words.isPrintedFunction(i)
      && document.senses(i).contains {
        $0.cls == .reportingVerb && $0.form < VerbForm.passive && ($0.suffix == .none || $0.suffix.isPronoun)
      }
  }

  /// A person's name that ends where a name found before begins.
  private func person(at i: Int, _ context: NameContext?) -> NameCandidate? {
    guard let context, i < words.count, ends[i] == 0 else { return nil }
    var limit = i + 1
    while limit < words.count, limit < i + 10, ends[limit] <= 0 { limit += 1 }
    return persons.read(at: i, before: limit, context)
  }

  private mutating func add(_ name: NameCandidate) {
    let name = isClub(name) ? name.asClub : name
    ends[name.tokens.lowerBound] = Int32(name.tokens.upperBound)
    found.append(name)
  }
}
