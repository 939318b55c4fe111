import Language

/// Finds events with their participants.
enum EventAnnotator: Annotator {
  static func annotate(_ article: inout AnnotatedArticle) {
  }
}
