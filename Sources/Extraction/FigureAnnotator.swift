import Facts
import Language

/// Gives figures what the names, dates and quotes around them tell: what a count of people measures, where and when
/// it holds, who did it and who says it.
enum FigureAnnotator: Annotator {
  static func annotate(_ article: inout AnnotatedArticle) {
    dropInsideNames(&article)
    resolveToday(&article)
    for i in article.figures.indices { FigureMeasure.decide(i, &article) }
    dropModels(&article)
    FigureContext.fill(&article)
  }

  /// "Today" in the words of someone is the day they spoke.
  private static func resolveToday(_ article: inout AnnotatedArticle) {
    for quote in article.quotes where quote.form != "indirect" {
      guard let day = quote.date, day.isDay else { continue }
      for i in article.dates.indices where quote.tokens.contains(article.dates[i].tokens.lowerBound) {
        let today = article.document.timeWords(article.dates[i].tokens.lowerBound, .dayOffset).first { $0.offset == 0 }
        if today?.match.end == article.dates[i].tokens.upperBound { article.dates[i].value = day }
      }
    }
  }

  /// A bare number behind a maker's name tells the model.
  private static func dropModels(_ article: inout AnnotatedArticle) {
    article.figures = article.figures.filter { figure in
      let i = figure.tokens.lowerBound
      guard figure.rule == "number", figure.unit == nil, figure.measure == "count", figure.tokens.count == 1,
        article.document.tokens[i].kind == .number
      else { return true }
      return article.mention(at: i - 1)?.kind != .organization
    }
  }

  /// Numbers and dates inside a name are part of it.
  private static func dropInsideNames(_ article: inout AnnotatedArticle) {
    func isNamed(_ tokens: Range<Int>) -> Bool {
      guard let mention = article.mention(at: tokens.lowerBound) else { return false }
      return mention.tokens.lowerBound <= tokens.lowerBound && mention.tokens.upperBound >= tokens.upperBound
        && mention.tokens != tokens
    }
    article.figures = article.figures.filter { !isNamed($0.tokens) }
    guard article.dates.contains(where: { isNamed($0.tokens) }) else { return }
    let kept = article.dates.filter { !isNamed($0.tokens) }
    for i in article.dateAt.indices { article.dateAt[i] = -1 }
    article.dates = []
    for date in kept { article.add(date) }
  }
}
