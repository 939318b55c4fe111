import Language

/// Whose words a finite verb reports: the subject behind it, before it, or carried over.
extension QuoteScanner {
  struct Subject {
    var source: Source
    /// Whether it was carried over from a speaker before.
    var resolved: Bool
  }

  /// Behind the verb, before it, or carried over from the speaker before.
  mutating func subject(of cue: VerbCue, _ complement: Complement, in sentence: Range<Int>) -> Subject? {
    if isMute(cue, to: complement.subjectEnd) { return nil }
    if leadsWithSubject(cue.token, in: sentence), let source = leftSubject(of: cue.token, in: sentence) {
      return Subject(source: source, resolved: false)
    }
    let loose = cue.verb.strong && complement.kind != .object && complement.kind != .preposition
    if complement.subjectEnd > cue.match.end,
      let source = readSource(from: cue.match.end, to: complement.subjectEnd, loose: loose),
      !isObject(source, of: cue, complement, in: sentence)
    {
      // `the authority announced during the visit of X that`: X is further from the verb than its subject.
      if source.tokens.lowerBound > cue.match.end + 1, let near = nearSubject(before: cue.token, in: sentence) {
        return Subject(source: Source(entity: near.entity, tokens: near.tokens), resolved: false)
      }
      return Subject(source: source, resolved: false)
    }
    if let source = issuer(ofDocumentBefore: cue, in: sentence) { return Subject(source: source, resolved: false) }
    if let source = splitSubject(of: cue, complement) { return Subject(source: source, resolved: false) }
    if cue.verb.strong || complement.contentStart <= cue.match.end + 3,
      let source = antecedent(of: cue.token, in: sentence)
    {
      return Subject(source: source, resolved: false)
    }
    // `whom … is accused of`: a relative clause whose verb does not agree with it is passive.
    if cue.verb.frames.contains(.patient), follows(relative: cue.token) { return nil }
    if let source = leftSubject(of: cue.token, in: sentence) { return Subject(source: source, resolved: false) }
    // Inside a quote the subject is never carried over: its speaker is not the one it speaks of.
    if enclosingQuote != nil { return nil }
    if cue.match.form >= VerbForm.present, !continuesInPresent(cue, complement, in: sentence) { return nil }
    // `in a statement it came that` has no subject that speaks.
    // `in a statement it came that` has no subject that speaks.
    let impersonal = cue.verb.act == "report" && !cue.verb.strong
    let agreement = impersonal ? nil : Agreement(verbForm: cue.match.form)
    if !impersonal, let source = sentenceSubject(before: cue.token, in: sentence, agreement) {
      return Subject(source: source, resolved: true)
    }
    guard let last = discourse.last(agreeing: agreement, in: article) else { return nil }
    return Subject(source: Source(entity: last.entity, tokens: cue.token..<cue.token, via: last.via), resolved: true)
  }

  /// `and he says that`: a strong verb at a sentence's begin. Others look like agentless passives (`it is recalled`).
  private func continuesInPresent(_ cue: VerbCue, _ complement: Complement, in sentence: Range<Int>) -> Bool {
    guard cue.verb.strong, cue.verb.act != "report", cue.verb.act != "expect", cue.token == sentence.lowerBound else {
      return false
    }
    return complement.kind != .preposition && complement.kind != .object
  }

  /// The noun phrase before a verb: `the agency said …`, `and a source in the ministry had said …`.
  mutating func leftSubject(of i: Int, in sentence: Range<Int>) -> Source? {
    var start = clauseBegin(before: i, in: sentence)
    while start < i, skipsToSubject(start) { start += 1 }
    guard start < i else { return nil }
    guard let source = readSource(from: start, to: i, loose: false) else { return pluralSubject(start..<i) }
    // What stands between the phrase and the verb may only be adverbs and the like.
    var q = source.tokens.upperBound
    while q < i {
      if let date = article.date(at: q) {
        q = max(q + 1, date.tokens.upperBound)
      } else if document.isWord(q, .who) || document.isPause(q) || adjunctPhrase(q) != nil {
        q += 1
      } else if !document.roles(q).isDisjoint(with: [.auxiliary, .particle, .adverb, .preposition]) {
        q += 1
      } else if outletAddressed(at: q) != nil || isLoneLam(q) || marks.stretch(at: q) != nil
        || article.mentionAt[q] >= 0
      {
        q += 1
      } else if document.isDefinite(q) || document.isSign(q, Sign.openParenthesis) {
        q = document.isSign(q, Sign.openParenthesis) ? skipParentheses(q) : q + 1
      } else {
        return nil
      }
    }
    return source
  }

  /// Whether the clause begins with a word that its subject follows before the verb: `that`, `but`, a form of `be`.
  private func leadsWithSubject(_ i: Int, in sentence: Range<Int>) -> Bool {
    let begin = clauseBegin(before: i, in: sentence)
    guard begin < i else { return false }
    let head = [begin, begin - 1].filter { $0 >= sentence.lowerBound }
    return head.contains { document.isWord($0, .be) || document.isWord($0, .that) || document.isWord($0, .however) }
  }

  /// A short phrase of unknown words before a plural verb: `hackers claimed …`.
  private mutating func pluralSubject(_ range: Range<Int>) -> Source? {
    guard let cue = verbCue(at: range.upperBound), cue.match.form % 16 >= 4 else { return nil }
    var end = range.upperBound
    while end > range.lowerBound, !document.roles(end - 1).isDisjoint(with: [.particle, .auxiliary]) { end -= 1 }
    let phrase = range.lowerBound..<end
    guard (1...3).contains(phrase.count), !isNoSource(phrase.lowerBound),
      phrase.allSatisfy({ document.tokens[$0].kind == .word && !stopsPhrase($0) }),
      !phrase.contains(where: {
        document.isBarePreposition($0) || article.dateAt[$0] >= 0 || document.has($0, anyOf: Self.happenings)
      })
    else { return nil }
    return Source(entity: article.anonymous(phraseText(phrase)), tokens: phrase)
  }

  private static let happenings = LexicalClass.eventTrigger.mask | LexicalClass.measureWord.mask

  private func skipsToSubject(_ p: Int) -> Bool {
    if document.isWord(p, .that) || document.isWord(p, .but) { return true }
    return article.mentionAt[p] < 0 && article.dateAt[p] < 0
      && !document.roles(p).isDisjoint(with: [.auxiliary, .conjunction, .particle])
  }

  /// The person or organization that the sentence is about: its first ungoverned name or description before token `i`.
  mutating func sentenceSubject(before i: Int, in sentence: Range<Int>, _ agreement: Agreement?) -> Source? {
    if let last = lastOuterQuote, last.tokens.lowerBound >= sentence.lowerBound, last.reach.lowerBound < i,
      let speaker = last.speaker, agreement.map({ article.agrees(speaker, $0) }) ?? true
    {
      return Source(
        entity: speaker, tokens: i..<i, via: last.sources.filter { $0.entity != speaker })
    }
    var p = sentence.lowerBound
    while p < i {
      if let stretch = marks.opening(at: p), article.mention(at: p + 1) == nil {
        p = stretch.close + 1
        continue
      }
      if let mention = article.mention(at: p) {
        let named = mention.kind != .place || agreement == .feminine && !isDateline(mention)
        if !isGoverned(mention), !isGenitive(p), named, agreement.map({ article.agrees(mention.entity, $0) }) ?? true {
          return Source(entity: mention.entity, tokens: mention.tokens)
        }
        p = max(p + 1, mention.tokens.upperBound)
        continue
      }
      if let head = description(at: p), head.cls != .organizationTrigger, !isGenitive(p),
        let source = readSource(from: p, to: firstGoverned(p + 1, to: i), loose: false),
        agreement.map({ article.agrees(source.entity, $0) }) ?? true
      {
        return source
      }
      p += 1
    }
    return nil
  }

  /// Whom a relative clause tells of: `…, who said that …`.
  mutating func antecedent(of verb: Int, in sentence: Range<Int>) -> Source? {
    var p = verb - 1
    while p >= sentence.lowerBound, !document.roles(p).isDisjoint(with: [.particle, .auxiliary]),
      !document.isWord(p, .who)
    {
      p -= 1
    }
    guard p > sentence.lowerBound, let relative = document.ruleWord(p, .who) else { return nil }
    let agreement = Agreement(relative: document.folded(relative.start))
    guard let cue = verbCue(at: verb), Agreement(verbForm: cue.match.form) == agreement else { return nil }
    p -= 1
    if document.isPause(p) { p -= 1 }
    if document.isSign(p, Sign.closeParenthesis) {
      while p > sentence.lowerBound, !document.isSign(p, Sign.openParenthesis) { p -= 1 }
      p -= 1
    }
    let nearest = p
    while p >= sentence.lowerBound, p > nearest - 10 {
      if let mention = article.mention(at: p) {
        if article.agrees(mention.entity, agreement) { return Source(entity: mention.entity, tokens: mention.tokens) }
        p = mention.tokens.lowerBound - 1
        continue
      }
      if document.isPause(p) || document.isWord(p, .that) || isFiniteCue(p) { return nil }
      if description(at: p) != nil, document.isDefinite(p) || p < nearest,
        let source = readSource(from: p, to: relative.start, loose: false), article.agrees(source.entity, agreement)
      {
        return source
      }
      p -= 1
    }
    return nil
  }

  /// `issued a statement saying that`: whose document it is, the subject of the sentence.
  private mutating func issuer(ofDocumentBefore cue: VerbCue, in sentence: Range<Int>) -> Source? {
    let p = cue.token - 1
    guard cue.verb.strong, cue.match.form >= VerbForm.present, p > sentence.lowerBound,
      let noun = document.match(p, .reportingNoun),
      noun.proclitics.isEmpty, !noun.suffix.isPronoun, enclosingQuote == nil,
      AttributionTables.nounActs[Int(noun.row)].use != "occasion"
    else { return nil }
    return sentenceSubject(before: p, in: sentence, nil)
  }

  /// The first definite word with ba, which belongs to a verb before rather than to the phrase.
  private func firstGoverned(_ from: Int, to limit: Int) -> Int {
    (from..<max(from, limit)).first { document.isDefinite($0) && document.beginsWith($0, Letter.ba) } ?? limit
  }

  private func follows(relative verb: Int) -> Bool { document.isWord(verb - 1, .who) }

  /// `after the verdict of the court`: the genitive of an indefinite noun that a preposition governs.
  private func isGenitive(_ p: Int) -> Bool {
    guard p >= 2, document.tokens[p - 1].kind == .word, article.mentionAt[p - 1] < 0, !document.isDefinite(p - 1) else {
      return false
    }
    return document.isBarePreposition(p - 2) && document.roles(p - 1).isEmpty
  }

  /// A place that opens a sentence with a sign behind it is where the article was written.
  private func isDateline(_ mention: NameMention) -> Bool {
    let next = mention.tokens.upperBound
    return next < document.tokens.count && document.tokens[next].kind == .sign
  }
}
