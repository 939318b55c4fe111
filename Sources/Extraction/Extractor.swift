import Articles
import Facts
import Language

/// Turns articles into facts. One instance a thread; what it answers depends on the article alone.
package final class Extractor {
  private let analyzer: Analyzer
  private let published: Period?

  /// The stages, in the order in which they read each other's layers.
  package static let stages: [(name: String, annotate: @Sendable (inout AnnotatedArticle) -> Void)] = [
    ("dates", DateAnnotator.annotate),
    ("quantities", QuantityAnnotator.annotate),
    ("names", NameAnnotator.annotate),
    ("speakers", UnknownSpeakerAnnotator.annotate),
    ("posts", PostAnnotator.annotate),
    ("quotes", QuoteAnnotator.annotate),
    ("figures", FigureAnnotator.annotate),
    ("events", EventAnnotator.annotate),
  ]

  /// - Parameter published: the publication day of articles that have none.
  package init(lexicon: Lexicon = .shared, published: Period? = nil) {
    analyzer = Analyzer(lexicon: lexicon)
    self.published = published
  }

  /// The article's facts, relation by relation in the order of the schema.
  package func facts(of article: Article) -> [Fact] { FactBuilder.facts(of: annotate(article)) }

  package func annotate(_ article: Article) -> AnnotatedArticle {
    var annotated = tokens(of: article)
    for stage in Self.stages { stage.annotate(&annotated) }
    return annotated
  }

  /// The article cut into tokens and looked up in the lexicon, before any stage.
  package func tokens(of article: Article) -> AnnotatedArticle {
    AnnotatedArticle(
      article: article, document: Document(text: article.text, analyzer: analyzer),
      anchor: article.published.flatMap { Period($0) } ?? published)
  }
}
