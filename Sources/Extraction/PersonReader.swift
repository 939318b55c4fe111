import Language

/// Where a name may stand, which decides how much of it the tables must know.
enum NameContext {
  case bare
  /// Behind a verb of saying.
  case spoken
  /// Behind a complete title.
  case titled
  /// Behind another verb, or the nisba of a country (`the French X`): more words than one.
  case subject
}

/// Reads names of persons: given and family names with the particles between them, and, behind a title, words that
/// no table knows.
struct PersonReader {
  let words: NameWords
  private var document: Document { words.document }

  /// What a word can be in a name. `sure` words mean nothing else, `likely` ones look like names.
  private enum Part: Equatable {
    case given(sure: Bool), family(sure: Bool), particle(opens: Bool), unknown(shape: Float), definite, compound,
      initial
  }

  /// A name that begins at token `i` and ends before `limit`, where another begins.
  func read(at i: Int, before limit: Int, _ context: NameContext) -> NameCandidate? {
    guard words.isArabic(i) else { return nil }
    var proclitics: Proclitics = []
    guard let first = opening(i, context, &proclitics) else { return nil }
    var parts = [first]
    var end = self.end(of: first, at: i)
    while end < limit, end < i + 8 {
      let loose = isLooseJoint(end)
      let next = loose || isJoint(end) ? end + 1 : end
      guard next < limit else { break }
      var none: Proclitics = []
      guard let part = part(next, first: false, &none), continues(parts, part, at: next, context) else { break }
      if loose { guard case .unknown = part else { break } }
      end = self.end(of: part, at: next)
      // What follows `Abd` makes one given name with it.
      if part == .definite, case .particle? = parts.last { parts.append(.compound) } else { parts.append(part) }
    }
    while case .particle? = parts.last {
      parts.removeLast()
      end -= 1
    }
    guard end > i, isName(parts, context, at: i) else { return nil }
    return NameCandidate(
      tokens: i..<end, proclitics: proclitics, kind: .person, ground: parts.count > 1 ? .structure : .lexicon,
      row: nil, type: nil, rule: context == .bare ? "person-name" : "person-titled")
  }

  /// The sign between the words of a tag, `_`, or before one, `#`, or the hyphen of a double name.
  private func isJoint(_ i: Int) -> Bool {
    guard i + 1 < words.count, !document.tokens[i + 1].spaced else { return false }
    if document.isSign(i, 0x23) { return true }
    guard !document.tokens[i].spaced else { return false }
    return document.isSign(i, 0x5F) || document.isSign(i, Sign.hyphen)
  }

  /// The hyphen of a double name with a space behind it.
  private func isLooseJoint(_ i: Int) -> Bool {
    document.isSign(i, Sign.hyphen) && !document.tokens[i].spaced && i + 1 < words.count
      && document.tokens[i + 1].spaced
  }

  private func end(of part: Part, at i: Int) -> Int {
    switch part {
    case .given:
      if let match = words.name(i, .givenName) { return match.end }
    case .initial:
      if document.isSign(i + 1, Sign.stop) { return i + 2 }
    case .compound: return i + 2
    case .definite:
      // `the sixteenth` is two words.
      if words.has(i, .numberWord), words.has(i + 1, .numberWord), !words.isDefinite(i + 1) { return i + 2 }
    case .family, .particle, .unknown: break
    }
    return i + 1
  }

  // MARK: Parts

  /// The first part. The subject of a verb and the bearer of a title have no preposition: what looks like one is the
  /// name's own letter.
  private func opening(_ i: Int, _ context: NameContext, _ proclitics: inout Proclitics) -> Part? {
    guard let part = part(i, first: true, &proclitics) else {
      return context != .bare && words.isUnknown(i) && words.length(i) == 4 && !words.beginsWithArticle(i)
        ? .unknown(shape: words.nameShape(i)) : nil
    }
    guard context == .spoken || context == .titled, !proclitics.isDisjoint(with: [.ba, .ka, .fa]) else { return part }
    guard case .given = part, words.isUnknown(i) else { return part }
    proclitics = []
    return .unknown(shape: words.nameShape(i))
  }

  private func part(_ i: Int, first: Bool, _ proclitics: inout Proclitics) -> Part? {
    guard words.isArabic(i) else { return initial(i, first: first) }
    if let phrase = words.name(i, .givenName), phrase.end > i + 1, first || phrase.proclitics.isEmpty {
      proclitics = phrase.proclitics
      return .given(sure: phrase.form == 0)
    }
    if let match = words.name(i, .nameParticle), first || match.proclitics.isEmpty, particle(match, first: first) {
      proclitics = match.proclitics
      return .particle(opens: opens(match))
    }
    if let known = known(i, first: first, &proclitics) { return known }
    // The number of a king or pope.
    if !first, words.isDefinite(i), words.has(i, .numberWord) { return .definite }
    if document.has(i, anyOf: NameWords.closed) { return nil }
    if isCompound(i, first: first, &proclitics) { return .compound }
    if words.isDefinite(i) {
      if first || isPost(i) || words.has(i, .timeWord) || words.has(i, .organizationTrigger) { return nil }
      return .definite
    }
    if words.isClitic(i, first: first) {
      // `waw` behind `bin` is the name's own letter.
      guard !first, document.isWord(i - 1, .son) || document.isWord(i - 1, .father), !words.isOrdinary(i) else {
        return nil
      }
      return .unknown(shape: words.nameShape(i))
    }
    guard first ? words.isUnknown(i) && words.length(i) >= 6 : words.isUnknownFamily(i) else {
      return initial(i, first: first)
    }
    return .unknown(shape: words.nameShape(i))
  }

  /// A word that titles a person by a post: no family name, as that of a trade may be, or of a rank at the name's end.
  private func isPost(_ i: Int) -> Bool {
    let named = words.has(i, .familyName) && !words.has(i + 1, .givenName)
    return document.senses(i).contains {
      guard $0.cls == .title else { return false }
      let kind = AttributionTables.titleKinds[Int($0.row)]
      return kind.hasPrefix("post") || !named && !kind.hasPrefix("profession")
    }
  }

  /// Names of descent need a name before them; `Abu`, `Abd` and the like open one.
  private func particle(_ match: LexicalMatch, first: Bool) -> Bool { !first || opens(match) }

  /// Whether the particle begins a name; the oblique forms of `Abu`, which mean other things too, only before a name
  /// of the tables.
  private func opens(_ match: LexicalMatch) -> Bool {
    if document.lexicon.cell(.nameParticle, match.row, "opens") == "1" { return true }
    guard document.isWord(match.start, .father), let next = words.name(match.end, .givenName) else { return false }
    return next.proclitics.isEmpty && !words.isOrdinary(match.end)
  }

  /// Two words that make one given name: any word and `al-Din`, `Allah`.
  private func isCompound(_ i: Int, first: Bool, _ proclitics: inout Proclitics) -> Bool {
    guard i + 1 < words.count, document.isWord(i + 1, .god), words.isDefinite(i + 1) || words.length(i + 1) == 8,
      !words.isDefinite(i), !document.has(i, anyOf: NameWords.closed), !document.isPreposition(i)
    else { return false }
    return words.length(i) >= 4 && words.length(i) <= 10 && !words.has(i, .title) && !words.has(i, .organizationTrigger)
  }

  /// The word as a given or family name of the tables.
  private func known(_ i: Int, first: Bool, _ proclitics: inout Proclitics) -> Part? {
    let given = words.name(i, .givenName).flatMap { first || $0.proclitics.isEmpty ? $0 : nil }
    let family = words.name(i, .familyName).flatMap { first || $0.proclitics.isEmpty ? $0 : nil }
    guard let match = given ?? family, !words.isPrepositionAla(i) else { return nil }
    // A nisba in front is a description; as a family name it stands last.
    if first, words.isDefinite(i), words.has(i, .nisba) || words.has(i, .nationality) { return nil }
    if document.has(i, anyOf: NameWords.closed), match.end == i + 1 {
      guard let given, given.proclitics.isEmpty, words.isPrintedAsName(given) else { return nil }
      return .given(sure: false)
    }
    proclitics = match.proclitics
    let ordinary = match.end == i + 1 && (words.isOrdinary(i) || words.has(i, .country) || words.has(i, .capital))
    if given != nil { return .given(sure: given!.form == 0 && !ordinary) }
    return .family(sure: family!.form == 0 && !ordinary)
  }

  /// A single letter, perhaps with a stop behind it.
  private func initial(_ i: Int, first: Bool) -> Part? {
    words.isWord(i) && !first && words.length(i) <= 2 ? .initial : nil
  }

  /// Whether `next` may follow the parts so far.
  private func continues(_ parts: [Part], _ next: Part, at i: Int, _ context: NameContext) -> Bool {
    switch next {
    case .particle, .compound: return true
    case .given, .family:
      if words.isDefinite(i) {
        switch parts.last {
        case .given?, .particle?, .compound?: return !isPost(i)
        case .unknown?: return context != .bare && parts.count == 1 && !isPost(i) && !words.isNational(i)
        case .family?: return parts.count > 1 && words.isDefinite(i - 1) && !isPost(i) && !words.isDefiniteOrdinary(i)
        default: return false
        }
      }
      if governs(i) || opensTime(i) { return false }
      // An ordinary word that is a name too ends a name whose family name has been read.
      guard words.isOrdinary(i), end(of: next, at: i) == i + 1 else { return true }
      if case .particle? = parts.last { return true }
      if words.has(i, .placeTrigger) || words.has(i, .organizationTrigger) { return false }
      if parts.last == .family(sure: true) { return false }
      return context != .bare || parts.count == 1
    case .initial: return words.isLatin(i) || document.isSign(i + 1, Sign.stop)
    case .definite:
      // One definite word, as a family name, behind a given name; participles in ta marbuta describe something.
      if document.endsInTaMarbuta(i) || !words.has(i, .numberWord) && words.isDefiniteOrdinary(i) { return false }
      switch parts.last {
      case .given(let sure)?:
        return sure || parts.contains(.given(sure: true)) || context != .bare && !words.isOrdinary(i)
      case .particle?, .compound?: return true
      case .unknown?: return context != .bare && parts.count == 1 && words.isUnknown(i)
      case .family?, .definite?, .initial?, nil: return false
      }
    case .unknown(let shape):
      if case .particle? = parts.last { return true }
      // A given name alone is rare: what follows it is the family name unless it looks quite unlike one.
      if words.begins(i, Letter.prepositions) {
        if parts == [.given(sure: true)], QuotationMarks.isMark(document, i + 1) { return true }
        return shape > 2 && unknownCount(parts) < 3
      }
      if parts.count == 1, parts[0] == .given(sure: true) { return shape > -6 }
      return shape > 0 && unknownCount(parts) < 3
    }
  }

  /// A title that is a name too, with what it governs behind it: `king of X`, `commander of the guard`.
  private func governs(_ i: Int) -> Bool {
    guard words.has(i, .title), i + 1 < words.count else { return false }
    let owners =
      LexicalClass.country.mask | LexicalClass.capital.mask | LexicalClass.organization.mask
      | LexicalClass.organizationTrigger.mask | LexicalClass.postDomain.mask | LexicalClass.placeTrigger.mask
    if document.has(i + 1, anyOf: owners) { return true }
    return words.isDefinite(i + 1) && !words.has(i + 1, .familyName)
  }

  /// A time of day that is a name too, before a day: `morning`.
  private func opensTime(_ i: Int) -> Bool {
    words.has(i, .timeWord) && (words.has(i + 1, .timeWord) || words.has(i + 1, .weekday))
  }

  private func isName(_ parts: [Part], _ context: NameContext, at i: Int) -> Bool {
    var sure = 0
    var known = 0
    var likely = 0
    for (k, part) in parts.enumerated() {
      switch part {
      case .given(let s), .family(let s):
        known += 1
        if s { sure += 1 }
      case .particle(let opens):
        if opens { sure += 1 } else if k > 0, case .unknown = parts[k - 1] { sure += 1 }
      case .compound: known += 1
      case .unknown(let shape): if shape > 0 { likely += 1 }
      case .definite, .initial: break
      }
    }
    // One short word is a name only beside others; one with the article may be an ordinary noun.
    if parts.count == 1, words.length(i) < 6 || words.isDefinite(i) && words.isDefiniteOrdinary(i) { return false }
    switch context {
    case .titled:
      if parts.count == 1, words.isOrdinary(i) {
        return words.has(i, .familyName) && !words.isFiniteVerb(i) && !words.has(i, .functionWord)
      }
      return known + sure + likely > 0
    case .spoken, .subject:
      if parts.count >= 2 { return known + sure > 0 || likely >= 2 }
      if context == .subject { return isFamily(parts) }
      return known > 0 && !words.isOrdinary(i)
        && !(words.isDefinite(i) && (words.endsInNisba(i) || words.isDefiniteOrdinary(i)))
    case .bare:
      guard parts.count >= 2 else { return isFamily(parts) }
      // `the speech of X`.
      if document.isWord(i, .ofPerson) { return false }
      if words.isOrdinary(i), !opensSurely(parts) { return false }
      if sure > 0 || known >= 2 { return true }
      // A given name that is a place too, before a word that looks like a family name.
      if case .given = parts[0], case .unknown(let shape) = parts[1] { return shape > 1 && !words.isOrdinary(i) }
      return false
    }
  }

  /// An ordinary word in front is a name only where a family name or `bin` follows it.
  private func opensSurely(_ parts: [Part]) -> Bool {
    switch parts[1] {
    case .family, .particle, .compound, .definite: return true
    case .given, .unknown, .initial: if case .given(true) = parts[0] { return true } else { return false }
    }
  }

  private func unknownCount(_ parts: [Part]) -> Int {
    parts.reduce(0) { if case .unknown = $1 { $0 + 1 } else { $0 } }
  }

  private func isFamily(_ parts: [Part]) -> Bool { parts == [.family(sure: true)] }
}
