import Facts
import QueryEngine
import QueryLanguage

/// A store small enough to know by heart.
///
/// Two articles. In a1 (outlet Alpha, 2024-01-28): Sami Najjar says and denies, Lina Haddad confirms, the council of
/// Reem is relayed by the Reem agency. In a2 (outlet Beta, without a date): Najjar under his second name alone.
enum SmallStore {
  static let store: FactStore = {
    var builder = FactStoreBuilder()
    builder.add(first)
    builder.add(second)
    return builder.build()
  }()

  private static func day(_ text: String) -> Value { .date(Period(text)!) }

  private static let first: [Fact] = [
    Fact(
      "article",
      [
        "id": .text("a1"), "title": .text("One"), "outlet": .text("Alpha"), "published": day("2024-01-28"),
        "text": .text("first text"),
      ]),
    Fact(
      "sentence",
      [
        "id": .text("a1/s1"), "article": .text("a1"), "position": .number(1),
        "text": .text("قال سامي النجار إن الجسر مفتوح"), "start": .number(0), "end": .number(54),
      ]),
    Fact(
      "entity", ["id": .text("a1/e1"), "name": .text("سامي النجار"), "kind": .text("person"), "article": .text("a1")]),
    Fact(
      "entity", ["id": .text("a1/e2"), "name": .text("لينا حداد"), "kind": .text("person"), "article": .text("a1")]),
    Fact(
      "entity",
      ["id": .text("a1/e3"), "name": .text("مجلس الريم"), "kind": .text("organization"), "article": .text("a1")]),
    Fact(
      "entity",
      ["id": .text("a1/e4"), "name": .text("وكالة الريم"), "kind": .text("organization"), "article": .text("a1")]),
    Fact("entity", ["id": .text("a1/e5"), "name": .text("الريم"), "kind": .text("place"), "article": .text("a1")]),
    Fact("alias", ["entity": .text("سامي النجار"), "text": .text("النجار"), "article": .text("a1")]),
    quote("a1/q1", "a1", "سامي النجار", "say", "الجسر مفتوح", day("2024-01-27"), sentence: "a1/s1"),
    quote("a1/q2", "a1", "سامي النجار", "deny", "لا هدنة في الريم", day("2024-01")),
    quote("a1/q3", "a1", "لينا حداد", "confirm", "والهدنة قائمة", .missing),
    quote("a1/q4", "a1", "مجلس الريم", "announce", "فتح الجسر", day("2024-01-28")),
    figure("a1/f1", "a1", 12, "رجل", "killed", "الريم", day("2024-01-27")),
    figure("a1/f2", "a1", 30, "رجل", "wounded", "الريم", .missing),
    figure("a1/f3", "a1", 7, .missing, "killed", .missing, day("2024-01-26")),
    Fact(
      "post",
      [
        "id": .text("a1/p1"), "article": .text("a1"), "person": .text("سامي النجار"), "title": .text("رئيس المجلس"),
        "org": .text("مجلس الريم"),
      ]),
    source("a1/q1", 1, "سامي النجار"),
    source("a1/q4", 1, "وكالة الريم"), source("a1/q4", 2, "مجلس الريم"),
    source("a1/f1", 1, "وكالة الريم"), source("a1/f1", 2, "مجلس الريم"), source("a1/f1", 3, "لينا حداد"),
    Fact(
      "event",
      [
        "id": .text("a1/v1"), "article": .text("a1"), "type": .text("meet"), "trigger": .text("لقاء"),
        "place": .text("الريم"),
      ]),
    Fact("participant", ["event": .text("a1/v1"), "role": .text("party"), "entity": .text("لينا حداد")]),
    Fact("participant", ["event": .text("a1/v1"), "role": .text("host"), "entity": .text("مجلس الريم")]),
  ]

  private static let second: [Fact] = [
    Fact("article", ["id": .text("a2"), "title": .text("Two"), "outlet": .text("Beta"), "text": .text("second text")]),
    Fact("entity", ["id": .text("a2/e1"), "name": .text("النجار"), "kind": .text("person"), "article": .text("a2")]),
    quote("a2/q1", "a2", "النجار", "say", "نعود غداً", day("2024-02-01")),
    figure("a2/f1", "a2", 15, "رجل", "killed", "الريم", day("2024-01-27")),
  ]

  private static func quote(
    _ id: String, _ article: String, _ speaker: String, _ act: String, _ text: String, _ date: Value,
    sentence: String? = nil
  ) -> Fact {
    Fact(
      "quote",
      [
        "id": .text(id), "article": .text(article), "sentence": Value(sentence), "speaker": .text(speaker),
        "form": .text("direct"), "act": .text(act), "text": .text(text), "date": date,
        "start": .number(0), "end": .number(4), "rule": .text("verb"),
      ])
  }

  private static func figure(
    _ id: String, _ article: String, _ value: Double, _ unit: Value, _ measure: String, _ place: Value, _ date: Value
  ) -> Fact {
    Fact(
      "figure",
      [
        "id": .text(id), "article": .text(article), "value": .number(value), "bound": .text("exact"),
        "unit": unit, "measure": .text(measure), "place": place, "date": date,
      ])
  }

  private static func source(_ claim: String, _ position: Int, _ entity: String) -> Fact {
    Fact("source", ["claim": .text(claim), "position": Value(position), "entity": .text(entity)])
  }
}

extension Value: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
}

/// Runs a script on a store and gives the last answer.
func run(_ text: String, on store: FactStore = SmallStore.store, firstStretch: Int? = nil) throws -> Answer {
  var session = Session(store: store, today: Period("2024-02-01")!)
  if let firstStretch { session.firstStretch = firstStretch }
  let script = try Parser(text).parse()
  try session.declare(script)
  var answer: Answer?
  for statement in script.statements {
    if case .answer(let found) = try session.runDeclared(statement, source: text) { answer = found }
  }
  return answer!
}

/// The rows of the last answer, a row a line, cells separated by ` | `, missing as `-`.
func rows(_ text: String, on store: FactStore = SmallStore.store) throws -> [String] {
  try run(text, on: store).table.rows.map { row in
    row.map { $0.isMissing ? "-" : $0.description }.joined(separator: " | ")
  }
}

/// Codes of what is wrong with a script.
func errors(_ text: String, on store: FactStore = SmallStore.store) throws -> [String] {
  let script = try Parser(text).parse()
  return Session(store: store, today: Period("2024-02-01")!).check(script).map(\.code)
}
