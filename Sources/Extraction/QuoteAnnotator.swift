import Facts
import Language

/// Finds attributed content with its speaker and chain of sources.
enum QuoteAnnotator: Annotator {
  static func annotate(_ article: inout AnnotatedArticle) {
    var scanner = QuoteScanner(article)
    scanner.run()
    article.entities = scanner.article.entities
    article.quotes = scanner.quotes
  }
}

/// Walks an article's sentences from cue to cue.
struct QuoteScanner {
  var article: AnnotatedArticle
  let document: Document
  let marks: QuotationMarks
  let titles: TitleWords
  /// Folded names of the article's own outlet.
  private let ownNames: Set<String>
  var discourse = Discourse()
  private(set) var quotes: [QuoteMention] = []
  /// Through whom each speaker's words came last: further words of the same speaker come the same way.
  private var relays: [Int: [SourceLink]] = [:]
  /// Quotes whose content the scan stands in, outermost first.
  private var enclosing: [Int] = []
  /// First token that the sentence's next attributed clause may begin at.
  private var clauseStart = 0
  private var lastOuter: Int?
  /// A source that relays the next quote before that token.
  private var pendingRelay: (link: SourceLink, until: Int)?

  init(_ article: AnnotatedArticle) {
    self.article = article
    document = article.document
    marks = QuotationMarks(article.document)
    titles = TitleWords(article.posts)
    ownNames = article.article.outlet.map(OutletNames.names) ?? []
  }

  mutating func run() {
    for sentence in document.sentences { scan(sentence.tokens) }
    quotes.sort { ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound) }
  }

  private mutating func scan(_ sentence: Range<Int>) {
    clauseStart = sentence.lowerBound
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      enclosing.removeAll { quotes[$0].tokens.upperBound <= i }
      guard let next = cue(at: i, in: sentence) else {
        i += 1
        continue
      }
      i = max(next, i + 1)
    }
  }

  /// Reads the cue at token `i`, if one stands there; answers where the scan goes on.
  private mutating func cue(at i: Int, in sentence: Range<Int>) -> Int? {
    guard document.tokens[i].kind == .word else { return looseQuote(at: i, in: sentence) }
    if document.has(i, .attributionPhrase), let next = phraseCue(at: i, in: sentence) { return next }
    guard document.has(i, .reportingVerb), article.mentionAt[i] < 0 else { return nil }
    if let next = relayCue(at: i, in: sentence) { return next }
    if let next = finiteCue(at: i, in: sentence) { return next }
    if let next = participleCue(at: i, in: sentence) { return next }
    return masdarCue(at: i, in: sentence)
  }

  // MARK: What a cue adds

  /// The innermost quote that encloses the scan.
  var enclosingQuote: QuoteMention? { enclosing.last.map { quotes[$0] } }

  /// First token of the clause that a cue behind it may attribute.
  var openClause: Int { clauseStart }

  /// Adds a quote of `source`; answers where the scan goes on.
  mutating func add(
    _ content: Content, by source: Source?, outlets: [SourceLink] = [], venue: Int? = nil, cueToken: Int,
    cueText: String?? = .none, act: String, rule: String, reach: Range<Int>, resume: Int
  ) -> Int {
    guard !alreadyQuoted(content) else { return resume }
    // Who says within his own words that he says adds nothing.
    if let enclosing = enclosingQuote, enclosing.speaker == source?.entity { return resume }
    let cue: String? = cueText ?? self.cueText(cueToken)
    var links = enclosingQuote?.sources ?? []
    if links.isEmpty { links = source?.via ?? [] }
    if enclosing.isEmpty, links.isEmpty, outlets.isEmpty, let source { links = relays[source.entity] ?? [] }
    for outlet in outlets where !links.contains(where: { $0.entity == outlet.entity }) { links.append(outlet) }
    if let relay = pendingRelay {
      pendingRelay = nil
      if content.tokens.lowerBound < relay.until, !links.contains(where: { $0.entity == relay.link.entity }) {
        links.insert(relay.link, at: 0)
      }
    }
    links.removeAll { $0.entity == source?.entity || isOwnOutlet($0.entity) }
    let via = links
    if let source { links.append(SourceLink(entity: source.entity, cue: cue)) }
    quotes.append(
      QuoteMention(
        reach: min(reach.lowerBound, content.tokens.lowerBound)..<max(reach.upperBound, content.tokens.upperBound),
        tokens: content.tokens, bytes: content.bytes, speaker: source?.entity, form: content.form, cue: cue, act: act,
        date: date(of: reach, content), venue: venue, sources: links, rule: rule))
    if enclosing.isEmpty { lastOuter = quotes.count - 1 }
    if enclosing.isEmpty, let source {
      if !via.isEmpty, article.entities[source.entity].kind != .place { relays[source.entity] = via }
      discourse.note(Discourse.Speaker(entity: source.entity, via: via, at: content.tokens.lowerBound))
    }
    if content.tokens.upperBound > resume { enclosing.append(quotes.count - 1) }
    clauseStart = max(clauseStart, content.tokens.upperBound)
    return resume
  }

  /// Makes a source the first link of the next quote in the sentence.
  mutating func relayNextQuote(through link: SourceLink, in sentence: Range<Int>) {
    guard !isOwnOutlet(link.entity) else { return }
    pendingRelay = (link, sentence.upperBound)
  }

  /// Adds a link to the chain of the last quote that stands in no other, before its speaker.
  mutating func relayLastQuote(through entity: Int, cue: String) {
    guard let last = lastOuter, !isOwnOutlet(entity) else { return }
    guard !quotes[last].sources.contains(where: { $0.entity == entity }) else { return }
    quotes[last].sources.insert(SourceLink(entity: entity, cue: cue), at: 0)
    if let speaker = quotes[last].speaker, article.entities[speaker].kind != .place {
      relays[speaker] = quotes[last].sources.dropLast()
    }
  }

  var lastQuote: QuoteMention? { quotes.last }

  /// The last quote that stands in no other.
  var lastOuterQuote: QuoteMention? { lastOuter.map { quotes[$0] } }

  private func alreadyQuoted(_ content: Content) -> Bool {
    quotes.reversed().prefix(6).contains { $0.bytes == content.bytes }
  }

  /// The cue's word as printed, without the conjunctions written to it.
  func cueText(_ token: Int) -> String {
    var proclitics: Proclitics = []
    for cls in [LexicalClass.reportingVerb, .attributionPhrase] {
      if let match = document.match(token, cls) {
        proclitics = match.proclitics.intersection(.conjunctions)
        break
      }
    }
    return document.text(bytes: document.bytes(token..<token + 1, without: proclitics))
  }

  /// The date printed between cue and content, else before the cue in its clause.
  private func date(of reach: Range<Int>, _ content: Content) -> Period? {
    var found: Period?
    var i = reach.lowerBound
    while i < reach.upperBound {
      if content.tokens.contains(i) {
        i = content.tokens.upperBound
        continue
      }
      if let date = article.date(at: i) {
        found = date.value ?? found
        i = max(i + 1, date.tokens.upperBound)
      } else {
        i += 1
      }
    }
    return found
  }

  /// The article's own outlet under any of its names is no link.
  func isOwnOutlet(_ entity: Int) -> Bool {
    guard !ownNames.isEmpty else { return false }
    return article.entities[entity].aliases.contains { ownNames.contains(Folding.fold($0)) }
  }
}
