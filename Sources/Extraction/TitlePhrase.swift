import Language

/// A title with what it governs: `the speaker of the council in the White House`.
struct TitlePhrase {
  /// From the first word of the title to the word before the person's name.
  var tokens: Range<Int>
  /// The first title word's reading.
  var match: LexicalMatch
  /// `post`, `rank`, `honorific`, `profession` or `relation`.
  var kind: String
  /// Whether the phrase is complete, so that an indefinite word behind it can only be a name.
  var closed: Bool
}

/// Walks a title phrase; names of organizations and places in it must have been found before.
struct TitleReader {
  let words: NameWords
  /// For each token the end of the organization or place that begins there, 0 when none does, -1 where a person's name
  /// begins.
  let nameEnds: [Int32]
  private var document: Document { words.document }

  func read(at i: Int) -> TitlePhrase? {
    guard let match = title(at: i) else { return nil }
    let kind = AttributionTables.titleKinds[Int(match.row)].split(separator: "|").first.map(String.init) ?? ""
    var phrase = TitlePhrase(tokens: i..<match.end, match: match, kind: kind, closed: isDefinite(match))
    var at = match.end
    while at < words.count, at < i + 16, let next = step(at, &phrase) { at = next }
    phrase.tokens = i..<at
    return phrase
  }

  private func title(at i: Int) -> LexicalMatch? {
    guard words.has(i, .title), !words.isPrintedFunction(i) else { return nil }
    return document.matches(i, .title).first { $0.suffix == .none || $0.suffix == .alef || $0.suffix.isPronoun }
  }

  private func isDefinite(_ match: LexicalMatch) -> Bool {
    match.proclitics.contains(.al) || match.suffix.isPronoun && match.suffix != .my
      || words.isDefinite(match.end - 1)
  }

  /// The token after what stands at `at`, if that still belongs to the title.
  private func step(_ at: Int, _ phrase: inout TitlePhrase) -> Int? {
    if let quoted = quotedName(at) {
      phrase.closed = true
      return quoted
    }
    guard words.isWord(at), nameEnds[at] >= 0 else { return nil }
    if nameEnds[at] > 0 {
      phrase.closed = true
      return Int(nameEnds[at])
    }
    let name = words.name(at, .givenName)
    if let name, name.form == 0, name.proclitics.isEmpty { return nil }
    if phrase.closed, isNameToo(at) { return nil }
    if let nested = title(at: at), nested.proclitics.isDisjoint(with: [.wa, .fa]) {
      phrase.closed = isDefinite(nested)
      return nested.end
    }
    if document.isPreposition(at) || document.isWord(at, .named) {
      if quotedName(at + 1) != nil { return at + 1 }
      guard words.isWord(at + 1), nameEnds[at + 1] > 0 || words.isDefinite(at + 1) || words.has(at + 1, .title) else {
        return nil
      }
      phrase.closed = false
      return at + 1
    }
    if document.has(at, anyOf: NameWords.closed) { return nil }
    // An accusative without article is a predicate (`was elected president of`): only a preposition continues it.
    if phrase.match.suffix == .alef, !phrase.closed, !words.isLamDefinite(at) { return nil }
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
    if phrase.closed {
      // An indefinite noun known as such can't follow a definite phrase.
      return nil
    }
    return words.isArabic(at) ? at + 1 : nil
  }

  /// A title without article that is a given name too, with a name behind it.
  private func isNameToo(_ at: Int) -> Bool {
    let names = LexicalClass.givenName.mask | LexicalClass.familyName.mask
    return document.has(at, anyOf: names) && !words.isDefinite(at) && at + 1 < words.count
      && document.has(at + 1, anyOf: names) && nameEnds[at + 1] <= 0 && !words.has(at + 1, .functionWord)
  }

  /// The token behind a name in quotation marks.
  private func quotedName(_ at: Int) -> Int? {
    guard at + 1 < words.count, document.tokens[at].kind == .sign, QuotationMarks.isMark(document, at),
      nameEnds[at + 1] > 0, QuotationMarks.isMark(document, Int(nameEnds[at + 1]))
    else { return nil }
    return Int(nameEnds[at + 1]) + 1
  }
}
