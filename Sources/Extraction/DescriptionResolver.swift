import Language

/// Whom definite descriptions point back to: `the source`, `the agency`, `the minister`.
extension QuoteScanner {
  /// Whom a definite description points back to.
  mutating func resolveDescription(_ head: LexicalMatch, _ phrase: Range<Int>) -> Source? {
    if let holder = holder(of: phrase, head) { return Source(entity: holder, tokens: phrase) }
    let organization = organization(calledBy: head, alone: phrase.count == 1, before: phrase.lowerBound)
    if let speaker = speaker(calledBy: head) {
      if let organization, let named = discourse.last(where: { $0 == organization }), named.at > speaker.at {
        return Source(entity: organization, tokens: phrase, via: named.via)
      }
      return Source(entity: speaker.entity, tokens: phrase, via: speaker.via)
    }
    if let organization {
      return Source(entity: organization, tokens: phrase)
    }
    if isPersonDescription(head), head.form != 2, head.form != 3, let person = personIntroduced(by: head) {
      return Source(entity: person, tokens: phrase)
    }
    if isPersonDescription(head), phrase.count <= 2, head.form < 2,
      let speaker = discourse.last(where: { article.entities[$0].kind == .person })
    {
      return Source(entity: speaker.entity, tokens: phrase, via: speaker.via)
    }
    return nil
  }

  /// The nearest person before the phrase, else the first behind it, whose name stands with the same title or
  /// profession: `the economist X … the economist stressed`.
  func personIntroduced(by head: LexicalMatch) -> Int? {
    var found: Int?
    for mention in article.mentions where mention.kind == .person {
      guard mention.tokens.lowerBound < head.start || found == nil else { break }
      if stands(mention, with: head) { found = mention.entity }
    }
    return found
  }

  /// Whether the same title precedes the name within its phrase, or follows it behind a pause.
  func stands(_ mention: NameMention, with head: LexicalMatch) -> Bool {
    var p = mention.tokens.lowerBound - 1
    let first = max(0, mention.tokens.lowerBound - 9)
    var pauses = 0
    while p >= first {
      if p == head.start { return false }
      if document.matches(p, head.cls).contains(where: { $0.row == head.row }) { return true }
      if document.isPause(p) { pauses += 1 }
      if pauses > 1 || document.isFinalSign(p) || document.tokens[p].kind == .newline || document.isWord(p, .that) {
        break
      }
      p -= 1
    }
    let next = mention.tokens.upperBound
    guard next + 1 < document.tokens.count, next + 1 != head.start else { return false }
    let behind = document.isPause(next) ? next + 1 : next
    return document.matches(behind, head.cls).contains { $0.row == head.row }
  }

  func isPersonDescription(_ head: LexicalMatch) -> Bool {
    switch head.cls {
    case .title: true
    case .sourceNoun: AttributionTables.sourceKinds[Int(head.row)].person
    default: false
    }
  }

  /// The last unnamed speaker whose phrase begins with the same source noun.
  func speaker(calledBy head: LexicalMatch) -> Discourse.Speaker? {
    let rows = (document.matches(head.start, .sourceNoun) + document.matches(head.start, .reportingNoun)).map {
      [Int32($0.cls.rawValue), $0.row]
    }
    guard !rows.isEmpty else { return nil }
    return discourse.last { entity in
      guard article.entities[entity].kind == .anonymous else { return false }
      var name = String(article.entities[entity].name.prefix { $0 != " " })
      return name.withUTF8 { bytes in
        document.analyzer.senses(of: document.analyzer.analyze(bytes)).contains {
          rows.contains([Int32($0.cls.rawValue), $0.row])
        }
      }
    }
  }

  /// The person whose post's title has all the words of the phrase, the nearest before it, else the first.
  func holder(of phrase: Range<Int>, _ head: LexicalMatch) -> Int? {
    let bare = document.bytes(phrase, without: head.proclitics.subtracting(.al))
    guard let words = titles.words(in: document.bytes[bare]) else { return nil }
    var best: Int?
    for (post, title) in zip(article.posts, titles.titles) {
      guard title.first == words.first, words.allSatisfy(title.contains) else { continue }
      if post.tokens.lowerBound < phrase.lowerBound || best == nil { best = post.person }
    }
    return best
  }

  func titleWord(_ folded: String) -> String {
    let article: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]
    return folded.utf8.starts(with: article) ? String(folded.dropFirst(2)) : folded
  }

  /// The last organization before the phrase whose name begins with the same word, or whose type it names.
  func organization(calledBy head: LexicalMatch, alone: Bool = true, before p: Int) -> Int? {
    let types = organizationTypes(of: head)
    guard !types.isEmpty || head.cls == .organizationTrigger else { return nil }
    let word = document.folded(head.start)
    for mention in article.mentions.reversed()
    where mention.tokens.lowerBound < p && mention.kind == .organization {
      if nameBegins(article.entities[mention.entity], with: word) { return mention.entity }
    }
    guard alone else { return nil }
    for mention in article.mentions.reversed()
    where mention.tokens.lowerBound < p && mention.kind == .organization {
      let entity = article.entities[mention.entity]
      if let type = entity.type, types.contains(type) { return mention.entity }
    }
    return nil
  }

  func nameBegins(_ entity: ArticleEntity, with word: String) -> Bool {
    let stem = titleWord(word)
    return entity.aliases.contains { alias in
      titleWord(Folding.fold(alias.prefix { $0 != " " })) == stem
    }
  }

  func organizationTypes(of head: LexicalMatch) -> Set<String> {
    var types: Set<String> = []
    for match in document.matches(head.start, .organizationTrigger) {
      let type = AttributionTables.triggerTypes[Int(match.row)]
      switch type {
      case "media", "agency": types.formUnion(["media", "agency"])
      case "party", "armed_group": types.formUnion(["party", "armed_group"])
      case "company", "bank": types.formUnion(["company", "bank"])
      case "international", "ngo": types.formUnion(["international", "ngo"])
      case "": break
      default: types.insert(type)
      }
    }
    return types
  }
}
