import Facts
@testable import QueryEngine
import QueryLanguage
import Testing

/// What comes with the rows: facts, footer, explanations.
@Suite struct AnswerTests {
  private func facts(_ answer: Answer, _ row: Int) -> [String] {
    answer.facts[row].map { SmallStore.store.id(relation: $0.relation, row: $0.row).description }
  }

  @Test func rowsKnowTheirFacts() throws {
    let answer = try run("quote(id: q, speaker: s, act: \"deny\"), post(person: s)")
    #expect(facts(answer, 0) == ["a1/q2", "a1/p1"])
  }

  @Test func groupsOwnTheFactsOfTheirRows() throws {
    let answer = try run("quote(speaker) | group speaker: n = count()")
    #expect(facts(answer, 0) == ["a1/q1", "a1/q2", "a2/q1"])
    #expect(answer.footer.articles == 2)
  }

  @Test func distinctRowsOwnTheFactsOfAllThatWereAlike() throws {
    let answer = try run("quote(act) | distinct")
    #expect(facts(answer, 0) == ["a1/q1", "a2/q1"])
  }

  /// A name of several entities takes them all and says which.
  @Test func aNameOfSeveralTakesAll() throws {
    var builder = FactStoreBuilder()
    for (article, name) in [("a", "Ann Lee"), ("b", "Ann Ray")] {
      builder.add([
        Fact("article", ["id": .text(article), "text": .text(article)]),
        Fact(
          "entity", ["id": .text("\(article)/e"), "name": .text(name), "kind": "person", "article": .text(article)]),
        Fact("alias", ["entity": .text(name), "text": "the envoy", "article": .text(article)]),
        Fact("quote", ["id": .text("\(article)/q"), "article": .text(article), "speaker": .text(name)]),
      ])
    }
    let answer = try run("quote(id: q, speaker: \"The Envoy\")", on: builder.build())
    #expect(answer.table.rows == [[.text("a/q")], [.text("b/q")]])
    #expect(answer.warnings.map(\.code) == ["several-entities"])
    #expect(answer.warnings[0].choices?.values == ["Ann Lee", "Ann Ray"])
  }

  /// Found by random queries: the chain is looked up first, and its claim is a figure, which has no speaker.
  @Test func aClaimOfAnotherKindIsNotFollowed() throws {
    var builder = FactStoreBuilder()
    var facts = [Fact("article", ["id": "a", "text": "t"])]
    for i in 0..<2 { facts.append(Fact("quote", ["id": .text("q\(i)"), "article": "a", "speaker": "Ann Lee"])) }
    for i in 0..<5 { facts.append(Fact("figure", ["id": .text("f\(i)"), "article": "a", "value": .number(1)])) }
    facts.append(Fact("source", ["claim": "f4", "position": .number(1), "entity": "Ann Lee"]))
    builder.add(facts)
    let answer = try run("source(claim: q, position), quote(id: q), q.speaker = \"Ann Lee\"", on: builder.build())
    #expect(answer.table.rows.isEmpty)
  }

  @Test func rulesAreUnfolded() throws {
    let answer = try run(
      """
      rule speaks(s) := quote(speaker: s)
      rule holds(s) := speaks(s), post(person: s)
      holds(s)
      """)
    #expect(facts(answer, 0) == ["a1/q1", "a1/q2", "a2/q1", "a1/p1"])
  }

  @Test func absenceAddsNoFacts() throws {
    let answer = try run("quote(id: q, speaker: s, act: \"confirm\"), not post(person: s), exists quote(speaker: s)")
    #expect(facts(answer, 0) == ["a1/q3"])
  }

  @Test func countsRowsThatFell() throws {
    let answer = try run("quote(id: q, date), date >= 2024-01-28")
    #expect(answer.footer.fallen == [.init(condition: "date >= 2024-01-28", count: 1)])
    #expect(answer.footer.rows == 3)
    #expect(answer.footer.articlesInStore == 2)
  }

  @Test func namesPunnedJoins() throws {
    #expect(try run("quote(id: q, article), figure(id: f, article)").footer.punnedJoins == ["article"])
    #expect(try run("quote(id: q, article: a), figure(id: f, article: a)").footer.punnedJoins == [])
  }

  @Test func explainsZeroRows() throws {
    let answer = try run("quote(id: q, act: \"deny\", date >= 2024-03)")
    #expect(answer.emptiness?.removals == [.init(condition: "date >= 2024-03", rows: 1)])
    let named = try run("quote(id: q, speaker: \"سام النجار\")")
    #expect(named.emptiness?.unknownNames == [.init(name: "سام النجار", nearest: ["سامي النجار"])])
    #expect(named.emptiness?.removals == [.init(condition: "speaker: \"سام النجار\"", rows: 5)])
    #expect(try run("quote(id: q) | where q.act = \"ask\"").emptiness?.removals.map(\.rows) == [5])
  }

  @Test func warnsOfSeveralUnits() throws {
    var builder = FactStoreBuilder()
    builder.add([
      Fact("article", ["id": "a", "text": "t"]),
      Fact("figure", ["id": "f", "article": "a", "value": .number(1), "unit": .text("%")]),
      Fact("figure", ["id": "g", "article": "a", "value": .number(2), "unit": .text("km")]),
    ])
    let store = builder.build()
    let answer = try run("figure(value) | group: s = sum(value)", on: store)
    #expect(answer.warnings.map(\.code) == ["several-units"])
    #expect(answer.warnings.map(\.range) == [SourceRange(27, 37)])
    #expect(try run("figure(value, unit) | group unit: s = sum(value)", on: store).warnings == [])
  }

  @Test func saysWhatToWrite() throws {
    #expect(
      try run("quote(text) | export \"x.csv\" cite").request == .export(path: "x.csv", cites: true, excel: false))
    let chart = try run("figure(id: f, value, date) | chart line value by date")
    #expect(chart.request == .chart(.line))
    #expect(chart.table.columns.map(\.name) == ["date", "value"])
  }

  @Test func whyLeadsToTheSentence() throws {
    var session = Session(store: SmallStore.store, today: Period("2024-02-01")!)
    let text = "rule first(q) := quote(id: q, date: 2024-01-27)\nfirst(q)"
    for statement in try Parser(text).parse().statements { _ = try session.run(statement, source: text) }
    let why = try #require(session.why(row: 0))
    #expect(session.why(row: 1) == nil)
    guard case .rule("first", let values) = why.parts[0].kind else {
      Issue.record("no rule")
      return
    }
    #expect(values == [.text("a1/q1")])
    guard case .fact(_, let evidence) = why.parts[0].parts[0].kind else {
      Issue.record("no fact")
      return
    }
    #expect(evidence.article == "a1")
    #expect(evidence.sentence == "قال سامي النجار إن الجسر مفتوح")
    #expect(evidence.span == 0..<4)
    #expect(evidence.rule == "verb")
    #expect(evidence.chain.map(\.name) == ["سامي النجار"])
  }

  @Test func stopsWhenCancelled() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    var session = Session(store: SmallStore.store, today: Period("2024-02-01")!, cancellation: cancellation)
    let statement = try Parser("quote(text)").parse().statements[0]
    #expect(throws: QueryFailure.cancelled) { _ = try session.run(statement, source: "quote(text)") }
    cancellation.reset()
    _ = try session.run(statement, source: "quote(text)")
  }

  @Test func stopsOverBudget() throws {
    var session = Session(store: SmallStore.store, today: Period("2024-02-01")!)
    session.rowBudget = 20
    let text = "quote(id: a), quote(id: b)"
    let statement = try Parser(text).parse().statements[0]
    #expect(throws: QueryFailure.overBudget(rows: 20)) { _ = try session.run(statement, source: text) }
  }

  @Test func explainsAPlan() throws {
    let session = Session(store: SmallStore.store, today: Period("2024-02-01")!)
    let text = "quote(id: q, speaker: s), post(person: s) | count"
    guard case .query(let query) = try Parser(text).parse().statements[0].kind else { return }
    let lines = try session.explain(query, source: text)
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("scan post"))
    #expect(lines[1].hasPrefix("quote by speaker = s"))
    #expect(lines[2] == "| count")
  }

  @Test func parametersComeFromOutside() throws {
    var session = Session(store: SmallStore.store, today: Period("2024-02-01")!)
    try session.setParameter("since", to: "2024-01-28")
    try session.setParameter("other", to: "x")
    let text = "param since: date\nquote(id: q, date >= $since) | count"
    let script = try Parser(text).parse()
    try session.declare(script)
    guard case .answer(let answer) = try session.runDeclared(script.statements[1], source: text) else { return }
    #expect(answer.table.rows == [[.number(3)]])
    #expect(session.undeclaredParameters == ["other"])
    #expect(throws: Diagnostics.self) { try session.setParameter("since", to: "soon") }
  }
}
