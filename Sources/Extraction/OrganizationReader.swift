import Language

/// Reads names of organizations: rows of the table, and a trigger with what it governs.
struct OrganizationReader {
  let words: NameWords
  let marks: QuotationMarks
  private var document: Document { words.document }

  /// The longest name that begins at token `i`.
  func read(at i: Int) -> NameCandidate? {
    let listed = fromTable(at: i)
    guard let triggered = fromTrigger(at: i) else { return listed }
    guard let listed, listed.ground != .doubtful else { return triggered }
    if isComplete(listed, before: triggered.tokens.upperBound) { return listed }
    return listed.tokens.upperBound >= triggered.tokens.upperBound ? listed : triggered
  }

  /// A party's name of the table that only adjectives of its own or a complement would lengthen.
  private func isComplete(_ listed: NameCandidate, before end: Int) -> Bool {
    guard listed.type == "party" || listed.type == "armed_group" else { return false }
    return listed.tokens.count > 1 && listed.tokens.upperBound < end && !words.isCoordinated(listed.tokens.upperBound)
  }

  // MARK: Table

  func fromTable(at i: Int, afterTrigger: Bool = false) -> NameCandidate? {
    guard let match = words.name(i, .organization) else { return nil }
    let row = Int(match.row)
    let start = introduction(of: match)
    let doubtful = start == i && !afterTrigger && isDoubtful(match)
    var end = match.end
    if start == i, !isProperName(AttributionTables.organizationTypes[row]),
      match.end > i + 1 || words.has(i, .organizationTrigger)
    {
      while end < words.count, end < match.end + 2, isCountryNisba(end) { end += 1 }
    }
    return NameCandidate(
      tokens: start..<end, proclitics: start == i ? match.proclitics : [], kind: .organization,
      ground: doubtful ? .doubtful : .lexicon, row: .init(cls: .organization, row: match.row),
      type: AttributionTables.organizationTypes[row], rule: "organization-table")
  }

  /// Clubs, companies and media have names of their own: the nisba behind describes them.
  private func isProperName(_ type: String) -> Bool { type == "club" || type == "company" || type == "media" }

  /// The first token of the name in a row that begins with a word that only introduces it: `the paper X`.
  private func introduction(of match: LexicalMatch) -> Int {
    guard match.end > match.start + 1, let trigger = document.match(match.start, .organizationTrigger),
      trigger.end < match.end, !trigger.proclitics.contains(.al), NameTables.triggers[Int(trigger.row)].introduces
    else { return match.start }
    return trigger.end
  }

  /// A name that is an ordinary word too, by its row or by the other tables.
  private func isDoubtful(_ match: LexicalMatch) -> Bool {
    let ambiguous = NameTables.ambiguous[Int(match.row)]
    if !ambiguous.isEmpty {
      let bytes = document.bytes(match.start..<match.end, without: match.proclitics)
      if ambiguous.contains(Folding.fold(document.text(bytes: bytes))) { return true }
    }
    guard match.end == match.start + 1 else { return false }
    let ordinary = NameWords.ordinary & ~LexicalClass.organizationTrigger.mask
    return document.senses(match.start).contains {
      $0.cls.mask & ordinary != 0 && ($0.suffix == .none || $0.suffix == .feminine)
    }
  }

  /// A definite nisba of a country in the singular.
  private func isCountryNisba(_ i: Int) -> Bool {
    guard words.isDefinite(i), let nisba = document.match(i, .nisba) else { return false }
    return nisba.form == 0 && (nisba.suffix == .none || nisba.suffix == .feminine)
  }

  // MARK: Trigger

  private func fromTrigger(at i: Int) -> NameCandidate? {
    guard words.has(i, .organizationTrigger) else { return nil }
    for match in document.matches(i, .organizationTrigger) where !match.suffix.isPronoun {
      let trigger = NameTables.triggers[Int(match.row)]
      if match.proclitics.contains(.al) || words.isDefinite(match.end - 1) && match.end > i + 1 {
        if let found = definite(match, trigger) { return found }
        if trigger.isKind { return nil }
      } else if let found = construct(match, trigger) {
        return found
      } else if trigger.isKind {
        return nil
      }
    }
    return nil
  }

  /// `the national council for human rights`, `the Danish army`.
  private func definite(_ match: LexicalMatch, _ trigger: OrganizationTrigger) -> NameCandidate? {
    guard match.form == 0, trigger.adjective || trigger.nationalIsName else { return nil }
    var end = agreeing(match.end..<adjectives(from: match.end))
    let count = end - match.end
    let national = (match.end..<end).contains { isCountryNisba($0) }
    if count > 0, !national, isCivil(trigger), words.isLamDefinite(end) || lamComplement(end) {
      end = idafa(from: end, first: true) ?? end
    }
    if count > 0, end == match.end + count, let owner = fromTable(at: end) ?? fromTrigger(at: end),
      owner.proclitics.subtracting(.al) == .li
    {
      end = owner.tokens.upperBound
    }
    let complemented = end > match.end + count
    let isName =
      national && trigger.nationalIsName || complemented && !trigger.introduces || count >= 2 && trigger.governs
      || match.end > match.start + 1 && trigger.nationalIsName
    guard isName else { return nil }
    return candidate(match.start..<end, match.proclitics, trigger, "organization-adjective")
  }

  private func isCivil(_ trigger: OrganizationTrigger) -> Bool {
    switch trigger.type {
    case "government", "union", "international", "ngo", "parliament", "bank", "court": trigger.governs
    default: false
    }
  }

  /// `ministry of X`, `party of X`, `the paper "X"`.
  private func construct(_ match: LexicalMatch, _ trigger: OrganizationTrigger) -> NameCandidate? {
    let k = match.end
    guard k < words.count else { return nil }
    if trigger.proper || trigger.introduces, let quoted = quoted(match, trigger) { return quoted }
    guard match.form == 0 || trigger.introduces else { return nil }
    if let listed = fromTable(at: k, afterTrigger: true), listed.proclitics.isEmpty, trigger.proper || trigger.idafa {
      if trigger.introduces || match.form != 0 { return introduced(listed.tokens, trigger, row: listed.row) }
      guard trigger.governs else { return nil }
      let end = listed.tokens.upperBound
      return kept(match, isProperName(trigger.type) ? end : adjectives(from: end, nationalOnly: true), trigger)
    }
    if match.form == 0, trigger.governs, !trigger.introduces,
      let end = idafa(from: k, first: false) ?? members(at: k, trigger)
    {
      return kept(match, end, trigger)
    }
    guard trigger.proper, trigger.governs || trigger.introduces || isMovement(trigger),
      let end = proper(from: k, trigger)
    else { return nil }
    return trigger.introduces || match.form != 0 ? introduced(k..<end, trigger) : kept(match, end, trigger)
  }

  private func isMovement(_ trigger: OrganizationTrigger) -> Bool {
    trigger.type == "party" || trigger.type == "armed_group"
  }

  private func kept(_ match: LexicalMatch, _ end: Int, _ trigger: OrganizationTrigger) -> NameCandidate? {
    guard match.form == 0 else { return nil }
    return candidate(match.start..<end, match.proclitics, trigger, "organization-construct")
  }

  private func introduced(
    _ tokens: Range<Int>, _ trigger: OrganizationTrigger, row: NameCandidate.TableRow? = nil
  ) -> NameCandidate {
    var found = candidate(tokens, [], trigger, "organization-introduced")
    found.row = row
    return found
  }

  /// A short quoted stretch behind the trigger, perhaps with the word's own adjective between.
  private func quoted(_ match: LexicalMatch, _ trigger: OrganizationTrigger) -> NameCandidate? {
    var open = match.end
    if marks.opening(at: open) == nil, words.isDefiniteNisba(open) { open += 1 }
    guard let stretch = marks.opening(at: open), stretch.closed, (1...7).contains(stretch.content.count) else {
      return nil
    }
    let content = stretch.content
    guard content.allSatisfy({ document.tokens[$0].kind != .newline }), words.isWord(content.lowerBound),
      !words.has(content.lowerBound, .reportingVerb)
    else { return nil }
    let row = fromTable(at: content.lowerBound, afterTrigger: true).flatMap { $0.tokens == content ? $0.row : nil }
    if row != nil || trigger.introduces || match.form != 0 || open > match.end {
      return introduced(content, trigger, row: row)
    }
    return kept(match, adjectives(from: stretch.close + 1), trigger)
  }

  private func candidate(
    _ tokens: Range<Int>, _ proclitics: Proclitics, _ trigger: OrganizationTrigger, _ rule: String
  ) -> NameCandidate {
    NameCandidate(
      tokens: tokens, proclitics: proclitics, kind: .organization, ground: .structure, row: nil, type: trigger.type,
      rule: rule)
  }

  // MARK: What follows a trigger

  /// Definite adjectives from token `k` on.
  private func adjectives(from k: Int, nationalOnly: Bool = false) -> Int {
    var i = k
    while i < words.count, i < k + 4, nationalOnly ? isCountryNisba(i) : words.isNameAdjective(i) { i += 1 }
    return i
  }

  /// The end of the adjectives that agree with the first in gender.
  private func agreeing(_ adjectives: Range<Int>) -> Int {
    guard let first = adjectives.first else { return adjectives.upperBound }
    let feminine = document.endsInTaMarbuta(first)
    return adjectives.first { document.endsInTaMarbuta($0) != feminine } ?? adjectives.upperBound
  }

  /// Nouns in construct, a definite noun or a place at their end, adjectives, and nouns coordinated with it.
  private func idafa(from k: Int, first lam: Bool) -> Int? {
    var i = k
    if lam {
      guard words.isLamDefinite(i) || lamComplement(i) else { return nil }
      if !words.isLamDefinite(i) { i = idafaTail(from: i + 1) ?? k }
      if i == k { i += 1 }
      return tail(from: i)
    }
    return idafaTail(from: i).map { tail(from: $0) }
  }

  /// The end of a chain of nouns: construct nouns and one definite noun or place.
  private func idafaTail(from k: Int) -> Int? {
    var i = k
    while i < words.count, i < k + 3, isConstructNoun(i) { i += 1 }
    guard i < words.count else { return nil }
    if let domain = document.match(i, .postDomain), domain.proclitics.isEmpty { return domain.end }
    if words.isDefinite(i), isNoun(i) { return i + 1 }
    for cls in [LexicalClass.country, .capital, .place] {
      if let place = document.match(i, cls), place.proclitics.isEmpty, cls != .place || place.form == 0 {
        return place.end
      }
    }
    return nil
  }

  /// The end of those whom a body is made of: `the union of the farmers`.
  private func members(at k: Int, _ trigger: OrganizationTrigger) -> Int? {
    guard trigger.type == "union" || trigger.type == "ngo", words.isDefinite(k),
      document.matches(k, .title).contains(where: { $0.form == 3 })
    else { return nil }
    return tail(from: k + 1)
  }

  private func tail(from k: Int) -> Int {
    var i = adjectives(from: k)
    while i < words.count, i < k + 6, words.isCoordinated(i), isNoun(i), !startsSomethingElse(i) {
      i = adjectives(from: i + 1)
    }
    if i < words.count, words.isLamDefinite(i), isNoun(i), i < k + 4 { i = adjectives(from: i + 1) }
    return i
  }

  private func isConstructNoun(_ i: Int) -> Bool {
    guard words.isArabic(i), !words.isDefinite(i), !document.has(i, anyOf: NameWords.closed) else { return false }
    if words.has(i, .country) || words.has(i, .place) || words.has(i, .nisba) || words.has(i, .title) { return false }
    if document.isPreposition(i) || words.isLamDefinite(i) || words.isCoordinated(i) { return false }
    // An indefinite adjective or a verb: `an organization that ...`.
    if words.isFiniteVerb(i) || words.endsInNisba(i) || words.has(i, .nameAdjective) { return false }
    return words.length(i) >= 4
  }

  private func isNoun(_ i: Int) -> Bool {
    let stop =
      LexicalClass.functionWord.mask | LexicalClass.weekday.mask | LexicalClass.numberWord.mask
      | LexicalClass.title.mask
    return words.isArabic(i) && !document.has(i, anyOf: stop)
  }

  /// A coordinated word that begins a name of its own.
  private func startsSomethingElse(_ i: Int) -> Bool {
    let own =
      LexicalClass.organizationTrigger.mask | LexicalClass.title.mask | LexicalClass.country.mask
      | LexicalClass.place.mask | LexicalClass.organization.mask | LexicalClass.reportingVerb.mask
      | LexicalClass.sourceNoun.mask
    return document.has(i, anyOf: own)
  }

  /// `li` written to an indefinite noun in construct: `for human rights`.
  private func lamComplement(_ i: Int) -> Bool {
    guard words.begins(i, [Letter.lam]), !words.isLamDefinite(i), words.isArabic(i) else { return false }
    return words.length(i) >= 8 && !document.has(i, anyOf: NameWords.closed)
      && words.isDefinite(i + 1) && isNoun(i + 1)
  }

  /// Words of a proper name: unknown ones, names, Latin words.
  private func proper(from k: Int, _ trigger: OrganizationTrigger) -> Int? {
    var i = k
    while i < words.count, i < k + 4, isProper(i, trigger, first: i == k) { i += 1 }
    guard i > k else { return nil }
    if i == k + 1, words.isDefinite(k) { i = adjectives(from: i, nationalOnly: true) }
    return i
  }

  private func isProper(_ i: Int, _ trigger: OrganizationTrigger, first: Bool) -> Bool {
    if words.isLatin(i) { return words.isCapitalized(i) }
    guard words.isArabic(i), words.length(i) >= 4 else { return false }
    if document.has(i, anyOf: NameWords.closed) { return false }
    if words.isDefinite(i) { return first && trigger.type == "media" && words.isUnknown(i) }
    if words.isClitic(i, first: first) { return false }
    if let place = document.match(i, .place), place.proclitics.isEmpty, place.form == 0 { return true }
    if let country = document.match(i, .country), country.proclitics.isEmpty { return true }
    return words.isUnknown(i) && words.looksLikeName(i)
  }
}
