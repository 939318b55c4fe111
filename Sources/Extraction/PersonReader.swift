import Language

/// Reads names of persons: given and family names with the particles between them, and, behind a title, words that
/// no table knows.
struct PersonReader {
  let words: NameWords
  private var document: Document { words.document }

  /// What a word can be in a name.
  private enum Part {
    case given(sure: Bool), family(sure: Bool), particle, unknown, definite, initial
  }

  /// A name that begins at token `i`. Behind a title unknown words are read as names too.
  func read(at i: Int, titled: Bool) -> NameCandidate? {
    guard words.isArabic(i) else { return nil }
    var i = i
    var proclitics: Proclitics = []
    guard let first = part(i, first: true, titled: titled, &proclitics) else { return nil }
    let start = i
    var parts = [first]
    if case .given = first, let match = words.name(i, .givenName), match.end > i + 1 { i = match.end - 1 }
    i += 1
    while i < words.count, i < start + 7 {
      var none: Proclitics = []
      guard let next = part(i, first: false, titled: titled, &none), continues(parts, next, at: i) else { break }
      parts.append(next)
      if case .given = next, let match = words.name(i, .givenName), match.end > i + 1 { i = match.end - 1 }
      if case .initial = next, document.isSign(i + 1, Sign.stop) { i += 1 }
      i += 1
    }
    while case .particle? = parts.last {
      parts.removeLast()
      i -= 1
    }
    guard !parts.isEmpty, isName(parts, titled: titled) else { return nil }
    return NameCandidate(
      tokens: start..<i, proclitics: proclitics, kind: .person, ground: parts.count > 1 ? .structure : .lexicon,
      row: nil, type: nil, rule: titled ? "person-titled" : "person-name")
  }

  // MARK: Parts

  private func part(_ i: Int, first: Bool, titled: Bool, _ proclitics: inout Proclitics) -> Part? {
    guard words.isArabic(i) else { return initial(i, first: first) }
    if let match = words.name(i, .nameParticle), first || match.proclitics.isEmpty {
      proclitics = match.proclitics
      return .particle
    }
    if let known = known(i, first: first, &proclitics) { return known }
    if document.has(i, anyOf: NameWords.closed) { return nil }
    if words.isDefinite(i) {
      if first || words.has(i, .title) || words.has(i, .timeWord) { return nil }
      return .definite
    }
    if words.isCoordinated(i) || words.isLamDefinite(i) { return nil }
    if !first, words.begins(i, Letter.conjunctions) { return nil }
    return words.isUnknown(i) ? .unknown : initial(i, first: first)
  }

  /// The word as a given or family name of the tables.
  private func known(_ i: Int, first: Bool, _ proclitics: inout Proclitics) -> Part? {
    let given = words.name(i, .givenName).flatMap { first || $0.proclitics.isEmpty ? $0 : nil }
    let family = words.name(i, .familyName).flatMap { first || $0.proclitics.isEmpty ? $0 : nil }
    guard let match = given ?? family else { return nil }
    if document.has(i, anyOf: NameWords.closed) {
      guard let given, match.end == i + 1, given.proclitics.isEmpty, words.isPrintedAs(given) else { return nil }
      return .given(sure: false)
    }
    proclitics = match.proclitics
    let ordinary = match.end == i + 1 && words.isOrdinary(i)
    if given != nil { return .given(sure: given!.form == 0 && !ordinary) }
    return .family(sure: family!.form == 0 && !ordinary)
  }

  /// A single letter, perhaps with a stop behind it.
  private func initial(_ i: Int, first: Bool) -> Part? {
    words.isWord(i) && !first && words.length(i) <= 2 ? .initial : nil
  }

  /// Whether `next` may follow the parts so far.
  private func continues(_ parts: [Part], _ next: Part, at i: Int) -> Bool {
    switch next {
    case .given, .family, .particle: return true
    case .initial: return words.isWord(i) && (words.isLatin(i) || document.isSign(i + 1, Sign.stop))
    case .definite:
      // One definite word, as a family name, behind one that is a name for sure.
      guard case .given(let sure)? = parts.last, sure else {
        if case .particle? = parts.last { return true }
        return false
      }
      return true
    case .unknown:
      if case .particle? = parts.last { return true }
      return parts.filter { if case .unknown = $0 { true } else { false } }.count < 3
    }
  }

  private func isName(_ parts: [Part], titled: Bool) -> Bool {
    var sure = 0
    var known = 0
    for part in parts {
      switch part {
      case .given(let s), .family(let s):
        known += 1
        if s { sure += 1 }
      case .particle, .unknown, .definite, .initial: break
      }
    }
    if titled { return true }
    if parts.count == 1 {
      guard case .family(let sure)? = parts.first else { return false }
      return sure
    }
    return sure >= 1 || known >= 2
  }
}
