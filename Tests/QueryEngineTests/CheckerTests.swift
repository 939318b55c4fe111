import Facts
import QueryEngine
import QueryLanguage
import Testing

/// A wrong script and the code of what is wrong with it.
@Suite struct CheckerTests {
  static let wrong: [(String, [String])] = [
    ("quotes(speaker)", ["unknown-relation"]),
    ("quote(speeker)", ["unknown-field"]),
    ("quote(speeker: s, text)", ["unknown-field"]),
    ("figure(measure: \"kiled\", value)", ["unknown-symbol"]),
    ("quote(act: deny, text)", ["bare-symbol"]),
    ("quote(text), value > 3", ["unbound-variable"]),
    ("quote(text), speaker > 3", ["unbound-variable"]),
    ("quote(text, act) | where act = denny", ["unbound-variable"]),
    ("not quote(text)", ["no-relation"]),
    ("quote(\"x\")", ["unnamed-argument"]),
    ("quote()", ["no-output"]),
    ("quote(act: \"deny\")", ["no-output"]),
    ("quote(speaker: _s)", ["no-output"]),
    ("quote(id: c), figure(id: c)", ["type-clash"]),
    ("quote(speaker: x), article(outlet: x)", ["type-clash"]),
    ("quote(text, date: \"2024\")", ["wrong-type"]),
    ("quote(text, speaker > \"a\")", ["wrong-type"]),
    ("figure(value has \"x\")", ["wrong-type"]),
    ("quote(text matches /(/)", ["bad-regular-expression"]),
    ("quote(speaker: s), not post(person: t), t.kind = \"person\"", ["unbound-variable"]),
    ("quote(speaker: s), not post(person: t), not quote(venue: t)", ["local-variable"]),
    ("quote(speaker: s) or quote(venue: s, text: t)", ["branch-variable"]),
    ("quote(id: q), optional source(claim: q, entity: e), not post(person: e)", ["optional-variable"]),
    ("quote(id: q), optional source(claim: q, entity: e), optional post(person: e)", ["shared-optional"]),
    (
      "quote(id: q), (post(title: t) or (alias(text: t), e.kind = \"person\")), optional source(claim: q, entity: e)",
      ["unbound-variable"]
    ),
    ("quote(text, speaker == \"النجار\")", ["other-name"]),
    ("quote(text) | select txt", ["unbound-variable"]),
    ("quote(text) | group text: n = txt", ["no-aggregate"]),
    ("quote(text) | where count() > 1", ["aggregate-outside-group"]),
    ("quote(text) | let n = lenn(text)", ["unknown-function"]),
    ("quote(text) | let n = len(text, text)", ["argument-count"]),
    ("quote(date) | group: s = sum(date)", ["argument-type"]),
    ("quote(text) | select a = text, a = text", ["same-name"]),
    ("quote(text, speaker: $who)", ["unknown-parameter"]),
    ("_ | count", ["no-last-result"]),
    ("quote(text, date) | let d = date + 3", ["bad-operands"]),
    ("quote(text, speaker) | select text.outlet", ["not-a-reference"]),
    ("source(claim) | select claim.speaker", ["unknown-field"]),
    ("rule quote(a) := article(id: a)", ["rule-name"]),
    ("rule r(a) := quote(speaker: b)", ["unbound-column"]),
    ("rule r(a) := r(a)", ["bottomless-rule"]),
    ("rule r(a) := quote(speaker: a)\nrule r(a) := post(person: a)", ["second-definition"]),
    ("rule r(a) := quote(speaker: a)\nr(x, y)", ["arity"]),
    ("rule r(a) := quote(speaker: a)\nr(b: y)", ["unknown-field"]),
    ("rule r(a) := quote(speaker: a), not r(a)", ["unstratified"]),
    ("rule p(a) := quote(speaker: a), not q(a)\nrule q(a) := p(a)", ["unstratified"]),
    ("rule r(a) := (quote(speaker: a) or r(a)) | limit 1", ["unstratified"]),
    ("param n: number = \"x\"", ["parameter-type"]),
    ("quote(text, speaker: \"سام النجار\")", ["unknown-name"]),
    ("quote(text, date: 2024-01)", ["coarse-date"]),
    ("quote(text), not post(org: \"مجلس الريم\")", ["unshared-clause"]),
    ("quote(text, article: \"a9\")", ["unknown-id"]),
    ("quote(text, speaker: النجار)", ["bare-name"]),
  ]

  @Test(arguments: wrong) func isReported(script: String, codes: [String]) throws {
    let found = try errors(script)
    #expect(found == codes)
  }

  static let right = [
    "rule r(a) := quote(speaker: a, text: t) or post(person: a, title: _)\nr(x)",
    "quote(speaker: s) or quote(venue: s, text: _t)",
    "quote(speaker: s), not quote(speaker: s, act: \"deny\", date >= 2024), not quote(speaker: s, act: \"ask\", date < 2024)",
    "quote(*) | select speaker, text | export \"x.csv\" cite",
    "figure(value, date) | chart line value by date",
    "quote(date) | where date - 2024-01-01 > 7d",
    "quote(id: c), source(claim: c, entity) | select c.speaker",
    "figure(value: v), (v > 3 or v < 1)",
    "rule late(q) := quote(id: q, date > 2024)\nlate(q), quote(id: q, text)",
  ]

  @Test(arguments: right) func isAccepted(script: String) throws { #expect(try errors(script) == []) }

  @Test func suggestsTheNearest() throws {
    let script = try Parser("quote(speeker)").parse()
    let found = Session(store: SmallStore.store, today: Period("2024-02-01")!).check(script)
    #expect(found.map(\.suggestions) == [["speaker"]])
    #expect(found[0].range == SourceRange(6, 13))
    #expect(found[0].choices?.values.contains("venue") == true)
  }

  /// The place of a message is that of the clause to blame.
  @Test func pointsAtWhatIsWrong() throws {
    func ranges(_ text: String) throws -> [String] {
      let found = Session(store: SmallStore.store, today: Period("2024-02-01")!).check(try Parser(text).parse())
      return found.map { String(decoding: Array(text.utf8)[$0.range.start..<$0.range.end], as: UTF8.self) }
    }
    #expect(
      try ranges("quote(id: q, text: t), optional (source(claim: q, entity: e), figure(id: f, value: t))")
        == ["source(claim: q, entity: e), figure(id: f, value: t)"])
    #expect(try ranges("rule odd(s) := quote(speaker: s), s > 3\nodd(s)") == ["3"])
  }

  /// Each mistake once, where it was made; what comes of it is not reported again.
  static let several: [(String, [String])] = [
    (
      "quote(speeker)\nquote(text | limit 1\n\nquote(text) | sorrt text\nfigure(valu)",
      [
        "1 unknown-field", "2 unexpected", "4 unknown-stage", "5 unknown-field",
      ]
    ),
    ("rule r(a) := quote(speeker: a)\nr(x)\nr(y) | count", ["1 unknown-field"]),
    (
      "rule r(a) := quote(speaker: a\n\nr(x)\nquote(speaker: s), r(s), post(persn: s)",
      [
        "1 unclosed-bracket", "4 unknown-field",
      ]
    ),
    ("rule r(a) := quote(speaker: a), not r(a)\nr(x)\nfigure(value > \"x\")", ["1 unstratified", "3 wrong-type"]),
    ("param n: number = \"x\"\nfigure(value > $n)\nfigure(vale > $n)", ["1 parameter-type", "3 unknown-field"]),
    ("param n: numbr = 3\nfigure(value > $n)", ["1 unknown-type"]),
    ("quote(speeker)\n_ | sort x\nquote(text)\n_ | sort x", ["1 unknown-field", "4 unbound-variable"]),
    ("قاعدة ق(س) := اقتباس(المتحدث: س\n\nق(س)\nرقم(القيم)", ["1 unclosed-bracket", "4 unknown-field"]),
    ("quote(speeker, txt) | where x > 1", ["1 unknown-field", "1 unknown-field"]),
  ]

  @Test(arguments: several) func everyMistakeIsReportedOnce(script: String, found: [String]) {
    let problems = Session(store: SmallStore.store, today: Period("2024-02-01")!).check(Parser(script).read())
    let lines = problems.map { problem in
      "\(script.utf8.prefix(problem.range.start).count { $0 == UInt8(ascii: "\n") } + 1) \(problem.code)"
    }
    #expect(lines == found)
  }

  /// Without articles nothing is known of names and ids.
  @Test func withoutArticlesNoNameIsUnknown() throws {
    let script = try Parser(
      "quote(text, speaker: \"سام النجار\")\nquote(text, article: \"a9\")\nquote(text), not post(org: \"x\")"
    ).parse()
    let found = Session(store: .empty, today: Period("2024-02-01")!).check(script)
    #expect(found.map(\.code) == ["unshared-clause"])
  }

  /// A rule that later rules break is blamed where the query uses it.
  @Test func pointsAtTheUseOfABrokenRule() throws {
    var session = Session(store: SmallStore.store, today: Period("2024-02-01")!)
    func enter(_ text: String) throws { _ = try session.run(Parser(text).parse().statements[0], source: text) }
    try enter("rule b(x) := quote(speaker: x)")
    try enter("rule a(x) := b(x), post(person: x)")
    try enter("rule b(x) := quote(text: x)")
    let error = #expect(throws: Diagnostics.self) { try enter("quote(id: q), a(z)") }
    #expect(error?.all.map(\.code) == ["broken-rule"])
    #expect(error?.all.map(\.range) == [SourceRange(14, 15)])
  }

  @Test func suggestsNearestNames() throws {
    let script = try Parser("quote(text, speaker: \"سام النجار\")").parse()
    let found = Session(store: SmallStore.store, today: Period("2024-02-01")!).check(script)
    #expect(found.map(\.suggestions) == [["\"سامي النجار\""]])
  }

  @Test func aRuleMayReferForwardAtThePrompt() throws {
    var session = Session(store: SmallStore.store, today: Period("2024-02-01")!)
    func enter(_ text: String) throws -> Outcome {
      try session.run(Parser(text).parse().statements[0], source: text)
    }
    guard case .rule(_, false, let warnings) = try enter("rule a(x) := b(x), quote(speaker: x)") else {
      Issue.record("no rule")
      return
    }
    #expect(warnings.map(\.code) == ["unknown-relation"])
    #expect(throws: Diagnostics.self) { _ = try enter("a(x)") }
    _ = try enter("rule b(x) := post(person: x)")
    guard case .answer(let answer) = try enter("a(x)") else { return }
    #expect(answer.table.rows == [[.text("سامي النجار")]])
    guard case .rule(_, true, _) = try enter("rule b(x) := quote(speaker: x)") else {
      Issue.record("not replaced")
      return
    }
  }
}
