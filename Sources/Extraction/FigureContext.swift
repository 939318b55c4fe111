import Facts
import Language

/// Fills place, date, agent and sources of figures of people and money.
struct FigureContext {
  private let article: AnnotatedArticle
  private let document: Document
  private let figure: FigureMention
  private let index: Int
  private let sentence: Range<Int>

  static func fill(_ article: inout AnnotatedArticle) {
    let main = mainPlace(of: article)
    for index in article.figures.indices {
      let sources = article.sources(around: article.figures[index].tokens)
      article.figures[index].sources = sources
      let context = FigureContext(article, index)
      guard context.isContextual(context.figure) else { continue }
      let (date, place) = (context.date(), context.place(main))
      let agent = context.agent(at: place)
      article.figures[index].date = date
      article.figures[index].place = place
      article.figures[index].agent = agent
    }
  }

  private init(_ article: AnnotatedArticle, _ index: Int) {
    self.article = article
    document = article.document
    figure = article.figures[index]
    self.index = index
    sentence = document.sentences[document.sentenceIndex(ofToken: figure.tokens.lowerBound)].tokens
  }

  private func isContextual(_ figure: FigureMention) -> Bool {
    figure.measure == "money" || QuantityTables.peopleMeasures.contains(figure.measure)
  }

  /// The figure of the same kind before this one.
  private var before: FigureMention? {
    article.figures[..<index].last { isContextual($0) && ($0.measure == "money") == (figure.measure == "money") }
  }

  private func distance(_ tokens: Range<Int>) -> Int {
    tokens.lowerBound >= figure.tokens.upperBound
      ? tokens.lowerBound - figure.tokens.upperBound : figure.tokens.lowerBound - tokens.upperBound
  }

  // MARK: When

  /// The nearest date of the sentence; without one that of the figure before, when it stands close.
  private func date() -> Period? {
    if figure.measure == "population" || figure.measure == "detained" { return nil }
    let here = article.dates.filter { sentence.contains($0.tokens.lowerBound) && holds($0) }
    let preceding = figure.measure == "money" ? here.last { $0.tokens.lowerBound < figure.tokens.lowerBound } : nil
    if let date = preceding ?? here.min(by: { distance($0.tokens) < distance($1.tokens) }) {
      return running(date, here)
    }
    guard let before else { return nil }
    let gap =
      document.sentenceIndex(ofToken: figure.tokens.lowerBound)
      - document.sentenceIndex(ofToken: before.tokens.lowerBound)
    return gap <= 2 ? before.date : nil
  }

  /// Dates something is compared with, or that others precede or follow, don't say when.
  private func holds(_ date: DateMention) -> Bool {
    let i = date.tokens.lowerBound
    if document.isWord(i - 1, .about) || document.isWord(i - 1, .before) || document.isWord(i - 1, .after) {
      return false
    }
    return !(1...3).contains { document.isWord(i - $0, .compared) }
  }

  /// From "since" to the day of publication, or to "until".
  private func running(_ date: DateMention, _ here: [DateMention]) -> Period? {
    guard let value = date.value else { return nil }
    if isUntil(date), let start = here.last(where: { $0.tokens.lowerBound < date.tokens.lowerBound && isSince($0) }) {
      return start.value.flatMap { Period(from: $0, to: value) }
    }
    guard isSince(date) else { return value }
    if let end = here.first(where: { $0.tokens.lowerBound > date.tokens.lowerBound && isUntil($0) })?.value {
      return Period(from: value, to: end)
    }
    return article.anchor.flatMap { Period(from: value, to: $0) } ?? value
  }

  private func isUntil(_ date: DateMention) -> Bool { document.isWord(date.tokens.lowerBound - 1, .until) }

  /// "Since the outbreak of … in March": the word may stand some words before the date.
  private func isSince(_ date: DateMention) -> Bool {
    var j = date.tokens.lowerBound - 1
    while j >= max(sentence.lowerBound, date.tokens.lowerBound - 9), article.dateAt[j] < 0 {
      if document.isWord(j, .since) { return true }
      if document.isComma(j), date.tokens.lowerBound - j > 3 { return false }
      j -= 1
    }
    return false
  }

  // MARK: Where

  /// Counts of people hold at the nearest place of the sentence, else where the count before does; money where most
  /// of the article is.
  private func place(_ main: (entity: Int, share: Double)?) -> Int? {
    if figure.measure == "money" { return main.flatMap { $0.share >= 0.5 ? $0.entity : nil } }
    let here = article.mentions.filter { $0.kind == .place && sentence.contains($0.tokens.lowerBound) }
    let stated = here.filter { isLocative($0.tokens) }
    let nearest = (stated.isEmpty ? here : stated).min { distance($0.tokens) < distance($1.tokens) }
    return nearest?.entity ?? before?.place ?? main?.entity
  }

  /// The place named most, and its share of all mentions of places.
  private static func mainPlace(of article: AnnotatedArticle) -> (entity: Int, share: Double)? {
    var counts: [Int: Int] = [:]
    var total = 0
    for mention in article.mentions where mention.kind == .place {
      counts[mention.entity, default: 0] += 1
      total += 1
    }
    let top = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    return top.map { ($0.key, Double($0.value) / Double(total)) }
  }

  /// A place behind "in".
  private func isLocative(_ tokens: Range<Int>) -> Bool {
    let i = tokens.lowerBound
    if document.senses(i).contains(where: { $0.proclitics.contains(.ba) }) { return true }
    return (1...3).contains { i - $0 >= sentence.lowerBound && document.isWord(i - $0, .in) }
  }

  // MARK: Who

  /// Behind "by the hand of" and the like, or the subject of the verb; else the agent of the count before.
  private func agent(at place: Int?) -> Int? {
    if figure.measure == "money" { return owner() }
    guard ["killed", "wounded", "detained", "released"].contains(figure.measure) else { return nil }
    for mention in article.mentions where sentence.contains(mention.tokens.lowerBound) && canAct(mention) {
      let i = mention.tokens.lowerBound
      if document.isWord(i - 1, .byHand) || document.isWord(i - 2, .byHand) { return mention.entity }
      if i > sentence.lowerBound, isActiveVerb(i - 1) { return mention.entity }
    }
    guard let before, before.place == place || place == nil else { return nil }
    return before.agent
  }

  /// A company that speaks of money speaks of its own.
  private func owner() -> Int? {
    guard let speaker = article.figures[index].sources.last?.entity, article.entities[speaker].type == "company" else {
      return nil
    }
    return speaker
  }

  private func canAct(_ mention: NameMention) -> Bool {
    mention.kind == .organization || (mention.kind == .place && document.has(mention.tokens.lowerBound, .country))
  }

  private func isActiveVerb(_ i: Int) -> Bool {
    guard document.tokens[i].kind == .word, document.has(i, .measureWord) else { return false }
    return document.matches(i, .measureWord).contains {
      QuantityTables.measures[Int($0.row)] == figure.measure && !$0.proclitics.contains(.al)
    }
  }
}

extension AnnotatedArticle {
  /// The chain of the innermost quote around the tokens: one whose content holds them, else one that reaches them.
  func sources(around tokens: Range<Int>) -> [SourceLink] {
    let holding = quotes.filter {
      $0.tokens.lowerBound <= tokens.lowerBound && $0.tokens.upperBound >= tokens.upperBound
    }
    let around =
      holding.isEmpty
      ? quotes.filter { $0.reach.lowerBound <= tokens.lowerBound && $0.reach.upperBound >= tokens.upperBound } : holding
    return around.min { $0.tokens.count < $1.tokens.count }?.sources ?? []
  }
}
