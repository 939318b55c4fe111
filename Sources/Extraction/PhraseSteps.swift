import Language

/// Small questions about what stands at a token on the way through a phrase, and steps over what does not matter.
extension QuoteScanner {
  /// Particles and adverbs that stand between a verb and its subject.
  func isFiller(_ p: Int) -> Bool {
    !document.roles(p).isDisjoint(with: [.particle, .adverb, .auxiliary, .demonstrative])
  }

  func hasPreposition(_ p: Int) -> Bool {
    let senses = document.senses(p)
    if document.isDefinite(p), [Letter.ba, Letter.lam, Letter.kaf].contains(where: { document.beginsWith(p, $0) }) {
      return true
    }
    // An unknown word with a feminine noun's ending.
    if senses.isEmpty, document.endsInTaMarbuta(p), document.beginsWith(p, Letter.ba) { return true }
    return !senses.isEmpty && senses.allSatisfy { !$0.proclitics.isDisjoint(with: [.ba, .li, .ka]) }
  }

  /// An occasion or change of speaker: `in a statement`, `for his part`.
  func adjunctPhrase(_ p: Int) -> LexicalMatch? {
    guard let match = document.match(p, .attributionPhrase) else { return nil }
    switch AttributionTables.phrases[Int(match.row)].role {
    case .turn, .venue: return match
    case .source, .clause: return nil
    }
  }

  func skipPrepositionalPhrase(_ p: Int, to limit: Int) -> Int {
    var q = p + 1
    // `from him` governs nothing more.
    if document.isPreposition(p), document.governsPronoun(p) { return q }
    if document.isPreposition(p) {
      if let mention = article.mention(at: q) { return max(q, mention.tokens.upperBound) }
      if let date = article.date(at: q) { return date.tokens.upperBound }
      if let stretch = marks.opening(at: q) { return stretch.close + 1 }
      q += 1
      q = skipAdjectives(of: q - 1, from: q, to: limit)
      if let stretch = marks.opening(at: q), stretch.closed, stretch.content.count <= 4, stretch.close < limit {
        return stretch.close + 1
      }
      // The genitive of an indefinite noun: `from the city of X`.
      if q == p + 2, q < limit, !document.isDefinite(q - 1), let mention = article.mention(at: q),
        mention.kind != .person
      {
        q = max(q, mention.tokens.upperBound)
      }
    } else {
      if let stretch = marks.opening(at: q), stretch.closed, stretch.content.count <= 4 { return stretch.close + 1 }
      q = skipAdjectives(of: p, from: q, to: limit)
    }
    while q < limit, document.tokens[q].kind == .word, document.isDefinite(q), article.mentionAt[q] < 0,
      description(at: q) == nil
    {
      q += 1
    }
    return q
  }

  /// Past an indefinite noun's adjective (`at an earlier time`), or the adjectives of an occasion or a document that
  /// agree with it (`in a daily press briefing`), which may be nouns for a source elsewhere.
  func skipAdjectives(of noun: Int, from: Int, to limit: Int) -> Int {
    var q = from
    guard !document.isDefinite(noun) else { return q }
    while q < limit, q < from + 2, document.tokens[q].kind == .word, article.mentionAt[q] < 0, !document.isDefinite(q),
      !stopsPhrase(q), !document.isPreposition(q), !hasPreposition(q)
    {
      let agrees = isOccasion(noun) && document.endsInTaMarbuta(noun) == document.endsInTaMarbuta(q)
      guard agrees || (q == from && description(at: q) == nil) else { break }
      q += 1
      if !agrees { break }
    }
    return q
  }

  /// A word for something said or an occasion to say it.
  private func isOccasion(_ noun: Int) -> Bool {
    document.has(noun, .reportingNoun)
      || document.senses(noun).contains { $0.cls == .reportingVerb && $0.form >= VerbForm.masdar }
  }

  func skipParentheses(_ p: Int) -> Int {
    var q = p + 1
    while q < document.tokens.count, q < p + 40, document.tokens[q].kind != .newline {
      if document.isSign(q, Sign.closeParenthesis) { return q + 1 }
      q += 1
    }
    return p + 1
  }

  func nextPause(after p: Int, to limit: Int) -> Int {
    var q = p + 1
    while q < limit, !document.isPause(q) { q += 1 }
    return q
  }

  /// A word of four letters and more that ends in alef and that no table knows: `replying to …`.
  func isAdverbialAccusative(_ p: Int) -> Bool {
    article.mentionAt[p] < 0 && document.ends(p, in: [Letter.alef], letters: 3) && !document.isDefinite(p)
  }
}

extension QuoteScanner {
  /// The preposition lam standing alone before a name in quotation marks.
  func isLoneLam(_ p: Int) -> Bool {
    p < document.tokens.count && document.tokens[p].kind == .word
      && document.analyzer.word(document.tokens[p].value).length == 2 && document.beginsWithLam(p)
  }
}

extension Document {
  /// Whether a pronoun is written to the preposition.
  func governsPronoun(_ p: Int) -> Bool {
    isWord(p, .aboutPronoun) || senses(p).contains { $0.suffix.isPronoun }
  }

  /// A preposition that stands as a word of its own.
  func isBarePreposition(_ p: Int) -> Bool {
    guard p >= 0, !isWord(p, .aboutPronoun) else { return false }
    for word in [RuleWord.to, .on, .from, .in, .with, .about, .between, .byWay, .against, .before, .after, .during]
    where isWord(p, word) {
      return true
    }
    return false
  }

  func beginsWithLam(_ p: Int) -> Bool {
    let start = Int(tokens[p].start)
    return bytes[start] == Letter.lam[0] && bytes[start + 1] == Letter.lam[1]
  }
}
