import Language

/// Outlets spoken to: `told Reuters`, `to the newspaper`.
extension QuoteScanner {
  func isMedia(_ entity: Int) -> Bool {
    let type = article.entities[entity].type
    return type == "media" || type == "agency"
  }

  /// `to Reuters`, `to the newspaper`: a media outlet or a word for one with the preposition lam.
  func isOutletAddress(_ p: Int) -> Bool { outletAddressed(at: p) != nil }

  /// The outlet that token `p` addresses.
  func outletAddressed(at p: Int) -> (entity: Int, end: Int)? {
    if let mention = article.mention(at: p), mention.tokens.lowerBound == p {
      return isMedia(mention.entity) && isGoverned(mention) ? (mention.entity, mention.tokens.upperBound) : nil
    }
    for match in document.matches(p, .organizationTrigger) where match.proclitics.contains(.li) {
      let type = AttributionTables.triggerTypes[Int(match.row)]
      if document.isWord(p, .program), marks.opening(at: p + 1) != nil, let mention = article.mention(at: p + 2) {
        return (mention.entity, mention.tokens.upperBound)
      }
      guard type == "media" || type == "agency" else { continue }
      if let mention = mentionAhead(p + 1), isMedia(mention.entity) {
        return (mention.entity, mention.tokens.upperBound)
      }
      // `to the site of the newspaper X`: the newspaper.
      if let mention = mentionAhead(p + 2), isMedia(mention.entity), document.has(p + 1, .organizationTrigger) {
        return (mention.entity, mention.tokens.upperBound)
      }
      if match.proclitics.contains(.al), let known = organization(calledBy: match, before: p) { return (known, p + 1) }
    }
    // A lam or a tatweel standing alone before a quoted name.
    if document.tokens[p].kind == .word, document.analyzer.word(document.tokens[p].value).length == 2,
      document.beginsWithLam(p), let mention = mentionAhead(p + 1), isMedia(mention.entity)
    {
      return (mention.entity, mention.tokens.upperBound)
    }
    return nil
  }

  /// A word for an outlet with lam, whether its name is known or not.
  func addressesMedia(_ p: Int) -> Bool {
    document.matches(p, .organizationTrigger).contains {
      let type = AttributionTables.triggerTypes[Int($0.row)]
      return $0.proclitics.contains(.li) && (type == "media" || type == "agency")
    }
  }

  /// A mention at `p`, or inside quotation marks that open there.
  func mentionAhead(_ p: Int) -> NameMention? {
    if let mention = article.mention(at: p) { return mention }
    return marks.opening(at: p) != nil ? article.mention(at: p + 1) : nil
  }

  /// Outlets spoken to between a cue and its content: links before the speaker; the first is the venue.
  func outlets(in range: Range<Int>) -> ([SourceLink], Int?) {
    var p = range.lowerBound
    while p < range.upperBound {
      if let outlet = outletAddressed(at: p) {
        guard !isOwnOutlet(outlet.entity) else { return ([], nil) }
        return ([SourceLink(entity: outlet.entity, cue: nil)], outlet.entity)
      }
      if let phrase = document.match(p, .attributionPhrase),
        AttributionTables.phrases[Int(phrase.row)].role == .venue,
        let outlet = outletBehind(phrase.end, to: range.upperBound)
      {
        guard !isOwnOutlet(outlet) else { return ([], nil) }
        return ([SourceLink(entity: outlet, cue: nil)], outlet)
      }
      p += 1
    }
    return ([], nil)
  }

  /// The outlet within the few words behind an occasion (`in an interview with the network "…"`).
  private func outletBehind(_ start: Int, to limit: Int) -> Int? {
    var p = start
    while p < min(limit, start + 5) {
      if let mention = article.mention(at: p), isMedia(mention.entity) { return mention.entity }
      p += 1
    }
    return nil
  }
}
