import Language

/// Who a phrase such as `according to` attributes to.
extension QuoteScanner {
  /// A source whose first word may carry the phrase's last preposition (`according to` written with lam).
  mutating func readAttached(from start: Int, to limit: Int) -> Source? {
    if let mention = article.mention(at: start) { return Source(entity: mention.entity, tokens: mention.tokens) }
    if let stretch = marks.opening(at: start), let mention = article.mention(at: start + 1) {
      return Source(entity: mention.entity, tokens: start..<stretch.close + 1)
    }
    if let lone = loneLam(start) { return readSource(from: lone, to: limit) }
    if let noun = document.match(start, .reportingNoun) { return statement(noun, to: limit) }
    for cls in QuoteScanner.descriptions {
      for match in document.matches(start, cls)
      where !match.proclitics.isDisjoint(with: [.li, .ba]) && speaks(match) {
        return readGovernedDescription(match, to: limit)
      }
    }
    guard let source = readSource(from: start, to: limit) else { return nil }
    return withoutLam(source, from: start)
  }

  /// An unknown noun phrase without the lam that is written to its first word.
  private mutating func withoutLam(_ source: Source, from start: Int) -> Source {
    let name = article.entities[source.entity].name
    guard source.tokens.lowerBound == start, article.entities[source.entity].kind == .anonymous,
      document.beginsWithLam(start), name.utf8.starts(with: Letter.lam)
    else { return source }
    let rest = String(name.dropFirst())
    let definite = rest.utf8.starts(with: Letter.lam)
    return Source(entity: article.anonymous(definite ? "\u{627}" + rest : rest), tokens: source.tokens)
  }

  /// `according to the data of X`, `in X's words`: X, or without one the noun phrase itself.
  private mutating func statement(_ noun: LexicalMatch, to limit: Int) -> Source? {
    if noun.suffix.isPronoun || AttributionTables.nounActs[Int(noun.row)].use == "norm" { return nil }
    if noun.end < limit {
      if let mention = mentionAhead(noun.end) {
        return Source(entity: mention.entity, tokens: noun.start..<mention.tokens.upperBound)
      }
      // `reports of the local press` in the form of an adjective names nobody.
      let adjective = document.endsInTaMarbuta(noun.end) && !document.isDefinite(noun.end)
      if !adjective, description(at: noun.end) != nil, let source = readSource(from: noun.end, to: limit, loose: false)
      {
        return source
      }
    }
    let phrase = noun.start..<nounPhraseEnd(from: noun.end, to: limit)
    if noun.proclitics.contains(.al), let known = resolveDescription(noun, phrase) ?? issuer(of: noun, to: limit) {
      return AttributionTables.nounActs[Int(noun.row)].use.contains("document") ? known : nil
    }
    guard speaksAlone(noun, phrase) else { return nil }
    let bytes = document.bytes(phrase, without: noun.proclitics.subtracting(.al))
    return Source(entity: article.anonymous(document.text(bytes: bytes)), tokens: phrase)
  }

  /// Whether a word for a document or statement stands for an unnamed source: documents do, estimates of someone's
  /// nationality do; rules, data and statements of nobody do not.
  private func speaksAlone(_ noun: LexicalMatch, _ phrase: Range<Int>) -> Bool {
    let use = AttributionTables.nounActs[Int(noun.row)].use
    if use.contains("document") { return true }
    return use == "statement" && !noun.proclitics.contains(.al) && phrase.count > 1
      && document.has(noun.end, anyOf: Self.adjectives)
  }

  func loneLam(_ p: Int) -> Int? {
    isLoneLam(p) ? p + 1 : nil
  }

  private mutating func readGovernedDescription(_ head: LexicalMatch, to limit: Int) -> Source? {
    if let named = nameBehind(head, to: limit) { return named }
    var p = head.end
    while p < limit, article.mentionAt[p] < 0, !stopsPhrase(p), p < head.end + 8 { p += 1 }
    if let mention = article.mention(at: p), mention.kind == .person, !isGoverned(mention) {
      return Source(entity: mention.entity, tokens: head.start..<mention.tokens.upperBound)
    }
    let end = nounPhraseEnd(from: head.end, to: limit)
    let phrase = head.start..<end
    if head.proclitics.contains(.al), let known = resolveDescription(head, phrase) { return known }
    if phrase.count > 1, let holder = holder(of: phrase, head) { return Source(entity: holder, tokens: phrase) }
    let bytes = document.bytes(phrase, without: head.proclitics.subtracting(.al))
    return Source(entity: article.anonymous(document.text(bytes: bytes)), tokens: phrase)
  }
}
