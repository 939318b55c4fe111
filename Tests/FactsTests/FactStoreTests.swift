import Facts
import FoundationEssentials
import Testing

/// Articles as extraction gives them: entities named within each.
@Suite struct FactStoreTests {
  static func article(_ id: String, text: String, _ facts: [Fact] = []) -> [Fact] {
    [Fact("article", ["id": .text(id), "title": .text("T"), "text": .text(text)])] + facts
  }

  static func entity(_ name: String, _ kind: String, _ article: String, aliases: [String] = []) -> [Fact] {
    [
      Fact(
        "entity",
        ["id": .text("\(article)/\(name)"), "name": .text(name), "kind": .text(kind), "article": .text(article)])
    ]
      + aliases.map { Fact("alias", ["entity": .text(name), "text": .text($0), "article": .text(article)]) }
  }

  static func quote(_ id: String, _ article: String, _ speaker: String) -> Fact {
    Fact("quote", ["id": .text(id), "article": .text(article), "speaker": .text(speaker)])
  }

  static func store(_ articles: [[Fact]]) -> FactStore {
    var builder = FactStoreBuilder()
    for facts in articles { builder.add(facts) }
    return builder.build()
  }

  static func names(_ store: FactStore) -> [String] {
    (0..<store.table("entity").count).map {
      "\(store.value("entity", "name", $0)):\(store.value("entity", "kind", $0))"
    }
  }

  static func speakers(_ store: FactStore) -> [String] {
    (0..<store.table("quote").count).map { store.value("quote", "speaker", $0).description }
  }

  @Test func joinsSpellings() {
    let store = Self.store([
      Self.article(
        "a1", text: "1", Self.entity("أحمد الصالح", "person", "a1") + [Self.quote("q1", "a1", "أحمد الصالح")]),
      Self.article(
        "a2", text: "2", Self.entity("احمد الصالح", "person", "a2") + [Self.quote("q2", "a2", "احمد الصالح")]),
      Self.article("a3", text: "3", Self.entity("أحمد الصالح", "person", "a3")),
    ])
    #expect(Self.names(store) == ["أحمد الصالح:person"])
    #expect(Self.speakers(store) == ["أحمد الصالح", "أحمد الصالح"])
    #expect(store.table("alias").count == 2)
  }

  @Test func joinsOneWordWithTheFullName() {
    let store = Self.store([
      Self.article("a1", text: "1", Self.entity("ريم الصالح", "person", "a1", aliases: ["الصالح"])),
      Self.article("a2", text: "2", Self.entity("الصالح", "person", "a2") + [Self.quote("q", "a2", "الصالح")]),
    ])
    #expect(Self.names(store) == ["ريم الصالح:person"])
    #expect(Self.speakers(store) == ["ريم الصالح"])
    #expect(store.names.entities(named: "الصالح") == [0])
  }

  @Test func leavesAmbiguousFormsAlone() {
    let store = Self.store([
      Self.article("a1", text: "1", Self.entity("ريم الصالح", "person", "a1", aliases: ["الصالح"])),
      Self.article("a2", text: "2", Self.entity("خالد الصالح", "person", "a2", aliases: ["الصالح"])),
      Self.article("a3", text: "3", Self.entity("الصالح", "person", "a3")),
    ])
    #expect(Self.names(store) == ["ريم الصالح:person", "خالد الصالح:person", "الصالح:person"])
    #expect(store.names.entities(named: "الصالح") == [0, 1, 2])
  }

  @Test func joinsWithinKindOnly() {
    let store = Self.store([
      Self.article("a1", text: "1", Self.entity("نادي الواحة", "organization", "a1", aliases: ["الواحة"])),
      Self.article("a2", text: "2", Self.entity("الواحة", "place", "a2")),
      Self.article("a3", text: "3", Self.entity("نادي الواحة", "place", "a3")),
      Self.article("a4", text: "4", Self.entity("نادي الواحة", "organization", "a4")),
    ])
    #expect(
      Self.names(store) == ["نادي الواحة:organization", "الواحة:place", "نادي الواحة (place):place"])
  }

  @Test func anonymousSourcesStayApart() {
    let store = Self.store([
      Self.article(
        "a1", text: "1", Self.entity("مصدر مطلع", "anonymous", "a1") + [Self.quote("q1", "a1", "مصدر مطلع")]),
      Self.article(
        "a2", text: "2", Self.entity("مصدر مطلع", "anonymous", "a2") + [Self.quote("q2", "a2", "مصدر مطلع")]),
    ])
    #expect(Self.names(store) == ["مصدر مطلع:anonymous", "مصدر مطلع:anonymous"])
    #expect(store.reference(relation: Schema.index(of: "quote")!, field: 3, row: 1) == 1)
  }

  @Test func loadsCopiesOnce() {
    let store = Self.store([
      Self.article("b", text: "أحمدُ", Self.entity("x", "person", "b")), Self.article("a", text: "احمد"),
      Self.article("c", text: "other"),
    ])
    #expect(store.copies == 1)
    #expect((0..<store.articleCount).map { store.value("article", "id", $0) } == [.text("a"), .text("c")])
    #expect(store.table("entity").count == 0)
  }

  @Test func isTheSameInAnyOrder() {
    let articles = (0..<6).map { i in
      Self.article(
        "a\(i)", text: "\(i)",
        Self.entity(i % 2 == 0 ? "الصالح" : "ريم الصالح", "person", "a\(i)", aliases: i % 2 == 0 ? [] : ["الصالح"])
          + [Self.quote("a\(i)/q", "a\(i)", i % 2 == 0 ? "الصالح" : "ريم الصالح")])
    }
    let dumps = [articles, articles.reversed(), [3, 0, 5, 1, 4, 2].map { articles[$0] }].map {
      Self.dump(Self.store($0))
    }
    #expect(dumps[0] == dumps[1])
    #expect(dumps[0] == dumps[2])
  }

  static func dump(_ store: FactStore) -> [String] {
    Schema.relations.indices.flatMap { relation in
      (0..<store.tables[relation].count).map { row in
        Schema.relations[relation].fields.indices
          .map { store.value(relation: relation, field: $0, row: row).description }.joined(separator: "|")
      }
    }
  }

  @Test func idsAreUnique() {
    let store = Self.store([
      Self.article("a", text: "1", [Self.quote("q", "a", "x"), Self.quote("q", "a", "y")]),
      Self.article("a", text: "2", [Self.quote("q", "a", "z")]),
    ])
    #expect((0..<store.articleCount).map { store.value("article", "id", $0).description } == ["a", "a#2"])
    #expect((0..<store.table("quote").count).map { store.value("quote", "id", $0).description } == ["q", "q#2"])
    #expect(store.value("quote", "article", 1) == .text("a#2"))
    #expect(store.problems.count == 1)
  }

  @Test func factsMayLackAlmostEverything() {
    let store = Self.store([
      [
        Fact("quote", ["id": .text("q"), "article": .text("a")]), Fact("source", ["claim": .text("q")]),
        Fact("source", ["claim": .text("nothing")]), Fact("figure", ["id": .text("f"), "place": .text("الواحة")]),
      ]
    ])
    #expect(store.articleCount == 1)
    #expect(store.value("quote", "speaker", 0) == .missing)
    #expect(store.value("source", "claim", 0) == .text("q"))
    #expect(store.table("source").count == 1)
    #expect(store.value("figure", "place", 0) == .text("الواحة"))
    #expect(store.value("figure", "value", 0) == .missing)
    #expect(store.problems.count == 1)
  }
}

@Suite struct FactFileLoaderTests {
  @Test func readsFactsBack() {
    let lines = """
      {"relation":"article","id":"a1","title":"T","published":"2024-01","text":"x \\"y\\""}
      {"relation":"quote","id":"a1/q","article":"a1","speaker":"ريم","start":3,"end":7.5}

      {"relation":"source","claim":"a1/q","position":1,"entity":"ريم"}
      {"relation":"article","id":"a2","text":"z"}
      """
    let (articles, problems) = FactFileLoader.load(Data(lines.utf8))
    #expect(problems.isEmpty)
    #expect(articles.map(\.count) == [3, 1])
    #expect(articles[0][0]["published"] == .date(Period("2024-01")!))
    #expect(articles[0][1]["end"] == .number(7.5))
    #expect(articles[0][1]["act"] == .missing)
  }

  @Test(arguments: [
    ("not json", "no JSON object in line 1"), ("[1]", "no JSON object in line 1"),
    ("{\"id\":\"x\"}", "no \"relation\" in line 1"), ("{\"relation\":\"quotes\"}", "no relation \"quotes\" in line 1"),
    ("{\"relation\":\"article\",\"id\":\"a\",\"colour\":1}", "article has no \"colour\" in line 1"),
    ("{\"relation\":\"article\",\"id\":\"a\",\"title\":1}", "\"title\" of article is of the wrong type in line 1"),
    (
      "{\"relation\":\"article\",\"id\":\"a\",\"published\":\"soon\"}",
      "\"published\" of article is of the wrong type in line 1"
    ),
  ])
  func reportsBadLines(line: String, problem: String) {
    #expect(FactFileLoader.load(Data(line.utf8)).problems.map(\.message) == [problem])
  }
}
