import Language

/// Grammatical gender and number as far as a form tells.
enum Agreement {
  case masculine, feminine, plural
}

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
    for speaker in speakers.reversed().prefix(4) where article.agrees(speaker.entity, agreement) { return speaker }
    return last
  }

  /// The last speaker whose entity passes the test.
  func last(where test: (Int) -> Bool) -> Speaker? { speakers.last { test($0.entity) } }
}

extension AnnotatedArticle {
  /// Whether an entity can be the subject of a verb of that form. Unknown gender agrees with everything.
  func agrees(_ entity: Int, _ agreement: Agreement) -> Bool {
    let e = entities[entity]
    switch e.kind {
    case .person:
      switch agreement {
      case .plural: return false
      case .masculine: return e.gender != "f"
      case .feminine: return e.gender != "m"
      }
    case .place: return agreement == .feminine
    case .organization:
      switch agreement {
      case .plural: return false
      case .masculine: return !isFeminine(e.name)
      case .feminine: return true
      }
    case .anonymous:
      switch agreement {
      case .plural: return true
      case .masculine: return !isFeminine(e.name)
      case .feminine: return isFeminine(e.name) || isPlural(e.name)
      }
    }
  }

  /// Whether the first word of the phrase ends in ta marbuta.
  private func isFeminine(_ phrase: String) -> Bool {
    let first = phrase.prefix { $0 != " " }
    return first.unicodeScalars.last { $0.value < 0x64B || $0.value > 0x652 }?.value == 0x629
  }

  /// Whether the first word is a plural source noun.
  private func isPlural(_ phrase: String) -> Bool {
    var first = String(phrase.prefix { $0 != " " })
    return first.withUTF8 { bytes in
      document.analyzer.senses(of: document.analyzer.analyze(bytes)).contains {
        $0.cls == .sourceNoun && $0.form == 3
      }
    }
  }
}
