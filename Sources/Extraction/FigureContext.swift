import Facts
import Language

/// What a figure of people or money is read with: the article, its sentence, and the stretch of that which speaks
/// of it. Place, date and agent are found in `FigurePlace`, `FigureDate` and `FigureAgent`.
struct FigureContext {
  let article: AnnotatedArticle
  let document: Document
  let figure: FigureMention
  let index: Int
  let sentence: Range<Int>
  /// The content of the quote that holds the figure, as far as it lies in the sentence; without one the sentence.
  let scope: Range<Int>
  let quote: QuoteMention?

  /// Fills context and sources of all figures.
  static func fill(_ article: inout AnnotatedArticle) {
    let lead = FigureContext.leadPlace(of: article)
    for index in article.figures.indices {
      article.figures[index].sources = FigureContext(article, index).sources()
      guard article.figures[index].isContextual else { continue }
      let context = FigureContext(article, index)
      let (date, place) = (context.date(), context.place(lead))
      article.figures[index].date = date
      article.figures[index].place = place
      article.figures[index].agent = context.agent(at: place)
    }
    shareContext(&article)
  }

  private init(_ article: AnnotatedArticle, _ index: Int) {
    self.article = article
    document = article.document
    figure = article.figures[index]
    self.index = index
    let sentence = document.sentences[document.sentenceIndex(ofToken: figure.tokens.lowerBound)].tokens
    self.sentence = sentence
    quote = article.quote(holding: figure.tokens)
    scope = quote.map { $0.tokens.clamped(to: sentence) } ?? sentence
  }

  /// The chain of the quote around the figure. Behind "while" the quote of the clause before ends, and a source at the
  /// sentence's end speaks: "X holds 136, while it keeps 80 others, according to Y".
  private func sources() -> [SourceLink] {
    if let quote, !quote.rule.hasPrefix(Self.trailing),
      (quote.tokens.lowerBound..<figure.tokens.lowerBound).contains(where: isBorder),
      let last = article.quotes.first(where: { $0.rule.hasPrefix(Self.trailing) && endsSentence($0) })
    {
      return last.sources
    }
    return article.sources(around: figure.tokens)
  }

  private static let trailing = "according-to"

  private func endsSentence(_ quote: QuoteMention) -> Bool {
    sentence.contains(quote.reach.lowerBound) && quote.reach.upperBound > figure.tokens.upperBound
      && quote.reach.upperBound >= sentence.upperBound - 1
  }

  /// The same count told twice happened once: what one telling leaves out is taken from the other.
  private static func shareContext(_ article: inout AnnotatedArticle) {
    for i in article.figures.indices where QuantityTables.peopleMeasures.contains(article.figures[i].measure) {
      let figure = article.figures[i]
      let twins = article.figures.filter {
        $0.value == figure.value && $0.measure == figure.measure && $0.unit == figure.unit && $0.value > 1
      }
      if figure.date == nil { article.figures[i].date = twins.lazy.compactMap(\.date).first }
      if figure.agent == nil { article.figures[i].agent = twins.lazy.compactMap(\.agent).first }
    }
  }

  /// The figure of the same kind before this one.
  var before: FigureMention? {
    article.figures[..<index].last { $0.isContextual && ($0.measure == "money") == (figure.measure == "money") }
  }

  /// How many sentences lie between a token before the figure and it.
  func sentences(since token: Int) -> Int {
    document.sentenceIndex(ofToken: figure.tokens.lowerBound) - document.sentenceIndex(ofToken: token)
  }

  /// Whether no line ends between a token before the figure and it.
  func isParagraphShared(with token: Int) -> Bool {
    token >= figure.tokens.lowerBound
      || !(token..<figure.tokens.lowerBound).contains { document.tokens[$0].kind == .newline }
  }

  /// Tokens between the figure and others; each clause border that lies between counts for many.
  func distance(_ tokens: Range<Int>) -> Int {
    let gap =
      tokens.lowerBound >= figure.tokens.upperBound
      ? figure.tokens.upperBound..<tokens.lowerBound
      : min(tokens.upperBound, figure.tokens.lowerBound)..<figure.tokens.lowerBound
    return gap.count + 20 * gap.filter(isBorder).count
  }

  /// A word or sign with which a clause of its own begins.
  func isBorder(_ i: Int) -> Bool {
    document.isWord(i, .while) || document.isWord(i, .however) || document.isSign(i, Sign.arabicSemicolon)
      || document.isSign(i, Sign.semicolon)
  }
}

extension FigureMention {
  /// Whether place, date and agent are told of it.
  var isContextual: Bool { measure == "money" || QuantityTables.peopleMeasures.contains(measure) }
}

extension AnnotatedArticle {
  /// The innermost quote whose content holds the tokens.
  func quote(holding tokens: Range<Int>) -> QuoteMention? {
    quotes.filter { $0.tokens.lowerBound <= tokens.lowerBound && $0.tokens.upperBound >= tokens.upperBound }
      .min { $0.tokens.count < $1.tokens.count }
  }

  /// The chain of the innermost quote around the tokens: one whose content holds them, else one that reaches them.
  func sources(around tokens: Range<Int>) -> [SourceLink] {
    if let quote = quote(holding: tokens) { return quote.sources }
    let around = quotes.filter {
      $0.reach.lowerBound <= tokens.lowerBound && $0.reach.upperBound >= tokens.upperBound
    }
    return around.min { $0.tokens.count < $1.tokens.count }?.sources ?? []
  }
}
