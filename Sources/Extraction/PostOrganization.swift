import Language

/// What a post is in: the organization, place or country that its title governs.
extension PostScanner {
  /// The organization that the title governs, else the first it names, else the country of a nisba, else the first
  /// place; of a title of one word (`the president`) the one country whose the article says such a person is.
  mutating func organization(in tokens: Range<Int>) -> Int? {
    let mentions = tokens.compactMap { article.mention(at: $0) }
    if let mention = mentions.first(where: { $0.kind == .organization }) {
      return governedBody(tokens, before: mention) ?? mention.entity
    }
    for i in tokens where article.mention(at: i) == nil && !isDomain(i, in: tokens) {
      if let nisba = document.match(i, .nisba), nisba.form == 0 { return article.country(ofRow: nisba.row) }
    }
    if let place = mentions.first(where: { $0.kind == .place }) { return place.entity }
    return tokens.count == 1 ? countryElsewhere(tokens.lowerBound) : nil
  }

  /// A body without a name of its own that the title governs, where the organization stands behind a preposition:
  /// `the speaker of the security council in the White House`.
  private mutating func governedBody(_ tokens: Range<Int>, before mention: NameMention) -> Int? {
    guard let title = titles.title(at: tokens.lowerBound), title.end < mention.tokens.lowerBound,
      words.has(title.end, .organizationTrigger), article.mention(at: title.end) == nil,
      mention.bytes.lowerBound > Int(document.tokens[mention.tokens.lowerBound].start)
    else { return nil }
    let body = title.end..<mention.tokens.lowerBound
    guard body.count > 1, body.allSatisfy({ words.isWord($0) && !document.has($0, .functionWord) }),
      words.isDefinite(body.upperBound - 1)
    else { return nil }
    let name = document.text(body)
    let folded = Folding.fold(name)
    let known = article.entities.firstIndex { $0.kind == .organization && Folding.fold($0.name) == folded }
    if let known { return known }
    article.entities.append(ArticleEntity(name: name, kind: .organization, aliases: [name]))
    return article.entities.count - 1
  }

  /// The country of the only nisba that the article prints behind the same title.
  private mutating func countryElsewhere(_ i: Int) -> Int? {
    guard let title = titles.title(at: i), title.proclitics.contains(.al) else { return nil }
    var rows: Set<Int32> = []
    for k in 0..<words.count where words.has(k, .title) {
      guard document.matches(k, .title).contains(where: { $0.row == title.row && $0.proclitics.contains(.al) }),
        words.isDefinite(k + 1), let nisba = document.match(k + 1, .nisba), nisba.form == 0,
        article.mention(at: k + 2)?.kind != .person, article.mention(at: k + 3)?.kind != .person
      else { continue }
      rows.insert(nisba.row)
    }
    return rows.count == 1 ? rows.first.map { article.country(ofRow: $0) } : nil
  }

  /// Whether the word belongs to a portfolio (`finance`, which reads like `of Mali`).
  private func isDomain(_ i: Int, in tokens: Range<Int>) -> Bool {
    (max(tokens.lowerBound, i - 2)...i).contains { k in
      document.match(k, .postDomain).map { $0.end > i } ?? false
    }
  }
}

extension AnnotatedArticle {
  /// The country of a row, as the article prints it; a country it never prints becomes an entity without mentions.
  mutating func country(ofRow row: Int32) -> Int {
    let name = NameTables.countryNames[Int(row)]
    if let known = entities.firstIndex(where: { $0.kind == .place && $0.type == "country" && $0.country == name }) {
      return known
    }
    entities.append(ArticleEntity(name: name, kind: .place, aliases: [name], country: name, type: "country"))
    return entities.count - 1
  }
}
