import Language

/// Who has spoken so far: what dropped subjects, pronouns and definite descriptions point back to.
struct Discourse {
  struct Speaker {
    var entity: Int
    /// The links before the speaker, nearest to the reader first.
    var via: [SourceLink]
    /// First token of the speaker's quote.
    var at: Int
  }

  private(set) var speakers: [Speaker] = []

  var last: Speaker? { speakers.last }

  mutating func note(_ speaker: Speaker) { speakers.append(speaker) }

  /// The last speaker that agrees with the verb's form; the last at all when none does.
  func last(agreeing agreement: Agreement?, in article: AnnotatedArticle) -> Speaker? {
    guard let agreement else { return last }
    for speaker in speakers.reversed().prefix(6) where article.agrees(speaker.entity, agreement) { return speaker }
    return last
  }

  /// The last speaker whose entity passes the test.
  func last(where test: (Int) -> Bool) -> Speaker? { speakers.last { test($0.entity) } }
}
