import Language

/// Fills the context of figures: measure, agent, place, date and sources.
enum FigureAnnotator: Annotator {
  static func annotate(_ article: inout AnnotatedArticle) {
  }
}
