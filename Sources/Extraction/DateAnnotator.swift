import Language

/// Finds date expressions (reader in Language) and resolves them against the anchor.
enum DateAnnotator: Annotator {
  static func annotate(_ article: inout AnnotatedArticle) {
  }
}
