import Language

/// Finds names of persons, organizations and places and joins their forms within the article.
enum NameAnnotator: Annotator {
  static func annotate(_ article: inout AnnotatedArticle) {
    var scanner = NameScanner(article.document)
    let candidates = scanner.run()
    NameJoiner.join(candidates, scanner.words, into: &article)
  }
}
