import Language

/// Makes entities of the persons found late, joins them with those known before, and finds their family names, in any
/// spelling, where they stand alone.
struct PersonLinks {
  private(set) var article: AnnotatedArticle
  private let findings: [UnknownSpeakerFinder.Finding]
  private let words: NameWords
  private var mentions: [NameMention]
  /// The folded words of each person's name.
  private var parts: [[String]]
  private var document: Document { article.document }

  init(_ article: AnnotatedArticle, _ findings: [UnknownSpeakerFinder.Finding]) {
    self.article = article
    self.findings = findings
    words = NameWords(document: article.document)
    mentions = article.mentions
    parts = article.entities.map { $0.kind == .person ? Self.parts($0.name) : [] }
  }

  mutating func join() {
    dropLeadingVerbs()
    for finding in findings { add(finding) }
    joinShortNames()
    findAlone()
    for i in mentions.indices where mentions[i].entity >= 0 { mentions[i].entity = owner(mentions[i].entity) }
    article.replaceMentions(mentions)
  }

  // MARK: Verbs taken for names

  /// Verbs in the feminine that are given names too (`and N raised a claim`) open a sentence: of such a name of two
  /// words only the second is left when that stands alone elsewhere.
  private mutating func dropLeadingVerbs() {
    for i in mentions.indices where mentions[i].kind == .person && mentions[i].tokens.count == 2 {
      let (first, last) = (mentions[i].tokens.lowerBound, mentions[i].tokens.lowerBound + 1)
      guard opensSentence(first), document.folded(first).hasSuffix("\u{62A}"), standsAlone(last) else { continue }
      let entity = mentions[i].entity
      let bytes = document.bytes(last..<last + 1, without: [])
      mentions[i].tokens = last..<last + 1
      mentions[i].bytes = bytes
      guard parts[entity].count == 2, !mentions.contains(where: { $0.entity == entity && $0.tokens.count > 1 }) else {
        continue
      }
      let name = document.text(bytes: bytes)
      article.entities[entity].name = name
      article.entities[entity].aliases.removeAll { Self.parts($0).count > 1 }
      parts[entity] = Self.parts(name)
    }
  }

  private func opensSentence(_ i: Int) -> Bool {
    document.sentences[document.sentenceIndex(ofToken: i)].tokens.lowerBound == i && words.begins(i, [Letter.waw])
  }

  /// Whether the word stands elsewhere with no name before it.
  private func standsAlone(_ i: Int) -> Bool {
    document.tokens.indices.contains { other in
      other != i && document.tokens[other].kind == .word && document.tokens[other].value == document.tokens[i].value
        && article.mentionAt[max(0, other - 1)] < 0
    }
  }

  // MARK: Full names

  private mutating func add(_ finding: UnknownSpeakerFinder.Finding) {
    let bytes = document.bytes(finding.tokens, without: [])
    let name = document.text(bytes: bytes)
    let inside = mentions.filter { finding.tokens.overlaps($0.tokens) }
    let entity = inside.first.map { owner($0.entity) } ?? known(name) ?? newPerson(name)
    mentions.removeAll { finding.tokens.overlaps($0.tokens) }
    lengthen(entity, name)
    if article.entities[entity].gender == nil { article.entities[entity].gender = finding.gender }
    mentions.append(NameMention(tokens: finding.tokens, bytes: bytes, kind: .person, entity: entity))
  }

  private func known(_ name: String) -> Int? {
    let folded = Folding.fold(name)
    return article.entities.firstIndex { $0.kind == .person && $0.aliases.contains { Folding.fold($0) == folded } }
  }

  private mutating func newPerson(_ name: String) -> Int {
    article.entities.append(
      ArticleEntity(
        name: name, kind: .person, aliases: [name], gender: PersonJoiner.gender(of: name, document)))
    parts.append(Self.parts(name))
    return article.entities.count - 1
  }

  private mutating func lengthen(_ entity: Int, _ name: String) {
    if !article.entities[entity].aliases.contains(name) { article.entities[entity].aliases.append(name) }
    let words = Self.parts(name)
    guard words.count > parts[entity].count else { return }
    article.entities[entity].name = name
    parts[entity] = words
  }

  private static func parts(_ name: String) -> [String] {
    Folding.fold(name).split { " _-#".contains($0) }.map(String.init)
  }

  // MARK: Short names

  /// Entities that turned out to be another's.
  private var joined: [Int: Int] = [:]

  private func owner(_ entity: Int) -> Int {
    var entity = entity
    while let next = joined[entity] { entity = next }
    return entity
  }

  /// A person known by one word belongs to the one fuller name that has it in front or at the end.
  private mutating func joinShortNames() {
    let used = Set(mentions.map { owner($0.entity) })
    for i in article.entities.indices where article.entities[i].kind == .person && used.contains(i) {
      guard parts[i].count == 1, let full = fullName(with: parts[i][0], except: i) else { continue }
      joined[i] = full
      for alias in article.entities[i].aliases { lengthen(full, alias) }
    }
  }

  /// The person whose name of several words begins or ends in the word, in one spelling or another; none when two do.
  private func fullName(with word: String, except own: Int? = nil) -> Int? {
    var found: Int?
    var spelled: Int?
    for (i, name) in parts.enumerated() where name.count > 1 && i != own && joined[i] == nil {
      if name.last == word || name.first == word {
        guard found == nil else { return nil }
        found = i
      } else if NameSkeleton.same(name.last!, word) {
        guard spelled == nil else { return found }
        spelled = i
      }
    }
    return found ?? spelled
  }

  /// Family names, and first names that no table knows, where they stand alone.
  private mutating func findAlone() {
    var covered = [Bool](repeating: false, count: words.count)
    for mention in mentions { for i in mention.tokens { covered[i] = true } }
    for i in document.tokens.indices
    where !covered[i] && words.isArabic(i) && words.isUnknown(i) && words.length(i) >= 6 && article.dateAt[i] < 0 {
      guard let (entity, bytes) = bearer(of: i) else { continue }
      mentions.append(NameMention(tokens: i..<i + 1, bytes: bytes, kind: .person, entity: entity))
      lengthen(entity, document.text(bytes: bytes))
    }
  }

  /// Whose name the word is, with or without a particle written to it.
  private func bearer(of i: Int) -> (Int, Range<Int>)? {
    let bytes = document.bytes(i..<i + 1, without: [])
    let word = document.folded(i)
    if let entity = fullName(with: word) { return (entity, bytes) }
    guard words.begins(i, Letter.conjunctions + Letter.prepositions), words.length(i) >= 10 else { return nil }
    guard let entity = fullName(with: String(word.dropFirst())) else { return nil }
    return (entity, bytes.lowerBound + 2..<bytes.upperBound)
  }
}
