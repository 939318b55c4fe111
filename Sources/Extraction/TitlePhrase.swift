import Language

/// A title with what it governs: `the speaker of the council in the White House`.
struct TitlePhrase {
  /// From the first word of the title to its last.
  var tokens: Range<Int>
  /// The first title word's reading.
  var match: LexicalMatch
  /// `post`, `rank`, `honorific`, `profession` or `relation`.
  var kind: String
  /// Whether the phrase is complete, so that an indefinite word behind it can only be a name.
  var closed: Bool
  /// Whether it governs the name of an organization or place.
  var named = false
  /// Where the holder's name stands if it follows: behind the title and an acronym in parentheses.
  var behind: Int

  /// Whether the title is that of two or more.
  var isShared: Bool { match.form >= 2 }
  /// Whether it stands alone, as a predicate does (`was elected president of`): in the accusative, or with a
  /// preposition where the feminine hides it.
  var isPredicate: Bool
}

/// Walks a title phrase; names of organizations and places in it must have been found before.
struct TitleReader {
  let words: NameWords
  /// For each token the end of the organization or place that begins there, 0 when none does, and the end negated of a
  /// person's name.
  let nameEnds: [Int32]
  private var document: Document { words.document }

  func read(at i: Int) -> TitlePhrase? {
    guard let match = title(at: i) else { return nil }
    let kind = AttributionTables.firstTitleKinds[Int(match.row)]
    var phrase = TitlePhrase(
      tokens: i..<match.end, match: match, kind: kind, closed: isDefinite(match), behind: i,
      isPredicate: isPredicate(match))
    if document.isWord(match.end - 1, .named) { phrase.closed = false }
    var at = match.end
    // An organization may begin inside a title of several words: `head of the political bureau of the movement`.
    if let end = (i + 1..<match.end).map({ Int(nameEnds[$0]) }).max(), end > at {
      at = end
      phrase.closed = true
    }
    while at < words.count, at < i + 16, let next = step(at, &phrase) { at = next }
    phrase.tokens = i..<at
    phrase.behind = phrase.closed ? pastParentheses(at) : at
    return phrase
  }

  /// The reading of the word or phrase as a title: the longest, and of one word's readings the singular, unless an
  /// alef can only be that of the dual.
  func title(at i: Int) -> LexicalMatch? {
    guard words.has(i, .title), !words.isPrintedFunction(i) else { return nil }
    let all = document.matches(i, .title).filter {
      $0.suffix == .none || $0.suffix == .alef
        || $0.suffix.isPronoun && !($0.suffix == .his && document.endsInTaMarbuta($0.end - 1))
    }
    guard let longest = all.first else { return nil }
    let readings = all.filter { $0.end == longest.end }
    if let accusative = readings.first(where: { $0.suffix == .alef }) {
      let dual = readings.first { $0.form == 2 }
      return dual.flatMap { governs($0.end) ? $0 : nil } ?? accusative
    }
    return readings.min { $0.form < $1.form }
  }

  /// Whether a noun in construct can govern what stands at `i`: a definite noun or a name without a preposition.
  private func governs(_ i: Int) -> Bool {
    guard words.isWord(i), !words.isLamDefinite(i) else { return false }
    if isGoverned(i) { return false }
    return words.isDefinite(i) || nameEnds[i] > 0 || i + 1 < words.count && nameEnds[i + 1] > 0
      || words.has(i, .organizationTrigger)
      || words.isDefinite(i + 1) && document.has(i, anyOf: NameWords.closed) == false && words.has(i, .postDomain)
  }

  private func isDefinite(_ match: LexicalMatch) -> Bool {
    match.proclitics.contains(.al) || match.suffix.isPronoun && match.suffix != .my
      || words.isDefinite(match.end - 1)
  }

  private func isPredicate(_ match: LexicalMatch) -> Bool {
    if match.suffix == .alef { return true }
    guard match.form == 1, !match.proclitics.contains(.al), document.endsInTaMarbuta(match.end - 1) else {
      return false
    }
    return words.isLamDefinite(match.end) || isGoverned(match.end)
  }

  /// Whether a preposition is written to the word in all its readings.
  private func isGoverned(_ i: Int) -> Bool {
    let senses = document.senses(i)
    return !senses.isEmpty && senses.allSatisfy { !$0.proclitics.isDisjoint(with: .prepositions) }
  }

  /// The token after what stands at `at`, if that still belongs to the title.
  private func step(_ at: Int, _ phrase: inout TitlePhrase) -> Int? {
    if let quoted = quotedName(at) {
      phrase.closed = true
      return quoted
    }
    guard words.isWord(at) else { return nil }
    if nameEnds[at] < 0 {
      // `the former director of the office of X`.
      let end = Int(-nameEnds[at])
      guard document.isContext(end, .incumbency) else { return nil }
      phrase.closed = true
      return end
    }
    if nameEnds[at] > 0 {
      if isAddressee(at), phrase.named { return nil }
      phrase.closed = true
      phrase.named = true
      return Int(nameEnds[at])
    }
    if phrase.named, isAddressee(at) { return nil }
    // `Abu` and `Abd` begin a name.
    if document.isWord(at, .servant) || document.isWord(at, .father) { return nil }
    let name = words.name(at, .givenName)
    if let name, name.form == 0, name.proclitics.isEmpty { return nil }
    if phrase.closed, isNameToo(at) { return nil }
    // The former, the present, the acting one.
    if document.isContext(at, .incumbency) { return at + 1 }
    if let nested = title(at: at) { return step(into: nested, &phrase) }
    if let next = prepositional(at) {
      phrase.closed = false
      return next
    }
    if document.has(at, anyOf: NameWords.closed) { return nil }
    // A predicate (`was elected president of`) is continued by a preposition, and by an adjective before one.
    if phrase.isPredicate, !phrase.closed, !words.isLamDefinite(at) {
      guard isLed(at) || agrees(at) else { return nil }
      phrase.closed = nameEnds[at] > 0
      return at + 1
    }
    if let domain = document.match(at, .postDomain) {
      phrase.closed = true
      return domain.end
    }
    if words.has(at, .timeWord) || words.has(at, .month) { return nil }
    if words.isDefinite(at) || words.isLamDefinite(at) || words.isCoordinated(at) && phrase.closed {
      phrase.closed = true
      return at + 1
    }
    if words.begins(at, Letter.conjunctions), !words.isUnknown(at) { return nil }
    // An indefinite noun known as such can't follow a definite phrase.
    if phrase.closed { return nil }
    return words.isArabic(at) ? at + 1 : nil
  }

  /// Whether a medium stands there with `to`: whom the holder talked to, when the post has been named already.
  private func isAddressee(_ i: Int) -> Bool {
    guard words.begins(i, [Letter.lam]) else { return false }
    return document.senses(i).contains { sense in
      guard sense.proclitics.contains(.li) else { return false }
      switch sense.cls {
      case .organization: return Self.media.contains(AttributionTables.organizationTypes[Int(sense.row)])
      case .organizationTrigger: return Self.media.contains(AttributionTables.triggerTypes[Int(sense.row)])
      default: return false
      }
    }
  }

  private static let media: Set<String> = ["media", "agency"]

  /// An adjective in the accusative with `lam` behind it.
  private func agrees(_ i: Int) -> Bool {
    words.isWord(i) && document.folded(i).hasSuffix("\u{627}") && (words.isLamDefinite(i + 1) || isLed(i + 1))
  }

  /// Whether `lam` is written to the word.
  private func isLed(_ i: Int) -> Bool { words.begins(i, [Letter.lam]) && isGoverned(i) }

  /// A title governed by the first. One behind a conjunction is another; so is that of a post behind a complete phrase,
  /// without a preposition; but ranks and honorifics may stand between the post and the name.
  private func step(into nested: LexicalMatch, _ phrase: inout TitlePhrase) -> Int? {
    guard nested.proclitics.isDisjoint(with: [.wa, .fa]), !phrase.isPredicate || phrase.closed else { return nil }
    // Journalists are told something (`to reporters`).
    if phrase.closed, nested.form > 2, nested.proclitics.contains(.li) { return nil }
    if phrase.closed, nested.proclitics.isDisjoint(with: .prepositions) {
      guard !nested.suffix.isPronoun, nested.form < 2, phrase.kind != "post" || !names(post: nested) else { return nil }
    }
    phrase.closed = isDefinite(nested)
    return nested.end
  }

  /// Whether it is the title of a post and nothing else.
  private func names(post match: LexicalMatch) -> Bool { AttributionTables.titleKinds[Int(match.row)] == "post" }

  /// The token after a preposition, or a noun behind one, that leads from the title to what the post is for.
  private func prepositional(_ at: Int) -> Int? {
    let named = document.isWord(at, .named)
    if named || document.isWord(at, .in) || document.isWord(at, .to) || document.isWord(at, .on)
      || document.isWord(at, .about) || document.isContext(at, .postScope)
    {
      if quotedName(at + 1) != nil { return at + 1 }
      guard words.isWord(at + 1) else { return nil }
      let introduces = words.has(at + 1, .organizationTrigger) || words.has(at + 1, .placeTrigger)
      let leads =
        nameEnds[at + 1] > 0 || words.isDefinite(at + 1) || named && words.has(at + 1, .title)
        || introduces && at + 2 < words.count && (nameEnds[at + 2] > 0 || quotedName(at + 2) != nil)
      return leads ? at + 1 : nil
    }
    // `at the network CNN`: the noun that introduces a name, with the preposition written to it.
    guard words.begins(at, [Letter.ba, Letter.lam]) else { return nil }
    let introduces = document.senses(at).contains {
      ($0.cls == .organizationTrigger || $0.cls == .placeTrigger) && !$0.proclitics.isDisjoint(with: [.ba, .li])
    }
    guard introduces, at + 1 < words.count, nameEnds[at + 1] > 0 || quotedName(at + 1) != nil else { return nil }
    return at + 1
  }

  /// A title without article that is a given name too, with a name behind it.
  private func isNameToo(_ at: Int) -> Bool {
    let names = LexicalClass.givenName.mask | LexicalClass.familyName.mask
    return document.has(at, anyOf: names) && !words.isDefinite(at) && at + 1 < words.count
      && document.has(at + 1, anyOf: names) && nameEnds[at + 1] <= 0 && !words.has(at + 1, .functionWord)
  }

  /// The token behind a name, or a few words that begin with a definite one, in quotation marks.
  private func quotedName(_ at: Int) -> Int? {
    guard at + 1 < words.count, document.tokens[at].kind == .sign, QuotationMarks.isMark(document, at) else {
      return nil
    }
    if nameEnds[at + 1] > 0, QuotationMarks.isMark(document, Int(nameEnds[at + 1])) { return Int(nameEnds[at + 1]) + 1 }
    guard words.isDefinite(at + 1) else { return nil }
    let close = (at + 2..<min(words.count, max(at + 2, at + 6))).first { !words.isWord($0) }
    return close.flatMap { QuotationMarks.isMark(document, $0) ? $0 + 1 : nil }
  }

  /// The token behind a few words in parentheses at `at`, else `at`.
  private func pastParentheses(_ at: Int) -> Int {
    guard document.isSign(at, Sign.openParenthesis) else { return at }
    let limit = min(words.count, at + 6)
    return (at + 1..<limit).first { document.isSign($0, Sign.closeParenthesis) }.map { $0 + 1 } ?? at
  }
}
