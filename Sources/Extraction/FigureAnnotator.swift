import Facts
import Language

/// Gives figures what the names, dates and quotes around them tell: what a count of people measures, where and when
/// it holds, who did it and who says it.
enum FigureAnnotator: Annotator {
  static func annotate(_ article: inout AnnotatedArticle) {
    dropInsideNames(&article)
    for i in article.figures.indices { FigureMeasure.decide(i, &article) }
    for i in article.figures.indices { FigureContext.fill(i, &article) }
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
