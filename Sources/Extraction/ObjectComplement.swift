import Language

/// Noun phrases as content: `announced the end of …`.
extension QuoteScanner {
  /// What follows the subject and the words and pauses that belong to it. An object in the construct state has no
  /// article, which is what tells it from an adjective.
  func objectComplement(of cue: VerbCue, sentenceEnd: Int) -> Complement? {
    guard cue.verb.takesObject, !cue.match.suffix.isPronoun, !tellsOfAntecedent(cue) else { return nil }
    guard let subject = objectSubject(of: cue, to: min(sentenceEnd, cue.match.end + 14)) else { return nil }
    var q = subject.end
    var subjectEnd = q
    while q < sentenceEnd, q < subject.end + 24 {
      if document.isPause(q) {
        q += 1
      } else if document.isSign(q, Sign.openParenthesis) {
        q = skipParentheses(q)
      } else if let stretch = marks.opening(at: q), stretch.closed, stretch.content.count <= 4, q <= subject.end + 2 {
        q = stretch.close + 1
      } else if let date = article.date(at: q) {
        q = max(q + 1, date.tokens.upperBound)
      } else if let phrase = adjunctPhrase(q) {
        q = phrase.end
      } else if let outlet = outletAddressed(at: q) {
        q = outlet.end
      } else if document.match(q, .organizationTrigger)?.proclitics.contains(.li) == true {
        q = nounPhraseEnd(from: q + 1, to: sentenceEnd)
      } else if cue.verb.act == "call", document.isWord(q, .from) || document.isWord(q, .on), q + 2 < sentenceEnd {
        q = article.mention(at: q + 1).map { max(q + 2, $0.tokens.upperBound) } ?? nounPhraseEnd(from: q + 2, to: q + 3)
      } else if let title = appositionEnd(q, sentenceEnd) {
        q = title
      } else if document.isPreposition(q), q + 1 < sentenceEnd, isAdjunct(q) {
        q = skipPrepositionalPhrase(q, to: sentenceEnd)
      } else if let relay = relayEnd(q, sentenceEnd) {
        q = relay
        subjectEnd = q
      } else if document.tokens[q].kind == .word, belongs(q, to: subject) {
        q += 1
        if subjectEnd == q - 1 { subjectEnd = q }
      } else {
        break
      }
    }
    guard q < sentenceEnd, document.tokens[q].kind == .word, article.mentionAt[q] < 0 else { return nil }
    if cue.verb.act == "deny", document.isWord(q, .any) {
      return Complement(kind: .object, subjectEnd: max(cue.match.end, subjectEnd), contentStart: q)
    }
    if document.isPreposition(q) || isGovernedWord(q) || stopsPhrase(q) || opensCue(q) { return nil }
    if !document.roles(q).isDisjoint(with: [.conjunction, .auxiliary, .adverb, .particle, .demonstrative]) {
      return nil
    }
    return Complement(kind: .object, subjectEnd: max(cue.match.end, subjectEnd), contentStart: q)
  }

  private struct ObjectSubject {
    /// The token after its head.
    var end: Int
    var definite: Bool
    /// Whether it stands before the verb.
    var left = false
  }

  /// `in the ministry`, `on Monday`: a preposition with a name or a definite word.
  private func isAdjunct(_ q: Int) -> Bool {
    guard document.isWord(q, .in) || document.isWord(q, .during) || document.isWord(q, .with) else { return false }
    return article.mentionAt[q + 1] >= 0 || document.isDefinite(q + 1) || article.dateAt[q + 1] >= 0
  }

  /// The end of `quoting the police` between a subject and its object.
  private func relayEnd(_ q: Int, _ sentenceEnd: Int) -> Int? {
    guard let phrase = document.match(q, .attributionPhrase), phrase.form == 0, phrase.end < sentenceEnd else {
      return nil
    }
    let row = AttributionTables.phrases[Int(phrase.row)]
    guard row.role == .source, row.act == "report" else { return nil }
    if let mention = mentionAhead(phrase.end) { return mention.tokens.upperBound }
    guard let head = description(at: phrase.end) else { return nil }
    return nounPhraseEnd(from: head.end, to: sentenceEnd)
  }

  /// The end of a title in apposition to the name before it: `X, the deputy minister, announced …`.
  private func appositionEnd(_ q: Int, _ sentenceEnd: Int) -> Int? {
    guard document.has(q, .title), !document.isBarePreposition(q - 1),
      let previous = article.mention(at: document.isPause(q - 1) ? q - 2 : q - 1),
      previous.kind == .person
    else { return nil }
    return nounPhraseEnd(from: q + 1, to: sentenceEnd)
  }
  /// An adjective of the subject, or an adverb between a verb and its object.
  private func belongs(_ q: Int, to subject: ObjectSubject) -> Bool {
    if subject.left { return isGovernedWord(q) || document.roles(q).contains(.adverb) }
    if subject.definite { return document.isDefinite(q) && !isGovernedWord(q) }
    return document.has(q, anyOf: LexicalClass.nisba.mask | LexicalClass.nationality.mask) && !document.isDefinite(q)
  }

  private func objectSubject(of cue: VerbCue, to limit: Int) -> ObjectSubject? {
    if let mention = firstMention(from: cue.match.end, to: limit) {
      var end = mention.tokens.upperBound
      if let stretch = marks.stretch(at: mention.tokens.lowerBound) { end = max(end, stretch.close + 1) }
      return ObjectSubject(end: end, definite: true)
    }
    if let head = description(at: cue.match.end), head.cls != .reportingNoun {
      return ObjectSubject(end: head.end, definite: head.proclitics.contains(.al))
    }
    if isVerbalNoun(cue.match.end), !cue.match.proclitics.isDisjoint(with: .conjunctions) || isClauseHead(cue) {
      return ObjectSubject(end: cue.match.end, definite: true, left: true)
    }
    if let mention = article.mention(at: cue.token - 1), !isGoverned(mention), cue.match.form % 16 < 4 {
      return ObjectSubject(end: cue.match.end, definite: true, left: true)
    }
    return nil
  }

  private func isGovernedWord(_ q: Int) -> Bool {
    let senses = document.senses(q)
    return !senses.isEmpty && senses.allSatisfy { !$0.proclitics.isDisjoint(with: [.ba, .li, .ka]) }
  }

  /// The first ungoverned mention, no verb or complementizer before it.
  private func firstMention(from: Int, to limit: Int) -> NameMention? {
    var q = from
    while q < limit {
      if let mention = article.mention(at: q) {
        if !isGoverned(mention) { return mention }
        q = max(q + 1, mention.tokens.upperBound)
        continue
      }
      if document.tokens[q].kind == .word, stopsPhrase(q) { return nil }
      q += 1
    }
    return nil
  }

  /// Whether the verb begins its clause, so that a subject before it is out of the question.
  private func isClauseHead(_ cue: VerbCue) -> Bool {
    let before = cue.token - 1
    return before < 0 || document.tokens[before].kind != .word || document.isWord(before, .as)
  }

  /// A verbal noun without article that another noun follows: what a verb without a subject of its own announces.
  private func isVerbalNoun(_ q: Int) -> Bool {
    guard q + 1 < document.tokens.count, article.mentionAt[q] < 0, !document.isDefinite(q) else { return false }
    guard document.isDefinite(q + 1) || article.mentionAt[q + 1] >= 0 else { return false }
    let heads = LexicalClass.title.mask | LexicalClass.sourceNoun.mask | LexicalClass.organizationTrigger.mask
    guard !document.has(q, anyOf: heads) else { return false }
    return document.has(q, .eventTrigger)
      || document.senses(q).contains { $0.cls == .reportingVerb && $0.form >= VerbForm.masdar }
  }
}
