import Language

/// Noun phrases of unknown words, and how far a noun phrase reaches.
extension QuoteScanner {
  /// Words that begin no source's phrase: rule words, participles of reporting verbs, other function words.
  func isNoSource(_ p: Int) -> Bool {
    if document.has(p, .ruleWord) || !document.roles(p).isEmpty { return true }
    return document.senses(p).contains {
      $0.cls == .reportingVerb && $0.form >= VerbForm.participle && $0.form < VerbForm.masdar
        && !$0.proclitics.contains(.al)
    }
  }

  /// A noun phrase of unknown words as an unnamed source; a person in apposition behind it speaks instead.
  mutating func readLoosePhrase(_ p: Int, to limit: Int) -> Source? {
    let end = nounPhraseEnd(from: p + 1, to: limit)
    if document.isPause(end), let person = appositionPerson(end + 1) {
      return Source(entity: person.entity, tokens: p..<person.tokens.upperBound)
    }
    if let known = introduced(p..<end) { return known }
    return Source(entity: article.anonymous(phraseText(p..<end)), tokens: p..<end)
  }

  /// The unnamed source that a definite phrase names again: `hackers said … the hackers added`.
  func introduced(_ phrase: Range<Int>) -> Source? {
    guard document.isDefinite(phrase.lowerBound) else { return nil }
    let words = phrase.map { titleWord(document.folded($0)) }
    for (i, entity) in article.entities.enumerated() where entity.kind == .anonymous {
      let known = entity.name.split(separator: " ").map { titleWord(Folding.fold($0)) }
      if known == words || (words.count == 1 && known.first == words[0]) { return Source(entity: i, tokens: phrase) }
    }
    return nil
  }

  /// The phrase as printed, without proclitics of its first word and without what opens or closes behind it.
  func phraseText(_ phrase: Range<Int>) -> String {
    document.text(bytes: document.bytes(phrase, without: leadingProclitics(phrase.lowerBound)))
  }

  /// The conjunctions `wa` and `fa` before a word that the lexicon knows without them.
  func leadingProclitics(_ p: Int) -> Proclitics {
    let senses = document.senses(p)
    guard !senses.contains(where: { $0.proclitics.isEmpty || $0.proclitics == .al }) else { return [] }
    return senses.first.map { $0.proclitics.subtracting(.al) } ?? []
  }

  /// Where a noun phrase that has reached token `from` ends.
  func nounPhraseEnd(from: Int, to limit: Int) -> Int {
    var q = from
    while q < limit, q < from + 9 {
      if document.tokens[q].kind != .word {
        // A name in quotation marks belongs to the phrase.
        if let stretch = marks.opening(at: q), stretch.closed, stretch.content.count <= 4, q > from,
          stretch.close < limit
        {
          q = stretch.close + 1
          continue
        }
        break
      }
      let partitive = document.isWord(q, .from) && (document.isDefinite(q + 1) || article.mentionAt[q + 1] >= 0)
      if article.date(at: q) != nil || adjunctPhrase(q) != nil || (stopsPhrase(q) && !partitive) { break }
      if document.isWord(q, .issued) { break }
      if document.isWord(q, .in), document.has(q + 1, anyOf: Self.times) || article.dateAt[q + 1] >= 0 { break }
      if document.isDefinite(q - 1) || article.mentionAt[q - 1] >= 0, opensPhrase(q, from: from - 1) { break }
      if let mention = article.mention(at: q) {
        if isMedia(mention.entity), isGoverned(mention) || document.has(q - 1, anyOf: Self.adjectives) { break }
        q = max(q + 1, mention.tokens.upperBound)
        continue
      }
      if isOutletAddress(q) || leavesPhrase(q) { break }
      q += 1
    }
    while q > from, document.isPreposition(q - 1), !document.has(q - 1, anyOf: Self.adjectives) { q -= 1 }
    return q
  }

  private static let times = LexicalClass.timeWord.mask | LexicalClass.weekday.mask | LexicalClass.month.mask

  /// Whether another noun phrase begins behind a definite word: an indefinite noun, the name of a place, or people
  /// in the plural where the phrase is of one (`the council the Norlanders`).
  private func opensPhrase(_ q: Int, from head: Int) -> Bool {
    if let mention = article.mention(at: q) {
      return mention.kind == .place && !isGoverned(mention) && article.mentionAt[q - 1] < 0
    }
    if hasPreposition(q) || document.isPreposition(q) { return false }
    // A definite word is never in the construct state: an indefinite noun behind it is not its genitive.
    guard document.isDefinite(q) else { return !document.begins(q, withAny: Letter.conjunctions) }
    let singular = document.senses(head).contains {
      [.organizationTrigger, .title, .sourceNoun].contains($0.cls) && $0.form < 2
    }
    guard singular else { return false }
    return document.senses(q).contains {
      [.nisba, .nationality].contains($0.cls) && ($0.suffix == .oblique || $0.suffix == .pluralUn || $0.form == 1)
    }
  }

  /// Prepositions that no longer belong to a source's phrase, and adverbial accusatives.
  func leavesPhrase(_ q: Int) -> Bool {
    if document.isWord(q, .in) || document.isWord(q, .from) { return false }
    if addressesMedia(q) { return true }
    // Points of the compass are adjectives too.
    if document.has(q, anyOf: Self.adjectives) { return false }
    // The adjective of an accusative looks like an adverb: `a source of security`.
    let alef = "\u{627}"
    if document.folded(q).hasSuffix("\u{64A}" + alef), document.folded(q - 1).hasSuffix(alef) { return false }
    let roles = document.roles(q)
    if !roles.isDisjoint(with: [.adverb, .auxiliary, .particle, .conjunction, .demonstrative]) { return true }
    return roles.contains(.preposition)
  }

  // MARK: Small questions

  /// Complementizers, relatives, verbs that report, negations: nothing of a noun phrase.
  func stopsPhrase(_ p: Int) -> Bool {
    if document.tokens[p].kind != .word { return true }
    if document.isWord(p, .that) || isFiniteCue(p) { return true }
    return !document.roles(p).isDisjoint(with: [.relative, .negation, .pronoun, .interrogative])
  }

  /// A finite form of a verb that reports, not read as something else by the name or title tables.
  func isFiniteCue(_ p: Int) -> Bool {
    guard document.has(p, .reportingVerb), article.mentionAt[p] < 0 else { return false }
    return document.senses(p).contains { sense in
      sense.cls == .reportingVerb && sense.form < VerbForm.participle
        && (AttributionTables.verbs[Int(sense.row)].strong || !document.has(p, .title))
    }
  }
}
