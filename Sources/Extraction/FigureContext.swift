import Facts
import Language

/// Fills place, date, agent and sources of figures of people and money.
struct FigureContext {
  private let article: AnnotatedArticle
  private let document: Document
  private let figure: FigureMention
  private let index: Int
  private let sentence: Range<Int>

  static func fill(_ index: Int, _ article: inout AnnotatedArticle) {
    let sources = article.sources(around: article.figures[index].tokens)
    article.figures[index].sources = sources
    let measure = article.figures[index].measure
    guard measure == "money" || QuantityTables.peopleMeasures.contains(measure) else { return }
    let context = FigureContext(article, index)
    article.figures[index].date = context.date()
    article.figures[index].place = context.place()
    article.figures[index].agent = context.agent()
  }

  private init(_ article: AnnotatedArticle, _ index: Int) {
    self.article = article
    document = article.document
    figure = article.figures[index]
    self.index = index
    sentence = document.sentences[document.sentenceIndex(ofToken: figure.tokens.lowerBound)].tokens
  }

  // MARK: When

  private func date() -> Period? {
    if let date = nearest(
      article.dates.filter { sentence.contains($0.tokens.lowerBound) }.map { ($0.tokens, $0.value) })
    {
      return date
    }
    return before?.date
  }

  /// The figure of the same kind before this one, in its sentence or the two before.
  private var before: FigureMention? {
    guard index > 0 else { return nil }
    let here = document.sentenceIndex(ofToken: figure.tokens.lowerBound)
    return article.figures[..<index].last {
      (figure.measure == "money") == ($0.measure == "money")
        && ($0.measure == "money" || QuantityTables.peopleMeasures.contains($0.measure))
        && here - document.sentenceIndex(ofToken: $0.tokens.lowerBound) <= 2
    }
  }

  /// The one nearest to the figure; what follows another figure is that one's.
  private func nearest<T>(_ found: [(tokens: Range<Int>, value: T?)]) -> T? {
    let ranked = found.min { distance($0.tokens) < distance($1.tokens) }
    return ranked?.value
  }

  private func distance(_ tokens: Range<Int>) -> Int {
    tokens.lowerBound >= figure.tokens.upperBound
      ? tokens.lowerBound - figure.tokens.upperBound : figure.tokens.lowerBound - tokens.upperBound
  }

  // MARK: Where

  private func place() -> Int? {
    let here = article.mentions.filter { $0.kind == .place && sentence.contains($0.tokens.lowerBound) }
    if let place = nearest(here.filter { isLocative($0.tokens) }.map { ($0.tokens, Optional($0.entity)) }) {
      return place
    }
    return before?.place
  }

  /// A place behind "in" or a word for a kind of place.
  private func isLocative(_ tokens: Range<Int>) -> Bool {
    let i = tokens.lowerBound
    if document.has(i, .ruleWord) || document.senses(i).contains(where: { $0.proclitics.contains(.ba) }) { return true }
    var j = i - 1
    while j >= max(sentence.lowerBound, i - 3) {
      if document.isWord(j, .in) { return true }
      j -= 1
    }
    return false
  }

  // MARK: Who

  private func agent() -> Int? {
    guard ["killed", "wounded", "detained", "released"].contains(figure.measure) else { return nil }
    for mention in article.mentions where sentence.contains(mention.tokens.lowerBound) && mention.kind != .person {
      let i = mention.tokens.lowerBound
      if document.isWord(i - 1, .byHand) || document.isWord(i - 2, .byHand) { return mention.entity }
      if mention.kind == .organization, i > sentence.lowerBound, isActiveVerb(i - 1) { return mention.entity }
    }
    guard let before, before.place == place() || place() == nil else { return nil }
    return before.agent
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
