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
private struct PostScanner {
  private(set) var article: AnnotatedArticle
  private let words: NameWords
  private let titles: TitleReader
  private let marks: QuotationMarks
  private var document: Document { article.document }

  init(_ article: AnnotatedArticle) {
    self.article = article
    words = NameWords(document: article.document)
    marks = QuotationMarks(article.document)
    var ends = [Int32](repeating: 0, count: article.document.tokens.count)
    for mention in article.mentions {
      ends[mention.tokens.lowerBound] = mention.kind == .person ? -1 : Int32(mention.tokens.upperBound)
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
  }

  /// Adds the posts of a title and returns the token after what it read.
  private mutating func add(_ title: TitlePhrase) -> Int? {
    if let dual = dual(of: title), let end = addShared(dual) { return end }
    if let person = personBehind(title) {
      add(title, person, "post-before-name")
      return person.tokens.upperBound
    }
    if let person = personBefore(title) {
      add(title, person, "post-behind-name")
      return title.tokens.upperBound
    }
    return nil
  }

  // MARK: The person

  private func personBehind(_ title: TitlePhrase) -> NameMention? {
    var at = title.tokens.upperBound
    if document.isComma(at), title.closed { at += 1 }
    if marks.opening(at: at) != nil { at += 1 }
    if document.isSign(at, 0x23) { at += 1 }
    return person(beginningAt: at)
  }

  /// A person, perhaps with something in parentheses behind, and a comma before the title.
  private func personBefore(_ title: TitlePhrase) -> NameMention? {
    var at = title.tokens.lowerBound - 1
    guard title.match.proclitics.subtracting(.al).isEmpty else { return nil }
    if document.isPause(at) { at -= 1 }
    if document.isSign(at, Sign.closeParenthesis) {
      let limit = max(0, at - 6)
      while at > limit, !document.isSign(at, Sign.openParenthesis) { at -= 1 }
      at -= 1
    }
    if marks.closing(at: at) != nil { at -= 1 }
    guard let mention = article.mention(at: at), mention.kind == .person, mention.tokens.upperBound == at + 1 else {
      return nil
    }
    return mention
  }

  private func person(beginningAt i: Int) -> NameMention? {
    guard let mention = article.mention(at: i), mention.kind == .person, mention.tokens.lowerBound == i else {
      return nil
    }
    return document.bytes[Int(document.tokens[i].start)..<mention.bytes.lowerBound].isEmpty ? mention : nil
  }

  // MARK: Writing

  private mutating func add(_ title: TitlePhrase, _ person: NameMention, _ rule: String) {
    let start = postStart(title)
    guard let start else { return }
    let tokens = start.token..<title.tokens.upperBound
    var printed = document.text(bytes: document.bytes(tokens, without: start.proclitics))
    if start.proclitics.contains(.li), words.isLamDefinite(tokens.lowerBound) { printed = "\u{627}" + printed }
    add(person, printed, organization(in: tokens), tokens, rule)
  }

  private mutating func add(_ person: NameMention, _ title: String, _ org: Int?, _ tokens: Range<Int>, _ rule: String) {
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

  /// Where the post begins in a chain of titles: behind honorifics and ranks; nowhere when there is none.
  private func postStart(_ title: TitlePhrase) -> (token: Int, proclitics: Proclitics)? {
    var i = title.tokens.lowerBound
    while i < title.tokens.upperBound {
      if words.has(i, .title), article.mention(at: i) == nil {
        for match in document.matches(i, .title) {
          switch AttributionTables.titleKinds[Int(match.row)].split(separator: "|").first {
          case "post"?: return (i, match.proclitics.subtracting(.al))
          case "profession"? where governsOrganization(i..<title.tokens.upperBound):
            return (i, match.proclitics.subtracting(.al))
          default: break
          }
        }
      }
      i += 1
    }
    return nil
  }

  private func governsOrganization(_ tokens: Range<Int>) -> Bool {
    tokens.contains { article.mention(at: $0)?.kind == .organization }
  }

  // MARK: The organization

  /// The first organization in the title, else the country of a nisba, else the first place.
  private mutating func organization(in tokens: Range<Int>) -> Int? {
    for i in tokens { if let mention = article.mention(at: i), mention.kind == .organization { return mention.entity } }
    for i in tokens where article.mention(at: i) == nil {
      if let nisba = document.match(i, .nisba), nisba.form == 0 { return article.country(ofRow: nisba.row) }
    }
    for i in tokens { if let mention = article.mention(at: i), mention.kind == .place { return mention.entity } }
    return nil
  }

  // MARK: Titles in the dual

  /// `the two heads of the services A "X" and B "Y"`, `the ministers of defence, the Danish X and the Dutch Y`.
  private mutating func addShared(_ title: TitlePhrase) -> Int? {
    let start = title.match.start
    guard let first = personBehind(title), let own = lastPart(of: title) else { return nil }
    var at = first.tokens.upperBound
    if marks.closing(at: at) != nil { at += 1 }
    guard let other = coordinated(at) else { return nil }
    var behind = other.upperBound
    if marks.opening(at: behind) != nil { behind += 1 }
    guard let second = person(beginningAt: behind) else { return nil }
    let head = singularHead(title, before: own.lowerBound)
    for (person, part) in [(first, own), (second, other)] {
      let proclitics: Proclitics = part == other ? .wa : []
      let printed = document.text(bytes: document.bytes(part, without: proclitics))
      add(person, "\(head) \(printed)", organization(in: part), start..<part.upperBound, "post-shared")
    }
    return second.tokens.upperBound
  }

  /// The title read as a dual, where its first word can be one.
  private func dual(of title: TitlePhrase) -> TitlePhrase? {
    guard let match = document.matches(title.match.start, .title).first(where: { $0.form == 2 }) else { return nil }
    var title = title
    title.match = match
    return title
  }

  /// The nisba or name at the end of the title that is the first person's alone.
  private func lastPart(of title: TitlePhrase) -> Range<Int>? {
    let last = title.tokens.upperBound - 1
    guard last > title.match.start else { return nil }
    if let mention = article.mention(at: last) { return mention.tokens }
    return last..<last + 1
  }

  /// A name or nisba behind `and`.
  private func coordinated(_ i: Int) -> Range<Int>? {
    guard words.begins(i, [Letter.waw]) else { return nil }
    if let mention = article.mention(at: i), mention.kind != .person { return mention.tokens }
    return words.isCoordinated(i) ? i..<i + 1 : nil
  }

  /// The title in the singular, and the nouns between it and the part that differs.
  private func singularHead(_ title: TitlePhrase, before end: Int) -> String {
    let article = title.match.proclitics.contains(.al) ? "\u{627}\u{644}" : ""
    var parts = [article + (document.lexicon.table(.title).alternatives(Int(title.match.row), "masculine").first ?? "")]
    for i in title.match.end..<max(title.match.end, end) {
      let trigger = document.match(i, .organizationTrigger)
      if let trigger, trigger.suffix == .my {
        parts.append(document.lexicon.table(.organizationTrigger).alternatives(Int(trigger.row), "word").first ?? "")
      } else {
        parts.append(document.text(i..<i + 1))
      }
    }
    return parts.joined(separator: " ")
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
