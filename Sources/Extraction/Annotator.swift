/// One stage of extraction.
protocol Annotator {
  /// Adds this stage's facts to the article.
  static func annotate(_ article: inout AnnotatedArticle)
}
