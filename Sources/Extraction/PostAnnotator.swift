import Language

/// Finds who holds which post: a title with the person before or behind it.
enum PostAnnotator: Annotator {
  static func annotate(_ article: inout AnnotatedArticle) {
    var scanner = PostScanner(article)
    scanner.run()
    article = scanner.article
  }
}

/// Goes through the titles of an article.
struct PostScanner {
  var article: AnnotatedArticle
  let words: NameWords
  let titles: TitleReader
  let marks: QuotationMarks
  /// The end of the last name that stood behind its title: what follows it is somebody else's.
  private(set) var heldUntil = 0
  /// The person that the last title was given to, and where that title ended: another one may follow it with `and`.
  private var last: (person: NameMention, end: Int)?
  var document: Document { article.document }

  init(_ article: AnnotatedArticle) {
    self.article = article
    words = NameWords(document: article.document)
    marks = QuotationMarks(article.document)
    var ends = [Int32](repeating: 0, count: article.document.tokens.count)
    for mention in article.mentions {
      ends[mention.tokens.lowerBound] = Int32(mention.tokens.upperBound) * (mention.kind == .person ? -1 : 1)
    }
    titles = TitleReader(words: words, nameEnds: ends)
  }

  mutating func run() {
    var i = 0
    while i < words.count {
      guard words.has(i, .title), article.mention(at: i) == nil, let title = titles.read(at: i) else {
        i += 1
        continue
      }
      i = add(title) ?? i + 1
    }
    removeBareTitles()
  }

  /// Adds the posts of a title and returns the token after what it read.
  private mutating func add(_ title: TitlePhrase) -> Int? {
    if let end = addShared(title) { return end }
    if title.isShared { return nil }
    if let person = personBehind(title) { return add(title, behind: person) }
    if let end = addChain(title) { return end }
    guard let (person, rule) = holder(of: title) else { return nil }
    add(title, person, rule)
    last = (person, title.tokens.upperBound)
    return title.tokens.upperBound
  }

  /// Two titles of one person in a row, without `and`: `the minister of state the minister of health X`.
  private mutating func addChain(_ title: TitlePhrase) -> Int? {
    let next = title.tokens.upperBound
    guard title.closed, title.kind == "post", words.has(next, .title), article.mention(at: next) == nil,
      let second = titles.read(at: next), second.kind == "post", !second.isShared,
      second.match.proclitics.subtracting(.al).isEmpty, let person = personBehind(second)
    else { return nil }
    add(title, person, "post-before-name")
    return add(second, behind: person)
  }

  /// The name behind a title; of a chain `X, adviser of the president Y` the first title is that of the name before.
  private mutating func add(_ title: TitlePhrase, behind person: NameMention) -> Int {
    heldUntil = person.tokens.upperBound
    last = nil
    if let inner = nestedTitle(of: title), let outer = personBefore(title, paused: true) {
      var own = title
      own.tokens = title.tokens.lowerBound..<inner.tokens.upperBound
      add(own, outer, "post-behind-name")
      add(inner, person, "post-before-name")
    } else {
      add(title, person, "post-before-name")
    }
    return person.tokens.upperBound
  }

  /// A title of a post inside a title that reaches to its end.
  private func nestedTitle(of title: TitlePhrase) -> TitlePhrase? {
    for i in title.tokens.dropFirst() where words.has(i, .title) && article.mention(at: i) == nil {
      guard let inner = titles.read(at: i), inner.tokens.upperBound == title.tokens.upperBound else { continue }
      return inner.kind == "post" && !inner.isShared ? inner : nil
    }
    return nil
  }

  /// The person that a title without a name behind it belongs to.
  private func holder(of title: TitlePhrase) -> (NameMention, String)? {
    if let last, title.tokens.lowerBound - last.end <= 1, title.match.proclitics.contains(.wa),
      title.tokens.lowerBound == last.end || document.isPause(last.end)
    {
      return (last.person, "post-coordinated")
    }
    if title.isPredicate, let person = personOfClause(title) { return (person, "post-predicate") }
    if let person = personBefore(title, paused: false) { return (person, "post-behind-name") }
    return personOfClause(title).map { ($0, "post-predicate") }
  }

  // MARK: Writing

  private mutating func add(_ title: TitlePhrase, _ person: NameMention, _ rule: String) {
    guard let start = postStart(title) else { return }
    let tokens = start.token..<endOfPost(title, from: start.token)
    var printed = document.text(bytes: document.bytes(tokens, without: start.proclitics))
    if start.proclitics.contains(.li), words.isLamDefinite(tokens.lowerBound) { printed = "\u{627}" + printed }
    add(person, printed, organization(in: tokens), tokens, rule)
  }

  mutating func add(_ person: NameMention, _ title: String, _ org: Int?, _ tokens: Range<Int>, _ rule: String) {
    let reach = min(tokens.lowerBound, person.tokens.lowerBound)..<max(tokens.upperBound, person.tokens.upperBound)
    let post = PostMention(
      tokens: reach, bytes: document.byteRange(reach), person: person.entity, title: title, org: org, rule: rule)
    let new = Set(Folding.fold(title).split(separator: " "))
    for (k, known) in article.posts.enumerated() where known.person == person.entity {
      let old = Set(Folding.fold(known.title).split(separator: " "))
      if new.isSubset(of: old) { return }
      if old.isSubset(of: new) {
        article.posts[k] = post
        return
      }
    }
    article.posts.append(post)
  }

  /// A title of one word (`the president`) says nothing about a person whose post is told in full.
  private mutating func removeBareTitles() {
    let full = Set(article.posts.filter { $0.title.contains(" ") }.map(\.person))
    article.posts.removeAll { !$0.title.contains(" ") && full.contains($0.person) }
  }

  /// Where the post begins in a chain of titles: behind honorifics and ranks; nowhere when there is none.
  private func postStart(_ title: TitlePhrase) -> (token: Int, proclitics: Proclitics)? {
    for i in title.tokens where words.has(i, .title) && article.mention(at: i) == nil {
      let rest = i..<title.tokens.upperBound
      for match in document.matches(i, .title) where names(match, rest) && !isAdjective(match, in: title) {
        return (i, match.proclitics.subtracting(.al))
      }
    }
    return nil
  }

  /// The post ends before the rank, honorific or royal title that stands between it and the name.
  private func endOfPost(_ title: TitlePhrase, from start: Int) -> Int {
    var end = title.tokens.upperBound
    while end - 1 > start, let last = titles.title(at: end - 1), last.proclitics == .al,
      article.mention(at: end - 1) == nil, !words.endsInNisba(end - 1)
    {
      let kinds = AttributionTables.titleKinds[Int(last.row)]
      guard kinds.contains("rank") || kinds.contains("honorific") || kinds.contains("royal") else { break }
      end -= 1
    }
    return end
  }

  /// `the main suspect`: a definite word behind another that is no post says which.
  private func isAdjective(_ match: LexicalMatch, in title: TitlePhrase) -> Bool {
    match.start > title.tokens.lowerBound && match.end == match.start + 1 && match.proclitics.contains(.al)
      && (title.kind == "profession" || title.kind == "relation")
  }

  /// Whether the words name a post: professions do where they govern an organization, ranks that are posts too and
  /// royal titles where they govern anything, words for representatives where they govern a place too.
  func names(_ match: LexicalMatch, _ tokens: Range<Int>) -> Bool {
    let kinds = AttributionTables.titleKinds[Int(match.row)].split(separator: "|")
    let governed = match.end..<max(match.end, tokens.upperBound)
    switch kinds.first {
    case "post"?:
      if kinds.contains("representative") { return governs(.organization, governed) || governs(.place, governed) }
      return match.end - match.start > 1 || !kinds.contains { $0 == "rank" || $0 == "governing" }
        || !governed.isEmpty && !words.has(match.end, .nisba) && !words.has(match.end, .nationality)
    case "profession"?:
      // A team is called by its city.
      if kinds.contains("player"), article.mention(at: match.end)?.kind == .place { return true }
      return governs(.organization, governed)
    // A professor is one of a university, a title of courtesy otherwise.
    case "honorific"?: return kinds.contains("profession") && governs(.organization, governed)
    default: return false
    }
  }

  /// Whether a name of the kind stands there, or the word for one (`the team`).
  private func governs(_ kind: EntityKind, _ tokens: Range<Int>) -> Bool {
    let trigger: LexicalClass = kind == .place ? .placeTrigger : .organizationTrigger
    return tokens.contains {
      article.mention(at: $0)?.kind == kind
        || words.isDefinite($0) && words.has($0, trigger) && !document.isPreposition($0 - 1)
    }
  }
}
