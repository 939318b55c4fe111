import Language

/// Reads sources that are described rather than named: titles, source nouns, words for institutions, documents.
extension QuoteScanner {
  /// A title, profession or source noun that begins a noun phrase.
  func description(at p: Int) -> LexicalMatch? {
    if document.roles(p).contains(.relative) { return nil }
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
    if head.cls != .organizationTrigger, let person = personAfter(head, to: limit) { return person }
    if head.suffix.isPronoun, let relative = relative(head) { return relative }
    let end = head.suffix.isPronoun ? possessedEnd(head, to: limit) : nounPhraseEnd(from: head.end, to: limit)
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
        guard stretch.closed, stretch.content.count <= 6, stretch.close <= limit else { return nil }
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

  /// Whether a name right behind the word is its genitive: `the father of X`, `X's lawyer`.
  func isRelation(_ head: LexicalMatch) -> Bool {
    if head.proclitics.contains(.al) || head.suffix.isPronoun { return false }
    let titles = document.matches(head.start, .title)
    if titles.isEmpty { return head.cls == .sourceNoun && AttributionTables.sourceKinds[Int(head.row)].anonymous }
    return titles.contains {
      let kind = AttributionTables.titleKinds[Int($0.row)]
      return kind.contains("relation") || kind == "profession"
    }
  }

  /// A noun with a pronoun takes no genitive, only adjectives and adjuncts of place.
  private func possessedEnd(_ head: LexicalMatch, to limit: Int) -> Int {
    var q = head.end
    while q < limit, document.tokens[q].kind == .word, document.isDefinite(q), document.has(q, anyOf: Self.adjectives) {
      q += 1
    }
    return q
  }

  /// `his family`: the phrase that names whose family it is elsewhere in the article.
  mutating func relative(_ head: LexicalMatch) -> Source? {
    for mention in article.mentions where mention.kind == .person {
      let p = mention.tokens.lowerBound - 1
      let same = document.matches(p, head.cls).contains {
        $0.row == head.row && $0.form == head.form && !$0.suffix.isPronoun && !$0.proclitics.contains(.al)
      }
      guard same || document.isWord(head.start, .family) && document.isWord(p, .family) && document.endsInTaMarbuta(p),
        document.folded(p) != document.folded(head.start)
      else { continue }
      return Source(
        entity: article.anonymous(phraseText(p..<mention.tokens.upperBound)), tokens: head.start..<head.end)
    }
    return nil
  }

  // MARK: Data

  /// Data, pictures or norms (`figures`, `the law`): what they say is theirs who issued them.
  func dataNoun(at p: Int) -> LexicalMatch? {
    guard document.has(p, .reportingNoun), article.mentionAt[p] < 0 else { return nil }
    return document.matches(p, .reportingNoun).first {
      $0.proclitics.isDisjoint(with: [.ba, .li, .ka]) && Self.isData($0)
    }
  }

  static func isData(_ match: LexicalMatch) -> Bool {
    let use = AttributionTables.nounActs[Int(match.row)].use
    return use == "data" || use == "norm"
  }

  /// The name or institution right behind a word for data: `figures of the ministry`.
  mutating func issuer(ofData noun: LexicalMatch, to limit: Int) -> Source? {
    guard noun.end < limit, !noun.proclitics.contains(.al), !noun.suffix.isPronoun,
      AttributionTables.nounActs[Int(noun.row)].use == "data"
    else { return nil }
    if let mention = mentionAhead(noun.end) {
      guard mention.kind != .place else { return nil }
      return Source(entity: mention.entity, tokens: noun.start..<mention.tokens.upperBound)
    }
    guard let head = description(at: noun.end), head.cls != .reportingNoun else { return nil }
    return readDescription(head, to: limit)
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
}
