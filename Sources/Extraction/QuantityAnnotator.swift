import Language

/// Finds numbers with what they count; their context comes later, from `FigureAnnotator`.
enum QuantityAnnotator: Annotator {
  static func annotate(_ article: inout AnnotatedArticle) {
  }
}
