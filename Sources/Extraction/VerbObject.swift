import Language

/// Noun phrases behind a verb that are not its subject: whom it accuses, urges or tells, and data without an author.
extension QuoteScanner {
  /// Whether the noun phrase right behind the verb is whom it is said to or of. A verb before its subject is
  /// singular, so a plural one has its subject elsewhere; one that always has an object, and only one phrase behind
  /// it, has dropped its subject; one that may have an object takes the phrase for it when a subject stands before
  /// the verb, or the phrase does not agree.
  mutating func isObject(_ source: Source, of cue: VerbCue, _ complement: Complement, in sentence: Range<Int>) -> Bool {
    if cue.match.suffix.isPronoun { return false }
    if cue.match.form % 16 >= 2, source.tokens.lowerBound <= cue.match.end + 1 { return true }
    let frames = cue.verb.frames
    guard frames.contains(.patient) || frames.contains(.addressee), complement.kind != .object else { return false }
    guard complement.governed || complement.kind != .colon else { return false }
    if leadsWithPronoun(cue.token, in: sentence) { return true }
    if hasNounPhrase(from: source.tokens.upperBound, to: complement.subjectEnd) { return false }
    if frames.contains(.patient) { return true }
    if !article.agrees(source.entity, Agreement(verbForm: cue.match.form)) { return true }
    return antecedent(of: cue.token, in: sentence) != nil || nearSubject(before: cue.token, in: sentence) != nil
  }

  /// `that it often accuses X of`: the pronoun of `that` is the subject.
  private func leadsWithPronoun(_ i: Int, in sentence: Range<Int>) -> Bool {
    var p = i - 1
    while p >= sentence.lowerBound, !document.isWord(p, .that),
      !document.roles(p).isDisjoint(with: [.particle, .auxiliary, .adverb, .relative])
    {
      p -= 1
    }
    guard p >= sentence.lowerBound, document.isWord(p, .that) else { return false }
    return !document.folded(p).hasSuffix("\u{646}")
  }

  /// A name right before the verb, only particles between.
  func nearSubject(before i: Int, in sentence: Range<Int>) -> NameMention? {
    guard let cue = verbCue(at: i), cue.match.proclitics.isDisjoint(with: .conjunctions) else { return nil }
    var p = i - 1
    while p >= sentence.lowerBound, !document.roles(p).isDisjoint(with: [.particle, .auxiliary]) { p -= 1 }
    guard p >= sentence.lowerBound, let mention = article.mention(at: p), !isGoverned(mention) else { return nil }
    return article.agrees(mention.entity, Agreement(verbForm: cue.match.form)) ? mention : nil
  }

  /// Whether a further noun phrase begins in the range, adjuncts aside.
  private mutating func hasNounPhrase(from start: Int, to limit: Int) -> Bool {
    var p = start
    while p < limit {
      if let date = article.date(at: p) {
        p = max(p + 1, date.tokens.upperBound)
      } else if document.isSign(p, Sign.openParenthesis) {
        p = skipParentheses(p)
      } else if let outlet = outletAddressed(at: p) {
        p = max(p + 1, outlet.end)
      } else if let phrase = adjunctPhrase(p) {
        p = phrase.end
      } else if let mention = article.mention(at: p) {
        if !isGoverned(mention) { return true }
        p = max(p + 1, mention.tokens.upperBound)
      } else if document.isWord(p, .who) {
        return false
      } else if document.tokens[p].kind != .word || isFiller(p) {
        p += 1
      } else if document.isPreposition(p) || hasPreposition(p) {
        p = skipPrepositionalPhrase(p, to: limit)
      } else if description(at: p) != nil || document.isDefinite(p), !document.has(p, anyOf: Self.adjectives) {
        return true
      } else {
        p += 1
      }
    }
    return false
  }

  /// Whether what stands in the subject's place are data or pictures that no one is named for: nobody speaks.
  mutating func isMute(_ cue: VerbCue, to limit: Int) -> Bool {
    var p = cue.match.end
    while p < limit, isFiller(p), article.mentionAt[p] < 0 { p += 1 }
    // `this points to`: a thing, no speaker.
    let pointer = p - 1
    if pointer >= cue.match.end, document.roles(pointer).contains(.demonstrative), !document.isDefinite(p) {
      return true
    }
    guard p < limit, let noun = dataNoun(at: p) else { return false }
    return issuer(ofData: noun, to: limit) == nil
  }

  /// Of two definite words behind a verb that always has an object, the second no adjective, the first is its
  /// subject: `X described the talks as …` where X is a name only half known.
  mutating func splitSubject(of cue: VerbCue, _ complement: Complement) -> Source? {
    let first = cue.match.end
    guard cue.verb.frames.contains(.patient), complement.subjectEnd == first + 2 else { return nil }
    for p in [first, first + 1] {
      guard document.tokens[p].kind == .word, document.isDefinite(p), !hasPreposition(p) else { return nil }
    }
    guard !document.has(first + 1, anyOf: Self.adjectives) else { return nil }
    if let mention = article.mention(at: first) { return Source(entity: mention.entity, tokens: first..<first + 1) }
    let word = document.folded(first)
    let known = article.entities.firstIndex { entity in
      entity.kind == .person
        && entity.aliases.contains { Folding.fold($0).split(separator: " ").last.map(String.init) == word }
    }
    return Source(entity: known ?? article.anonymous(phraseText(first..<first + 1)), tokens: first..<first + 1)
  }
}
