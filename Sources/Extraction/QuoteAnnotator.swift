import Language

/// Finds attributed content with its speaker and chain of sources.
enum QuoteAnnotator: Annotator {
  static func annotate(_ article: inout AnnotatedArticle) {
  }
}
