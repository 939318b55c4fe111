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
      } else if let outlet = outletAddressed(at: p), p > start {
        p = max(p + 1, outlet.end)
        if marks.closing(at: p) != nil { p += 1 }
        while p < limit, document.isDefinite(p), document.has(p, anyOf: Self.adjectives), article.mentionAt[p] < 0 {
          p += 1
        }
      } else if let mention = article.mention(at: p) {
        if !isGoverned(mention) || (p == start && !hasProclitic(mention)) {
          return Source(entity: mention.entity, tokens: mention.tokens)
        }
        p = max(p + 1, mention.tokens.upperBound)
      } else if let phrase = adjunctPhrase(p) {
        // The preposition that ends the phrase governs what follows.
        let governs = document.isBarePreposition(phrase.end - 1)
        p =
          governs
          ? skipPrepositionalPhrase(phrase.end - 1, to: limit)
          : skipAdjectives(of: phrase.end - 1, from: phrase.end, to: limit)
      } else if document.isWord(p, .partitive), !hasPreposition(p) {
        let end = nounPhraseEnd(from: p + 2, to: limit)
        return Source(entity: article.anonymous(phraseText(p..<end)), tokens: p..<end)
      } else if let data = dataNoun(at: p) {
        return issuer(ofData: data, to: limit)
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
}
