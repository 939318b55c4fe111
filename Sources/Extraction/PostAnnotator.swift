import Language

/// Finds who holds which post.
enum PostAnnotator: Annotator {
  static func annotate(_ article: inout AnnotatedArticle) {
  }
}
