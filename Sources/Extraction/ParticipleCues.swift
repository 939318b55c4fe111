import Language

/// Participles and verbal nouns: `adding that …`, `the announcement of officials that …`.
extension QuoteScanner {
  /// Where the content of the participle at `i` begins (`adding that …`, `stressing "…"`).
  func participleComplement(at i: Int) -> (match: LexicalMatch, complement: Complement)? {
    guard i < document.tokens.count, document.has(i, .reportingVerb), article.mentionAt[i] < 0 else { return nil }
    for match in document.matches(i, .reportingVerb) where isParticiple(match) {
      let verb = AttributionTables.verbs[Int(match.row)]
      let sentence = document.sentences[document.sentenceIndex(ofToken: i)]
      guard let complement = nearComplement(VerbCue(match: match, verb: verb), sentence.tokens.upperBound) else {
        continue
      }
      return (match, complement)
    }
    return nil
  }

  private func isParticiple(_ match: LexicalMatch) -> Bool {
    match.form >= VerbForm.participle && match.form < VerbForm.masdar && !match.proclitics.contains(.al)
      && !match.suffix.isPronoun
      && (match.form != VerbForm.participle + 1 || match.end > match.start + 1 || document.endsInTaMarbuta(match.start))
  }

  /// A complement within a few words: a participle's content follows it closely.
  private func nearComplement(_ cue: VerbCue, _ sentenceEnd: Int) -> Complement? {
    guard let complement = complement(of: cue, sentenceEnd: sentenceEnd) else { return nil }
    let reach = complement.kind == .that || complement.kind == .colon ? 10 : 6
    guard complement.kind != .object, complement.contentStart <= cue.match.end + reach else { return nil }
    return complement
  }

  mutating func participleCue(at i: Int, in sentence: Range<Int>) -> Int? {
    guard let (match, complement) = participleComplement(at: i), !document.roles(i - 1).contains(.negation) else {
      return nil
    }
    // At a sentence's begin it goes on only from a quote right before it; else it is a subject of its own.
    guard i > sentence.lowerBound ? !document.isBarePreposition(i - 1) : follows(i, complement) else { return nil }
    let agreement: Agreement =
      switch match.form - VerbForm.participle {
      case 0, 4: .masculine
      case 1: .feminine
      default: .plural
      }
    let verb = AttributionTables.verbs[Int(match.row)]
    let source: Source? =
      enclosingQuote == nil
      ? verbSubject(before: i, in: sentence, agreement) ?? sentenceSubject(before: i, in: sentence, agreement)
        ?? discourse.last(agreeing: agreement, in: article).map {
          Source(entity: $0.entity, tokens: i..<i, via: $0.via)
        }
      : nil
    guard let source else { return nil }
    guard
      let content = content(
        from: complement.contentStart, sentenceEnd: sentence.upperBound, governed: complement.governed)
    else { return nil }
    let (outlets, venue) = outlets(in: match.end..<complement.subjectEnd)
    return add(
      content, by: source, outlets: outlets, venue: venue, cueToken: i, act: verb.act, rule: "participle",
      reach: i..<complement.contentStart, resume: complement.contentStart)
  }

  /// The subject of the nearest reporting verb before, which may have no content of its own: `the minister replied
  /// to the data, saying`.
  private mutating func verbSubject(before i: Int, in sentence: Range<Int>, _ agreement: Agreement) -> Source? {
    if let last = lastOuterQuote, last.tokens.lowerBound >= sentence.lowerBound { return nil }
    var p = i - 1
    while p >= max(sentence.lowerBound, i - 40) {
      if isFiniteCue(p), let cue = verbCue(at: p) {
        let source = readSource(from: cue.match.end, to: i, loose: false) ?? leftSubject(of: p, in: sentence)
        guard let source, article.agrees(source.entity, agreement) else { return nil }
        return source
      }
      p -= 1
    }
    return nil
  }

  private func follows(_ i: Int, _ complement: Complement) -> Bool {
    guard complement.kind != .preposition, let last = lastQuote else { return false }
    return i - last.tokens.upperBound <= 4
  }

  // MARK: Verbal nouns

  /// `his saying that …`, `the announcement of officials that …`.
  mutating func masdarCue(at i: Int, in sentence: Range<Int>) -> Int? {
    for match in document.matches(i, .reportingVerb) where match.form >= VerbForm.masdar {
      guard !match.proclitics.contains(.al) else { continue }
      let verb = AttributionTables.verbs[Int(match.row)]
      guard verb.strong, verb.frames.contains(.that), let that = thatAhead(from: match.end, to: sentence.upperBound)
      else {
        continue
      }
      let source: Source?
      if match.suffix.isPronoun {
        guard that <= match.end + 2 else { continue }
        source = sentenceSubject(before: i, in: sentence, nil)
      } else {
        source = readSource(from: match.end, to: that, loose: false)
      }
      guard let source, let content = content(from: that + 1, sentenceEnd: sentence.upperBound) else { continue }
      return add(
        content, by: source, cueToken: i, act: verb.act, rule: "verbal-noun", reach: i..<that, resume: that + 1)
    }
    return nil
  }

  private func thatAhead(from: Int, to limit: Int) -> Int? {
    var p = from
    while p < min(limit, from + 8) {
      if let that = document.ruleWord(p, .that) {
        let ownClause = document.isWord(p - 1, .modal) || !that.proclitics.isDisjoint(with: .conjunctions)
        return ownClause ? nil : p
      }
      if document.isPause(p) || document.isFinalSign(p) || isFiniteCue(p) { return nil }
      p += 1
    }
    return nil
  }
}
