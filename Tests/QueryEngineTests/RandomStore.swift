import Facts

/// Stores of two articles and a handful of facts, with holes.
enum RandomStore {
  static let names = ["Ann", "Bob", "Cy Dee", "Dee"]
  /// `Annie` is another name of Ann in both articles.
  private static let mentioned = names + ["Annie"]
  private static let dates = [
    "2024-01-01", "2024-01-02", "2024-01-03", "2024-01-31", "2024-01", "2024", "2023-12-30/2024-01-02",
  ]
  private static let texts = [
    "yes", "no", "Yes", "no yes", "yesno", "والهدنة قائمة", "هُدنة", "للهدنه وبالأمن", "أمن", "بلا هدنة",
  ]

  static func store(_ articles: [[Fact]]) -> FactStore {
    var builder = FactStoreBuilder()
    for facts in articles { builder.add(facts) }
    return builder.build()
  }

  /// The facts of two articles.
  static func facts(_ random: inout SeededGenerator) -> [[Fact]] {
    ["x", "y"].map { facts($0, &random) }
  }

  private static func facts(_ article: String, _ random: inout SeededGenerator) -> [Fact] {
    var facts = ground(article, &random)
    for i in 0...random.upTo(4) { facts.append(quote("\(article)/q\(i)", article, &random)) }
    for i in 0...random.upTo(4) { facts.append(figure("\(article)/f\(i)", article, &random)) }
    for i in 0...random.upTo(2) { facts.append(post("\(article)/p\(i)", article, &random)) }
    let claims = facts.filter { ["quote", "figure", "post"].contains(Schema.relations[$0.relation].name) }
    for i in 0...random.upTo(6) {
      // The cue tells the links apart, which have no id.
      facts.append(
        Fact(
          "source",
          [
            "claim": random.pick(claims)["id"], "position": number(&random), "entity": name(&random),
            "cue": .text("\(article)/s\(i)"),
          ]))
    }
    return facts
  }

  /// The article and the entities, which all else refers to.
  private static func ground(_ article: String, _ random: inout SeededGenerator) -> [Fact] {
    var facts = [
      Fact(
        "article",
        [
          "id": .text(article), "text": .text(article), "outlet": word(["Alpha", "Beta"], &random),
          "published": date(&random),
        ])
    ]
    for (i, name) in names.enumerated() {
      facts.append(
        Fact(
          "entity",
          [
            "id": .text("\(article)/e\(i)"), "name": .text(name), "kind": .text(i < 2 ? "person" : "place"),
            "article": .text(article),
          ]))
    }
    facts.append(
      Fact("alias", ["entity": .text("Ann"), "text": .text("Annie"), "article": .text(article)]))
    return facts
  }

  private static func quote(_ id: String, _ article: String, _ random: inout SeededGenerator) -> Fact {
    Fact(
      "quote",
      [
        "id": .text(id), "article": .text(article), "speaker": name(&random), "venue": name(&random),
        "act": word(["say", "deny", "ask"], &random), "text": word(texts, &random), "date": date(&random),
      ])
  }

  private static func figure(_ id: String, _ article: String, _ random: inout SeededGenerator) -> Fact {
    Fact(
      "figure",
      [
        "id": .text(id), "article": .text(article), "value": number(&random), "unit": word(["man", "km"], &random),
        "measure": word(["killed", "wounded"], &random), "place": name(&random), "date": date(&random),
      ])
  }

  private static func post(_ id: String, _ article: String, _ random: inout SeededGenerator) -> Fact {
    Fact(
      "post",
      [
        "id": .text(id), "article": .text(article), "person": name(&random), "org": name(&random),
        "title": word(["chief", "no"], &random),
      ])
  }

  // MARK: - Values

  private static func some(_ value: Value, _ random: inout SeededGenerator) -> Value {
    random.chance(80) ? value : .missing
  }

  private static func name(_ random: inout SeededGenerator) -> Value {
    some(.text(random.pick(mentioned)), &random)
  }

  private static func date(_ random: inout SeededGenerator) -> Value {
    some(.date(Period(random.pick(dates))!), &random)
  }

  private static func number(_ random: inout SeededGenerator) -> Value {
    some(.number(random.pick([0, 1, 2, 3, 4, 1, 2, 3, -1, 2.5])), &random)
  }

  private static func word(_ list: [String], _ random: inout SeededGenerator) -> Value {
    some(.text(random.pick(list)), &random)
  }
}
