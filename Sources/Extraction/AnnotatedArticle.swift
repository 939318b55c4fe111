import Articles
import Facts
import Language

/// What kind of thing a name names.
package enum EntityKind: String, Sendable {
  case person, organization, place, anonymous
}

/// A name of the article, all its forms joined.
package struct ArticleEntity {
  /// The fullest form printed, without titles and clitics.
  package var name: String
  package var kind: EntityKind
  /// Every surface form, the name's own included.
  package var aliases: [String]
  /// Row of the organization or country table it was found in, for its home country or its nisba.
  package var country: String?
  /// Organization type of the tables (`media`, `agency`, `party` …), or place type.
  package var type: String?
  /// Of persons: `m` or `f`, where the given name tells.
  package var gender: String?

  package init(
    name: String, kind: EntityKind, aliases: [String] = [], country: String? = nil, type: String? = nil,
    gender: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.country = country
    self.type = type
    self.gender = gender
  }
}

/// A name where it stands.
package struct NameMention {
  /// Tokens of the name; the first may carry proclitics that `bytes` leaves out.
  package var tokens: Range<Int>
  /// UTF-8 bytes of the name itself.
  package var bytes: Range<Int>
  package var kind: EntityKind
  /// Index into `AnnotatedArticle.entities`.
  package var entity: Int

  package init(tokens: Range<Int>, bytes: Range<Int>, kind: EntityKind, entity: Int) {
    self.tokens = tokens
    self.bytes = bytes
    self.kind = kind
    self.entity = entity
  }
}

/// An expression that can be put on a calendar.
package struct DateMention {
  package var tokens: Range<Int>
  package var bytes: Range<Int>
  /// Missing when it can't be resolved.
  package var value: Period?

  package init(tokens: Range<Int>, bytes: Range<Int>, value: Period?) {
    self.tokens = tokens
    self.bytes = bytes
    self.value = value
  }
}

/// One link of a chain of sources.
package struct SourceLink: Equatable {
  package var entity: Int
  package var cue: String?

  package init(entity: Int, cue: String?) {
    self.entity = entity
    self.cue = cue
  }
}

/// A quantity with its context; the first pass fills the number and its noun, a later one the rest.
package struct FigureMention {
  package var tokens: Range<Int>
  package var bytes: Range<Int>
  package var value: Double
  package var high: Double?
  package var bound: String
  package var unit: String?
  package var measure: String
  package var agent: Int?
  package var place: Int?
  package var date: Period?
  package var sources: [SourceLink] = []
  package var rule: String
  /// Whether the counted noun names people whose measure the verb decides.
  package var countsPeople: Bool

  package init(
    tokens: Range<Int>, bytes: Range<Int>, value: Double, high: Double? = nil, bound: String = "exact",
    unit: String? = nil, measure: String = "count", rule: String, countsPeople: Bool = false
  ) {
    self.tokens = tokens
    self.bytes = bytes
    self.value = value
    self.high = high
    self.bound = bound
    self.unit = unit
    self.measure = measure
    self.rule = rule
    self.countsPeople = countsPeople
  }
}

/// Who holds which post.
package struct PostMention {
  /// Tokens of the title and the person's name together.
  package var tokens: Range<Int>
  package var bytes: Range<Int>
  package var person: Int
  package var title: String
  package var org: Int?
  package var rule: String

  package init(tokens: Range<Int>, bytes: Range<Int>, person: Int, title: String, org: Int?, rule: String) {
    self.tokens = tokens
    self.bytes = bytes
    self.person = person
    self.title = title
    self.org = org
    self.rule = rule
  }
}

/// Content that the article attributes to someone.
package struct QuoteMention {
  /// First token of the cue or content, whichever comes first, to the last of either: the attribution's reach.
  package var reach: Range<Int>
  /// Tokens of the content.
  package var tokens: Range<Int>
  /// Bytes of the content.
  package var bytes: Range<Int>
  package var speaker: Int?
  package var form: String
  package var cue: String?
  package var act: String
  package var date: Period?
  package var venue: Int?
  /// The chain, nearest to the reader first; ends with the speaker.
  package var sources: [SourceLink]
  package var rule: String

  package init(
    reach: Range<Int>, tokens: Range<Int>, bytes: Range<Int>, speaker: Int?, form: String, cue: String?, act: String,
    date: Period? = nil, venue: Int? = nil, sources: [SourceLink] = [], rule: String
  ) {
    self.reach = reach
    self.tokens = tokens
    self.bytes = bytes
    self.speaker = speaker
    self.form = form
    self.cue = cue
    self.act = act
    self.date = date
    self.venue = venue
    self.sources = sources
    self.rule = rule
  }
}

/// Something that is said to have happened.
package struct EventMention {
  package var tokens: Range<Int>
  package var bytes: Range<Int>
  package var type: String
  package var trigger: String
  package var place: Int?
  package var date: Period?
  package var participants: [(role: String, entity: Int)]
  package var sources: [SourceLink]
  package var rule: String

  package init(
    tokens: Range<Int>, bytes: Range<Int>, type: String, trigger: String, place: Int? = nil, date: Period? = nil,
    participants: [(role: String, entity: Int)] = [], sources: [SourceLink] = [], rule: String
  ) {
    self.tokens = tokens
    self.bytes = bytes
    self.type = type
    self.trigger = trigger
    self.place = place
    self.date = date
    self.participants = participants
    self.sources = sources
    self.rule = rule
  }
}

/// An article on its way through the annotators, each of which reads the layers below and fills its own.
package struct AnnotatedArticle {
  package let article: Article
  package let document: Document
  /// What relative dates resolve against: `published`, else the first complete date in the text; may be missing.
  package var anchor: Period?
  package var dates: [DateMention] = []
  package var figures: [FigureMention] = []
  package var entities: [ArticleEntity] = []
  /// In order of their place in the text; they don't overlap.
  package var mentions: [NameMention] = []
  package var posts: [PostMention] = []
  package var quotes: [QuoteMention] = []
  package var events: [EventMention] = []
  /// For each token the mention that covers it, or -1.
  package var mentionAt: [Int32]
  /// For each token the date expression that covers it, or -1.
  package var dateAt: [Int32]

  package init(article: Article, document: Document, anchor: Period?) {
    self.article = article
    self.document = document
    self.anchor = anchor
    // One more than there are tokens: rules look one ahead.
    mentionAt = [Int32](repeating: -1, count: document.tokens.count + 1)
    dateAt = [Int32](repeating: -1, count: document.tokens.count + 1)
  }

  package mutating func add(_ date: DateMention) {
    for i in date.tokens { dateAt[i] = Int32(dates.count) }
    dates.append(date)
  }

  package mutating func add(_ mention: NameMention) {
    for i in mention.tokens { mentionAt[i] = Int32(mentions.count) }
    mentions.append(mention)
  }

  /// Puts other mentions, in any order, in the place of those found so far, and drops persons that none of them names.
  mutating func replaceMentions(_ replacement: [NameMention]) {
    var kept: [Int: Int] = [:]
    let used = Set(replacement.map(\.entity))
    let all = entities
    entities = []
    for (i, entity) in all.enumerated() where entity.kind != .person || used.contains(i) {
      kept[i] = entities.count
      entities.append(entity)
    }
    for mention in mentions { for i in mention.tokens { mentionAt[i] = -1 } }
    mentions = []
    for var mention in replacement.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) {
      mention.entity = kept[mention.entity]!
      add(mention)
    }
  }

  /// The mention that covers token `i`.
  package func mention(at i: Int) -> NameMention? {
    guard i >= 0, i < mentionAt.count, mentionAt[i] >= 0 else { return nil }
    return mentions[Int(mentionAt[i])]
  }

  /// The date expression that covers token `i`.
  package func date(at i: Int) -> DateMention? {
    guard i >= 0, i < dateAt.count, dateAt[i] >= 0 else { return nil }
    return dates[Int(dateAt[i])]
  }

  /// A new anonymous entity for the noun phrase `name`, or the one that already has it.
  package mutating func anonymous(_ name: String) -> Int {
    let folded = Folding.fold(name)
    if let known = entities.firstIndex(where: { $0.kind == .anonymous && Folding.fold($0.name) == folded }) {
      return known
    }
    entities.append(ArticleEntity(name: name, kind: .anonymous, aliases: [name]))
    return entities.count - 1
  }
}
