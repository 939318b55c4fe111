import Facts
import Language

/// Finds events: a trigger, who took part, where and when. Only those that are said to have happened, and that tell at
/// least one of who, or both where and when.
enum EventAnnotator: Annotator {
  static func annotate(_ article: inout AnnotatedArticle) {
    for sentence in article.document.sentences { addEvents(in: sentence.tokens, &article) }
  }

  private static func addEvents(in sentence: Range<Int>, _ article: inout AnnotatedArticle) {
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      guard let trigger = EventTrigger(at: i, in: article) else {
        i += 1
        continue
      }
      i = trigger.tokens.upperBound
      var reader = EventReader(article: article, sentence: sentence, trigger: trigger)
      guard reader.isReal, let event = reader.read() else { continue }
      article.entities = reader.article.entities
      article.events.append(event)
    }
  }
}
