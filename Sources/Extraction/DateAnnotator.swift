import Facts
import Language

/// Finds date expressions and puts them on the calendar. Without a day of publication the first complete date of the
/// text stands for it.
enum DateAnnotator: Annotator {
  static func annotate(_ article: inout AnnotatedArticle) {
    let readings = readings(of: article.document)
    var resolver = DateResolver(document: article.document, anchor: article.anchor)
    if article.anchor == nil {
      resolver.anchor = readings.lazy.compactMap { resolver.completeDay($0) }.first
      article.anchor = resolver.anchor
    }
    for reading in readings {
      article.add(
        DateMention(
          tokens: reading.tokens, bytes: article.document.bytes(reading.tokens, without: reading.proclitics),
          value: resolver.resolve(reading)))
    }
  }

  private static func readings(of document: Document) -> [DateReading] {
    let reader = DateReader(document)
    var found: [DateReading] = []
    var i = 0
    while i < document.tokens.count {
      if let reading = reader.read(i) {
        found.append(reading)
        i = reading.tokens.upperBound
      } else {
        i = reader.vagueEnd(i) ?? i + 1
      }
    }
    return found
  }
}
