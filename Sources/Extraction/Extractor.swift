import Articles
import Facts
import Language

/// Turns articles into facts. One instance a thread; what it answers depends on the article alone.
package final class Extractor {
  private let analyzer: Analyzer
  private let published: Period?

  /// The stages, in the order in which they read each other's layers.
  private static let annotators: [@Sendable (inout AnnotatedArticle) -> Void] = [
    DateAnnotator.annotate,
    QuantityAnnotator.annotate,
    NameAnnotator.annotate,
    PostAnnotator.annotate,
    QuoteAnnotator.annotate,
    FigureAnnotator.annotate,
    EventAnnotator.annotate,
  ]

  /// - Parameter published: the publication day of articles that have none.
  package init(lexicon: Lexicon = .shared, published: Period? = nil) {
    analyzer = Analyzer(lexicon: lexicon)
    self.published = published
  }

  /// The article's facts, relation by relation in the order of the schema.
  package func facts(of article: Article) -> [Fact] { FactBuilder.facts(of: annotate(article)) }

  package func annotate(_ article: Article) -> AnnotatedArticle {
    let document = Document(text: article.text, analyzer: analyzer)
    var annotated = AnnotatedArticle(
      article: article, document: document, anchor: article.published.flatMap { Period($0) } ?? published)
    for annotate in Self.annotators { annotate(&annotated) }
    return annotated
  }
}
