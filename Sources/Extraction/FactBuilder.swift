import Articles
import Facts
import Language

/// Writes the layers of an annotated article as facts, with ids that derive from the article's id and the span.
package struct FactBuilder {
  private let annotated: AnnotatedArticle
  private let document: Document
  private let article: Value
  private let prefix: String
  private var facts: [Fact] = []
  private let sentenceIDs: [Value]
  /// How many facts have had the id before, by kind and span.
  private var usedIDs: [UInt64: Int] = [:]

  package static func facts(of annotated: AnnotatedArticle) -> [Fact] {
    var builder = FactBuilder(annotated)
    builder.build()
    return builder.facts
  }

  private init(_ annotated: AnnotatedArticle) {
    self.annotated = annotated
    document = annotated.document
    article = .text(annotated.article.id)
    let prefix = annotated.article.id + "/"
    self.prefix = prefix
    sentenceIDs = document.sentences.indices.map { .text("\(prefix)s\($0 + 1)") }
    facts.reserveCapacity(sentenceIDs.count + 4 * annotated.mentions.count)
  }

  private mutating func build() {
    addArticle()
    addSentences()
    addEntities()
    addMentions()
    let quoteIDs = addQuotes()
    let figureIDs = addFigures()
    let eventIDs = addEvents()
    addPosts()
    addDates()
    for (quote, id) in zip(annotated.quotes, quoteIDs) { addSources(quote.sources, of: id) }
    for (figure, id) in zip(annotated.figures, figureIDs) { addSources(figure.sources, of: id) }
    for (event, id) in zip(annotated.events, eventIDs) { addSources(event.sources, of: id) }
  }

  private mutating func add(_ relation: Int, _ values: [Value]) {
    facts.append(Fact(relation: relation, values: values))
  }

  private mutating func addArticle() {
    let a = annotated.article
    add(
      Relations.article,
      [
        article, Value(a.title), Value(a.outlet), Value(a.author), Value(a.published.flatMap { Period($0) }),
        Value(a.lang), Value(a.url), Value(a.path), .text(a.text),
      ])
  }

  private mutating func addSentences() {
    for (i, sentence) in document.sentences.enumerated() {
      add(
        Relations.sentence,
        [
          sentenceIDs[i], article, Value(i + 1), .text(document.text(bytes: sentence.start..<sentence.end)),
          Value(sentence.start), Value(sentence.end),
        ])
    }
  }

  private mutating func addEntities() {
    for (i, entity) in annotated.entities.enumerated() {
      add(
        Relations.entity, [.text("\(prefix)n\(i + 1)"), .text(entity.name), .text(entity.kind.rawValue), article])
    }
    for entity in annotated.entities {
      for form in entity.aliases { add(Relations.alias, [.text(entity.name), .text(form), article]) }
    }
  }

  private mutating func addMentions() {
    for mention in annotated.mentions {
      add(
        Relations.mention,
        [
          name(mention.entity), .text(mention.kind.rawValue), article, sentence(at: mention.tokens.lowerBound),
          .text(document.text(bytes: mention.bytes)), Value(mention.bytes.lowerBound), Value(mention.bytes.upperBound),
        ])
    }
  }

  private mutating func addQuotes() -> [String] {
    annotated.quotes.map { quote in
      let id = makeID("q", quote.bytes)
      add(
        Relations.quote,
        [
          .text(id), article, sentence(at: quote.tokens.lowerBound), name(quote.speaker), .text(quote.form),
          Value(quote.cue), .text(quote.act), .text(document.text(bytes: quote.bytes)), Value(quote.date),
          name(quote.venue), Value(quote.bytes.lowerBound), Value(quote.bytes.upperBound), .text(quote.rule),
        ])
      return id
    }
  }

  private mutating func addFigures() -> [String] {
    annotated.figures.map { figure in
      let id = makeID("f", figure.bytes)
      add(
        Relations.figure,
        [
          .text(id), article, sentence(at: figure.tokens.lowerBound), .number(figure.value), Value(figure.high),
          .text(figure.bound), Value(figure.unit), .text(figure.measure), name(figure.agent), name(figure.place),
          Value(figure.date), .text(document.text(bytes: figure.bytes)), Value(figure.bytes.lowerBound),
          Value(figure.bytes.upperBound), .text(figure.rule),
        ])
      return id
    }
  }

  private mutating func addEvents() -> [String] {
    let ids = annotated.events.map { event in
      let id = makeID("e", event.bytes)
      add(
        Relations.event,
        [
          .text(id), article, sentence(at: event.tokens.lowerBound), .text(event.type), .text(event.trigger),
          name(event.place), Value(event.date), Value(event.bytes.lowerBound), Value(event.bytes.upperBound),
          .text(event.rule),
        ])
      return id
    }
    for (event, id) in zip(annotated.events, ids) {
      for participant in event.participants {
        add(Relations.participant, [.text(id), .text(participant.role), name(participant.entity)])
      }
    }
    return ids
  }

  private mutating func addPosts() {
    for post in annotated.posts {
      add(
        Relations.post,
        [
          .text(makeID("p", post.bytes)), article, sentence(at: post.tokens.lowerBound), name(post.person),
          .text(post.title), name(post.org), Value(post.bytes.lowerBound), Value(post.bytes.upperBound),
          .text(post.rule),
        ])
    }
  }

  private mutating func addDates() {
    for date in annotated.dates {
      add(
        Relations.timex,
        [
          .text(makeID("t", date.bytes)), article, sentence(at: date.tokens.lowerBound),
          .text(document.text(bytes: date.bytes)), Value(date.value), Value(date.bytes.lowerBound),
          Value(date.bytes.upperBound),
        ])
    }
  }

  private mutating func addSources(_ links: [SourceLink], of id: String) {
    for (i, link) in links.enumerated() {
      add(Relations.source, [.text(id), Value(i + 1), name(link.entity), Value(link.cue)])
    }
  }

  private func name(_ entity: Int?) -> Value { entity.map { .text(annotated.entities[$0].name) } ?? .missing }

  private func sentence(at token: Int) -> Value { sentenceIDs[document.sentenceIndex(ofToken: token)] }

  /// Two facts of one kind may share a span (a title shared by a list); the second gets a number.
  private mutating func makeID(_ letter: Unicode.Scalar, _ bytes: Range<Int>) -> String {
    var id = prefix
    id.unicodeScalars.append(letter)
    id += String(bytes.lowerBound)
    id += "-"
    id += String(bytes.upperBound)
    let key = UInt64(bytes.lowerBound) << 36 | UInt64(bytes.upperBound) << 8 | UInt64(letter.value)
    let n = (usedIDs[key] ?? 0) + 1
    usedIDs[key] = n
    return n == 1 ? id : "\(id)+\(n)"
  }
}

/// Positions of the relations in the schema.
private enum Relations {
  static let article = Schema.index(of: "article")!
  static let sentence = Schema.index(of: "sentence")!
  static let entity = Schema.index(of: "entity")!
  static let alias = Schema.index(of: "alias")!
  static let mention = Schema.index(of: "mention")!
  static let quote = Schema.index(of: "quote")!
  static let figure = Schema.index(of: "figure")!
  static let event = Schema.index(of: "event")!
  static let participant = Schema.index(of: "participant")!
  static let post = Schema.index(of: "post")!
  static let timex = Schema.index(of: "timex")!
  static let source = Schema.index(of: "source")!
}
