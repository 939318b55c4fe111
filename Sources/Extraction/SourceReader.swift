import Language

/// A source that was read from a noun phrase.
struct Source {
  var entity: Int
  /// Tokens of the phrase.
  var tokens: Range<Int>
  /// Links a definite description brings along from where it was introduced.
  var via: [SourceLink] = []
}

/// Reads who speaks from the noun phrases around a cue.
extension QuoteScanner {
  /// The first source named between tokens `start` and `limit`, adjuncts (dates, occasions, prepositional phrases)
  /// passed over. With `loose`, an unknown noun phrase in the first place counts as an unnamed source.
  mutating func readSource(from start: Int, to limit: Int, loose: Bool = true) -> Source? {
    var p = start
    while p < limit {
      if let date = article.date(at: p) {
        p = max(p + 1, date.tokens.upperBound)
      } else if document.isPause(p) {
        p += 1
      } else if document.isSign(p, Sign.openParenthesis) {
        p = skipParentheses(p)
      } else if let stretch = marks.opening(at: p) {
        let tokens = p..<stretch.close + 1
        if let mention = article.mention(at: p + 1) { return Source(entity: mention.entity, tokens: tokens) }
        // A name that no table knows, in the subject's place.
        guard loose, p == start, stretch.closed, stretch.content.count <= 3 else { return nil }
        return Source(entity: article.anonymous(document.text(stretch.content)), tokens: tokens)
      } else if let mention = article.mention(at: p) {
        if !isGoverned(mention) || (p == start && !hasProclitic(mention)) {
          return Source(entity: mention.entity, tokens: mention.tokens)
        }
        p = max(p + 1, mention.tokens.upperBound)
      } else if let phrase = adjunctPhrase(p) {
        p = phrase.end
      } else if document.isWord(p, .partitive), !hasPreposition(p) {
        let end = nounPhraseEnd(from: p + 2, to: limit)
        return Source(entity: article.anonymous(phraseText(p..<end)), tokens: p..<end)
      } else if let description = description(at: p) {
        return readDescription(description, to: limit)
      } else if document.isPreposition(p) || hasPreposition(p) {
        p = skipPrepositionalPhrase(p, to: limit)
      } else if isFiller(p) {
        p += 1
      } else if stopsPhrase(p) {
        return nil
      } else if isAdverbialAccusative(p) {
        p = nextPause(after: p, to: limit)
      } else {
        return loose && !isNoSource(p) ? readLoosePhrase(p, to: limit) : nil
      }
    }
    return nil
  }

  /// Whether a preposition is written to the mention's first word.
  func isGoverned(_ mention: NameMention) -> Bool {
    let first = document.tokens[mention.tokens.lowerBound]
    var i = Int(first.start)
    if mention.bytes.lowerBound <= i { return document.isBarePreposition(mention.tokens.lowerBound - 1) }
    if document.bytes[i] == 0xD9, document.bytes[i + 1] == 0x88 || document.bytes[i + 1] == 0x81 { i += 2 }
    return i < mention.bytes.lowerBound || document.isBarePreposition(mention.tokens.lowerBound - 1)
  }

  /// Whether ba, lam or kaf is written to the mention.
  func hasProclitic(_ mention: NameMention) -> Bool {
    let start = Int(document.tokens[mention.tokens.lowerBound].start)
    return mention.bytes.lowerBound > start
      && !(mention.bytes.lowerBound == start + 2
        && (document.bytes[start + 1] == 0x88 || document.bytes[start + 1] == 0x81)
        && document.bytes[start] == 0xD9)
  }

  // MARK: Descriptions

  /// A title, profession or source noun that begins a noun phrase.
  func description(at p: Int) -> LexicalMatch? {
    for cls in Self.descriptions {
      for match in document.matches(p, cls)
      where match.proclitics.isDisjoint(with: [.ba, .li, .ka]) && match.suffix.rawValue < Suffix.our.rawValue
        && speaks(match)
      {
        return match
      }
    }
    return nil
  }

  /// Classes of words that describe a source.
  static let descriptions: [LexicalClass] = [.title, .sourceNoun, .organizationTrigger, .reportingNoun]

  static let adjectives = LexicalClass.nisba.mask | LexicalClass.nationality.mask

  /// Of the nouns of reporting only documents speak (`the indictment said`).
  func speaks(_ match: LexicalMatch) -> Bool {
    guard match.cls == .reportingNoun else { return true }
    return match.suffix != .alef && AttributionTables.nounActs[Int(match.row)].use.contains("document")
  }

  mutating func readDescription(_ head: LexicalMatch, to limit: Int) -> Source? {
    if head.cls == .reportingNoun, let issuer = issuer(of: head, to: limit) { return issuer }
    if let named = nameBehind(head, to: limit) { return named }
    if let person = personAfter(head, to: limit) { return person }
    let end = nounPhraseEnd(from: head.end, to: limit)
    let phrase = head.start..<end
    if head.proclitics.contains(.al) || head.suffix.isPronoun, let known = resolveDescription(head, phrase) {
      return known
    }
    if phrase.count > 1, let holder = holder(of: phrase, head) { return Source(entity: holder, tokens: phrase) }
    if let known = introduced(phrase) { return known }
    return Source(entity: article.anonymous(phraseText(phrase)), tokens: phrase)
  }

  /// The organization whose name follows a word for it, right behind or in quotation marks behind its adjectives.
  mutating func nameBehind(_ head: LexicalMatch, to limit: Int) -> Source? {
    guard head.cls != .reportingNoun, !head.suffix.isPronoun else { return nil }
    var q = head.end
    while q < min(limit, head.end + 6) {
      if let stretch = marks.opening(at: q) {
        guard stretch.closed, stretch.content.count <= 6 else { return nil }
        let tokens = head.start..<stretch.close + 1
        if let mention = article.mention(at: q + 1) { return Source(entity: mention.entity, tokens: tokens) }
        guard stretch.content.count <= 4 else { return nil }
        return Source(entity: article.anonymous(document.text(stretch.content)), tokens: tokens)
      }
      if outletAddressed(at: q) != nil || document.tokens[q].end - document.tokens[q].start <= 4 { return nil }
      if let mention = article.mention(at: q) {
        guard head.cls == .organizationTrigger, q == head.end, mention.kind == .organization, !isGoverned(mention)
        else {
          return nil
        }
        return Source(entity: mention.entity, tokens: head.start..<mention.tokens.upperBound)
      }
      if document.tokens[q].kind != .word || stopsPhrase(q) || adjunctPhrase(q) != nil { return nil }
      q += 1
    }
    return nil
  }

  /// Whose document it is: the name or institution right behind it (`a statement of the ministry`), or, of a
  /// definite one that no phrase before introduced, the last speaker.
  mutating func issuer(of document: LexicalMatch, to limit: Int) -> Source? {
    if document.proclitics.contains(.al) {
      if speaker(calledBy: document) != nil { return nil }
      guard let last = discourse.last else { return nil }
      return Source(entity: last.entity, tokens: document.start..<document.end, via: last.via)
    }
    guard document.end < limit else { return nil }
    if let mention = mentionAhead(document.end), mention.kind != .place {
      return Source(entity: mention.entity, tokens: document.start..<mention.tokens.upperBound)
    }
    for match in self.document.matches(document.end, .organizationTrigger)
    where match.proclitics.contains(.al) {
      if let known = organization(calledBy: match, before: document.start) {
        return Source(entity: known, tokens: document.start..<match.end)
      }
    }
    return nil
  }

  /// The person a title leads to: in the same phrase, or behind a comma as its apposition.
  func personAfter(_ head: LexicalMatch, to limit: Int) -> Source? {
    var q = head.end
    while q < limit {
      if let mention = article.mention(at: q) {
        // `the father of X, Y`: X is no speaker.
        if mention.kind == .person, !isGoverned(mention), !(q == head.end && isRelation(head)) {
          return Source(entity: mention.entity, tokens: head.start..<mention.tokens.upperBound)
        }
        q = max(q + 1, mention.tokens.upperBound)
        continue
      }
      if let stretch = marks.opening(at: q) {
        q = stretch.close + 1
        continue
      }
      if document.isSign(q, Sign.openParenthesis) {
        q = skipParentheses(q)
        continue
      }
      if document.isPause(q) {
        guard let next = appositionPerson(q + 1) else { return nil }
        return Source(entity: next.entity, tokens: head.start..<next.tokens.upperBound)
      }
      if stopsPhrase(q) || leavesTitle(q) || adjunctPhrase(q) != nil { return nil }
      q += 1
    }
    return nil
  }

  func isRelation(_ head: LexicalMatch) -> Bool {
    document.matches(head.start, .title).contains {
      AttributionTables.titleKinds[Int($0.row)].contains("relation")
    }
  }

  /// A person's name at `q`, directly or behind honorifics and ranks.
  func appositionPerson(_ q: Int) -> NameMention? {
    var i = q
    while i < document.tokens.count, i < q + 3 {
      if let mention = article.mention(at: i) {
        return mention.kind == .person && !isGoverned(mention) ? mention : nil
      }
      guard document.has(i, .title) else { return nil }
      i += 1
    }
    return nil
  }

  /// Words that show that a title's phrase is over and another person may follow.
  func leavesTitle(_ q: Int) -> Bool {
    for word in [RuleWord.with, .during, .after, .before, .about, .since, .until, .that, .while, .against]
    where document.isWord(q, word) {
      return true
    }
    return false
  }

  // MARK: Loose phrases

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
        if let stretch = marks.opening(at: q), stretch.closed, stretch.content.count <= 4, q > from {
          q = stretch.close + 1
          continue
        }
        break
      }
      if article.date(at: q) != nil || stopsPhrase(q) || adjunctPhrase(q) != nil { break }
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

  /// Prepositions that no longer belong to a source's phrase, and adverbial accusatives.
  func leavesPhrase(_ q: Int) -> Bool {
    if document.isWord(q, .in) || document.isWord(q, .from) { return false }
    // Points of the compass are adjectives too.
    if document.has(q, anyOf: Self.adjectives) { return false }
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

  /// Particles and adverbs that stand between a verb and its subject.
  func isFiller(_ p: Int) -> Bool {
    !document.roles(p).isDisjoint(with: [.particle, .adverb, .auxiliary, .demonstrative])
  }

  func hasPreposition(_ p: Int) -> Bool {
    let senses = document.senses(p)
    if document.isDefinite(p), [Letter.ba, Letter.lam, Letter.kaf].contains(where: { document.beginsWith(p, $0) }) {
      return true
    }
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
    if document.isPreposition(p) {
      if let mention = article.mention(at: q) { return max(q, mention.tokens.upperBound) }
      if let date = article.date(at: q) { return date.tokens.upperBound }
      if let stretch = marks.opening(at: q) { return stretch.close + 1 }
      q += 1
      // An indefinite noun's adjective: `at an earlier time`.
      if q < limit, document.tokens[q].kind == .word, article.mentionAt[q] < 0, !document.isDefinite(q),
        description(at: q) == nil, !stopsPhrase(q), !document.isPreposition(q), !hasPreposition(q)
      {
        q += 1
      }
    }
    while q < limit, document.tokens[q].kind == .word, document.isDefinite(q), article.mentionAt[q] < 0,
      description(at: q) == nil
    {
      q += 1
    }
    return q
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
    guard document.tokens[p].kind == .word, article.mentionAt[p] < 0 else { return false }
    return document.analyzer.withFolded(document.tokens[p].value) { form in
      form.count >= 6 && form[form.count - 2] == 0xD8 && form[form.count - 1] == 0xA7
        && !document.isDefinite(p)
    }
  }
}

extension Document {
  /// A preposition that stands as a word of its own.
  func isBarePreposition(_ p: Int) -> Bool {
    guard p >= 0 else { return false }
    for word in [RuleWord.to, .on, .from, .in, .with, .about, .between, .byWay, .against, .before, .after]
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
