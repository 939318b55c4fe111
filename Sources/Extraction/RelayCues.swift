import Language

/// Verbs that relay another's words: `X reported from Y that …`.
extension QuoteScanner {
  /// `X reported from Y that …`: the chain is X, then Y.
  mutating func relayCue(at i: Int, in sentence: Range<Int>) -> Int? {
    guard
      let match = document.matches(i, .reportingVerb).first(where: {
        AttributionTables.verbs[Int($0.row)].frames.contains(.via) && $0.form < VerbForm.passive
      }), match.proclitics.isDisjoint(with: [.li, .sa]), !document.roles(i - 1).contains(.negation)
    else { return nil }
    guard let from = wordAhead(.about, from: match.end, to: min(sentence.upperBound, match.end + 16)) else {
      return nil
    }
    guard let start = relayedContent(from: from + 1, to: sentence.upperBound) else { return nil }
    guard let origin = readSource(from: from + 1, to: start.sourceEnd) else { return nil }
    let relay =
      readSource(from: match.end, to: from, loose: false) ?? quotedName(in: match.end..<from)
      ?? leftSubject(of: i, in: sentence)
    if let gender = start.gender, article.entities[origin.entity].kind == .person {
      article.entities[origin.entity].gender = gender
    }
    guard let content = content(from: start.content, sentenceEnd: sentence.upperBound) else { return nil }
    var links = relay?.via ?? []
    if let relay { links.append(SourceLink(entity: relay.entity, cue: cueText(i))) }
    return add(
      content, by: Source(entity: origin.entity, tokens: origin.tokens), outlets: links, cueToken: i, act: "report",
      rule: "relay", reach: clauseBegin(before: i, in: sentence)..<start.content, resume: start.content)
  }

  /// A name in quotation marks behind a word that no table knows for an outlet.
  private mutating func quotedName(in range: Range<Int>) -> Source? {
    for p in range {
      guard let stretch = marks.opening(at: p), stretch.closed, stretch.content.count <= 4 else { continue }
      return Source(entity: article.anonymous(document.text(stretch.content)), tokens: p..<stretch.close + 1)
    }
    return nil
  }

  private func wordAhead(_ word: RuleWord, from: Int, to limit: Int) -> Int? {
    var p = from
    while p < limit {
      if document.isWord(p, word) { return p }
      if document.isWord(p, .that) || document.isSign(p, Sign.colon) { return nil }
      if let stretch = marks.opening(at: p) {
        p = stretch.close + 1
      } else if let mention = article.mention(at: p) {
        p = max(p + 1, mention.tokens.upperBound)
      } else {
        p += 1
      }
    }
    return nil
  }

  /// Where relayed content begins: behind `that`, a colon, `his saying (that)`, or at a quoted stretch.
  private func relayedContent(from: Int, to limit: Int) -> (sourceEnd: Int, content: Int, gender: String?)? {
    var p = from
    while p < min(limit, from + 30) {
      if document.isWord(p, .that) { return (p, p + 1, nil) }
      if document.isSign(p, Sign.colon) { return (p, p + 1, nil) }
      if let saying = document.matches(p, .reportingVerb).first(where: {
        guard $0.form >= VerbForm.masdar else { return false }
        if $0.proclitics == .al { return document.isWord($0.end, .that) }
        return $0.suffix.isPronoun && !document.endsInTaMarbuta(p)
      }) {
        var next = saying.end
        while document.isPause(next) { next += 1 }
        if document.isWord(next, .that) || document.isSign(next, Sign.colon) { next += 1 }
        return (p, next, saying.suffix == .her ? "f" : nil)
      }
      if let stretch = marks.opening(at: p) {
        if article.mention(at: p + 1) == nil, stretch.content.count >= 4 { return (p, p, nil) }
        p = stretch.close + 1
        continue
      }
      p += 1
    }
    return nil
  }
}
