/// What a field holds.
package enum FieldType: Hashable, Sendable {
  /// The row's own id.
  case id
  case text
  case number
  case date
  /// One of a closed list.
  case symbol([String])
  /// An entity, printed as its canonical name.
  case entity
  /// The id of a row of the named relation.
  case reference(String)
  /// The id of a quote, figure, event or post.
  case claim
}

/// A named, typed column of a relation.
package struct Field: Hashable, Sendable {
  package let name: String
  package let type: FieldType
  package let doc: String

  package init(_ name: String, _ type: FieldType, _ doc: String) {
    self.name = name
    self.type = type
    self.doc = doc
  }
}

/// A relation of the fact model. Declared once; checker, completion, `.schema`, `extract` and CSV headers read it.
package struct Relation: Hashable, Sendable {
  package let name: String
  package let doc: String
  /// A query that shows the relation at work.
  package let example: String
  package let fields: [Field]
  /// Fields that only a stream of extracted facts carries, after `fields`.
  package let extra: [Field]

  package init(_ name: String, _ doc: String, example: String, fields: [Field], extra: [Field] = []) {
    self.name = name
    self.doc = doc
    self.example = example
    self.fields = fields
    self.extra = extra
  }

  package var streamFields: [Field] { fields + extra }

  package func index(of field: String) -> Int? { fields.firstIndex { $0.name == field } }

  package func streamIndex(of field: String) -> Int? {
    index(of: field) ?? extra.firstIndex { $0.name == field }.map { fields.count + $0 }
  }
}

/// The fact model: every relation, in the order in which `extract` prints them.
package enum Schema {
  package static let kinds = ["person", "organization", "place", "anonymous"]
  package static let forms = ["direct", "mixed", "indirect"]
  package static let acts = [
    "say", "announce", "deny", "confirm", "describe", "warn", "condemn", "accuse", "call", "ask", "promise",
    "threaten", "estimate", "point_out", "report", "expect",
  ]
  package static let bounds = ["exact", "about", "at_least", "over", "at_most", "under"]
  package static let measures = [
    "killed", "wounded", "detained", "missing", "displaced", "released", "population", "participants", "money",
    "percent", "duration", "distance", "weight", "age", "count",
  ]
  package static let eventTypes = [
    "attack", "strike", "clash", "arrest", "release", "exchange", "negotiate", "meet", "agree", "truce", "sign",
    "visit", "elect", "appoint", "resign", "protest", "accident", "disaster", "aid", "sanction", "announce_policy",
    "trial",
  ]
  package static let roles = ["agent", "patient", "party", "mediator", "representative", "host"]

  /// Relations whose ids a `claim` field may hold.
  package static let claims = ["quote", "figure", "event", "post"]

  private static let span = [
    Field("start", .number, "first byte of the span in the article's text"),
    Field("end", .number, "byte after the span"),
  ]
  private static let rule = Field("rule", .text, "the extraction rule that found it")
  private static let article = Field("article", .reference("article"), "the article that says it")
  private static let sentence = Field("sentence", .reference("sentence"), "the sentence that says it")

  package static let relations: [Relation] = [
    Relation(
      "article", "an article that was loaded", example: "article(title, outlet, published)",
      fields: [
        Field("id", .id, "the input's own id, else derived from the path"),
        Field("title", .text, "headline; yields no facts"),
        Field("outlet", .text, "who published it"),
        Field("author", .text, "byline"),
        Field("published", .date, "publication date"),
        Field("lang", .text, "language tag"),
        Field("url", .text, "web address"),
        Field("path", .text, "file it was read from"),
        Field("text", .text, "the text, byte for byte"),
      ]),
    Relation(
      "sentence", "a sentence of an article", example: "sentence(article, position: 1, text)",
      fields: [
        Field("id", .id, "id of the sentence"), article,
        Field("position", .number, "place in the article, from 1"),
        Field("text", .text, "the sentence as printed"),
      ] + span),
    Relation(
      "entity", "a name, one row a real-world thing", example: "entity(name, kind: \"person\")",
      fields: [
        Field("id", .id, "id of the entity"),
        Field("name", .text, "canonical name, unique in a store"),
        Field("kind", .symbol(kinds), "what it is; anonymous is an unnamed source kept as its phrase"),
      ], extra: [article]),
    Relation(
      "alias", "a surface form of an entity", example: "alias(entity, text)",
      fields: [
        Field("entity", .entity, "whose name it is"),
        Field("text", .text, "the form as printed"),
      ], extra: [article]),
    Relation(
      "mention", "a name where it stands in the text", example: "mention(entity, article, text)",
      fields: [
        Field("entity", .entity, "who or what is named"),
        Field("kind", .symbol(kinds), "what it is"),
        article, sentence,
        Field("text", .text, "the name as printed"),
      ] + span),
    Relation(
      "quote", "content that an article attributes to someone", example: "quote(speaker, act, text)",
      fields: [
        Field("id", .id, "id of the quote"), article, sentence,
        Field("speaker", .entity, "who said it"),
        Field("form", .symbol(forms), "direct: all in marks; mixed: partly; indirect: none"),
        Field("cue", .text, "the attributing word as printed"),
        Field("act", .symbol(acts), "what kind of saying it is"),
        Field("text", .text, "the content"),
        Field("date", .date, "when it was said"),
        Field("venue", .entity, "where it was said: an outlet spoken to"),
      ] + span + [rule]),
    Relation(
      "figure", "a quantity with what it counts", example: "figure(value, unit, measure, place, date)",
      fields: [
        Field("id", .id, "id of the figure"), article, sentence,
        Field("value", .number, "the number; of a range, the low end"),
        Field("high", .number, "high end of a range"),
        Field("bound", .symbol(bounds), "how the number is limited"),
        Field("unit", .text, "counted noun in the singular"),
        Field("measure", .symbol(measures), "what is counted"),
        Field("agent", .entity, "who did it, holds them, pays or owns"),
        Field("place", .entity, "where it holds"),
        Field("date", .date, "day of the event or as-of day of a count"),
        Field("text", .text, "the words as printed"),
      ] + span + [rule]),
    Relation(
      "event", "something that is said to have happened", example: "event(type, trigger, place, date)",
      fields: [
        Field("id", .id, "id of the event"), article, sentence,
        Field("type", .symbol(eventTypes), "what kind of event"),
        Field("trigger", .text, "the word that names it"),
        Field("place", .entity, "where"),
        Field("date", .date, "when"),
      ] + span + [rule]),
    Relation(
      "participant", "who takes part in an event", example: "participant(event, role, entity)",
      fields: [
        Field("event", .reference("event"), "the event"),
        Field("role", .symbol(roles), "in what role"),
        Field("entity", .entity, "who"),
      ]),
    Relation(
      "post", "who holds which post", example: "post(person, title, org)",
      fields: [
        Field("id", .id, "id of the post"), article, sentence,
        Field("person", .entity, "who holds it"),
        Field("title", .text, "the title as printed"),
        Field("org", .entity, "organization, place or country of the post"),
      ] + span + [rule]),
    Relation(
      "timex", "an expression that can be put on a calendar", example: "timex(text, value)",
      fields: [
        Field("id", .id, "id of the expression"), article, sentence,
        Field("text", .text, "the words as printed"),
        Field("value", .date, "the date or period; missing when it can't be resolved"),
      ] + span),
    Relation(
      "source", "a link of the chain of sources of a claim", example: "source(claim, position, entity, cue)",
      fields: [
        Field("claim", .claim, "the quote, figure, event or post"),
        Field("position", .number, "1 is nearest to the reader, the last is the origin"),
        Field("entity", .entity, "who relays or says it"),
        Field("cue", .text, "the attributing word as printed"),
      ]),
  ]

  private static let indices: [String: Int] = Dictionary(
    uniqueKeysWithValues: relations.enumerated().map { ($1.name, $0) })

  package static func index(of relation: String) -> Int? { indices[relation] }
  package static func relation(_ name: String) -> Relation? { indices[name].map { relations[$0] } }
}
