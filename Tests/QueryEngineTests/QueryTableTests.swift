import Testing

/// Query and answer, construct by construct, on `SmallStore`.
@Suite struct QueryTableTests {
  static let patterns: [(String, [String])] = [
    ("quote(id: q, act: \"deny\")", ["a1/q2"]),
    ("quote(id: q, speaker: \"النجار\")", ["a1/q1", "a1/q2", "a2/q1"]),
    (
      "quote(id: q, speaker: s), post(person: s)",
      ["a1/q1 | سامي النجار", "a1/q2 | سامي النجار", "a2/q1 | سامي النجار"]
    ),
    ("post(person: s), quote(id: q, speaker: s, act: \"say\")", ["سامي النجار | a1/q1", "سامي النجار | a2/q1"]),
    ("quote(id: q, act: \"say\" , date >= 2024-01-28)", ["a2/q1 | 2024-02-01"]),
    ("quote(id: q, date), date in 2024-01", ["a1/q1 | 2024-01-27", "a1/q2 | 2024-01", "a1/q4 | 2024-01-28"]),
    ("quote(id: q, date in 2024-01-28..2024-02)", ["a1/q4 | 2024-01-28", "a2/q1 | 2024-02-01"]),
    ("quote(id: q, date: 2024-01)", ["a1/q2"]),
    ("quote(id: q, date: d), d < 2024-02", ["a1/q1 | 2024-01-27", "a1/q2 | 2024-01", "a1/q4 | 2024-01-28"]),
    (
      "quote(id: q, date: d), d <= 2024-01-28",
      ["a1/q1 | 2024-01-27", "a1/q2 | 2024-01", "a1/q4 | 2024-01-28"]
    ),
    ("quote(id: q, date: d), d > 2024-01-27", ["a1/q4 | 2024-01-28", "a2/q1 | 2024-02-01"]),
    ("quote(id: q, date is missing)", ["a1/q3 | -"]),
    ("quote(id: q, text has \"هدنة\")", ["a1/q2 | لا هدنة في الريم", "a1/q3 | والهدنة قائمة"]),
    ("quote(id: q, text contains \"فتوح\")", ["a1/q1 | الجسر مفتوح"]),
    ("quote(id: q, text has \"فتوح\")", []),
    ("quote(id: q, text matches /^فتح\\b/)", ["a1/q4 | فتح الجسر"]),
    ("quote(id: q, act in (\"deny\", \"confirm\"))", ["a1/q2 | deny", "a1/q3 | confirm"]),
    ("quote(id: q, act not in (\"say\", \"confirm\"))", ["a1/q2 | deny", "a1/q4 | announce"]),
    ("quote(id: q, speaker: s), s.kind = \"organization\"", ["a1/q4 | مجلس الريم"]),
    ("quote(id: q, article: a), a.outlet = \"beta\"", ["a2/q1 | a2"]),
    ("quote(id: q, article: a), a.outlet == \"beta\"", []),
    ("quote(id: q, speaker == \"النجار\")", []),
    ("figure(id: f, value: 10 + 2)", ["a1/f1"]),
    ("figure(value: v, place: p), figure(id: g, value: v + 3, place: p)", ["12 | الريم | a2/f1"]),
    ("figure(id: f, value > 10, value < 20)", ["a1/f1 | 12", "a2/f1 | 15"]),
    ("figure(id: f, value in 10..15)", ["a1/f1 | 12", "a2/f1 | 15"]),
    ("participant(event: e, role: \"host\", entity), event(id: e, type)", ["a1/v1 | مجلس الريم | meet"]),
    (
      "alias(entity: e, text: t), quote(speaker: e, act: \"deny\")",
      ["سامي النجار | سامي النجار", "سامي النجار | النجار"]
    ),
    ("quote(speaker: s, date: d), quote(speaker: t, date: d), s != t", []),
    ("figure(date: d, value: 12), figure(date: d, id: g)", ["2024-01-27 | a1/f1", "2024-01-27 | a2/f1"]),
  ]

  static let clauses: [(String, [String])] = [
    ("quote(speaker: s, act: \"confirm\"), not post(person: s)", ["لينا حداد"]),
    ("entity(id: s, kind: \"person\"), not quote(speaker: s, act: \"deny\")", ["لينا حداد"]),
    (
      "entity(id: s, name), exists quote(speaker: s)",
      ["سامي النجار | سامي النجار", "لينا حداد | لينا حداد", "مجلس الريم | مجلس الريم"]
    ),
    ("quote(id: q, act: \"deny\") or quote(id: q, speaker: \"النجار\")", ["a1/q1", "a1/q2", "a2/q1"]),
    ("quote(id: c, act: \"deny\") or figure(id: c, value: 7)", ["a1/q2", "a1/f3"]),
    (
      "(quote(id: c, act: \"deny\") or figure(id: c, value: 12)), source(claim: c, position: p)",
      ["a1/f1 | 1", "a1/f1 | 2", "a1/f1 | 3"]
    ),
    ("quote(id: q, act: \"deny\"), optional source(claim: q, entity: e)", ["a1/q2 | -"]),
    (
      "quote(id: q, act: \"announce\"), optional source(claim: q, entity: e)",
      ["a1/q4 | وكالة الريم", "a1/q4 | مجلس الريم"]
    ),
    (
      "quote(id: q, speaker: \"النجار\"), optional source(claim: q, entity: e), e is missing",
      ["a1/q2 | -", "a2/q1 | -"]
    ),
    (
      "source(claim: c, position: p, entity: o), not source(claim: c, position: p + 1), c.article = \"a1\"",
      ["a1/q1 | 1 | سامي النجار", "a1/q4 | 2 | مجلس الريم", "a1/f1 | 3 | لينا حداد"]
    ),
    (
      "figure(id: f, value: v, place: p), not (figure(place: p, value: w), w > v)",
      ["a1/f2 | 30 | الريم", "a1/f3 | 7 | -"]
    ),
    ("quote(id: q, act: a), (a = \"deny\" or a = \"confirm\")", ["a1/q2 | deny", "a1/q3 | confirm"]),
    ("quote(id: q, date: d), not d < 2024-01-28", ["a1/q2 | 2024-01", "a1/q4 | 2024-01-28", "a2/q1 | 2024-02-01"]),
    ("figure(id: f, place != \"الريم\")", []),
    ("quote(id: q, date: d), d >= today - 4d", ["a1/q2 | 2024-01", "a1/q4 | 2024-01-28", "a2/q1 | 2024-02-01"]),
  ]

  static let rules: [(String, [String])] = [
    (
      """
      rule behind(claim, origin) := source(claim, position: p, entity: origin), not source(claim, position: p + 1)
      behind(c, o)
      """, ["a1/q1 | سامي النجار", "a1/q4 | مجلس الريم", "a1/f1 | لينا حداد"]
    ),
    (
      """
      rule reaches(a, b) := relays(a, b) or (relays(a, x), reaches(x, b))
      rule relays(a, b) := source(claim: c, position: p, entity: a), source(claim: c, position: p + 1, entity: b)
      reaches(a, b)
      """, ["وكالة الريم | مجلس الريم", "مجلس الريم | لينا حداد", "وكالة الريم | لينا حداد"]
    ),
    (
      """
      rule busy(s) := quote(speaker: s) | group s: n = count() | where n > 2
      busy(x)
      """, ["سامي النجار"]
    ),
    (
      """
      rule busy(s, n) := quote(speaker: s) | group s: n = count()
      quote(id: q, speaker: s), busy(s, n: 3)
      """, ["a1/q1 | سامي النجار", "a1/q2 | سامي النجار", "a2/q1 | سامي النجار"]
    ),
    (
      """
      rule quiet(s) := entity(id: s), not talks(s)
      rule talks(s) := quote(speaker: s)
      quiet(s)
      """, ["وكالة الريم", "الريم"]
    ),
  ]

  static let stages: [(String, [String])] = [
    (
      "quote(id: q, date) | sort -date",
      ["a2/q1 | 2024-02-01", "a1/q4 | 2024-01-28", "a1/q1 | 2024-01-27", "a1/q2 | 2024-01", "a1/q3 | -"]
    ),
    ("quote(id: q, date) | sort date | limit 1", ["a1/q2 | 2024-01"]),
    ("quote() | count", ["5"]),
    ("quote(id: q, act: \"ask\") | count", ["0"]),
    ("quote(speaker) | distinct", ["سامي النجار", "لينا حداد", "مجلس الريم"]),
    ("quote(speaker) | group speaker: n = count() | sort -n", ["سامي النجار | 3", "لينا حداد | 1", "مجلس الريم | 1"]),
    (
      "figure(value, unit, place) | group place: n = count(), s = sum(value), a = avg(value), m = median(value), t = max(value), u = count(distinct unit)",
      ["الريم | 3 | 57 | 19 | 15 | 30 | 1", "- | 1 | 7 | 7 | 7 | 7 | 0"]
    ),
    (
      "figure(value, date) | group: last = last(value by date), first = first(value by date), n = count(date)",
      ["15 | 7 | 3"]
    ),
    ("figure(value, measure: \"missing\") | group: n = count(), s = sum(value)", ["0 | -"]),
    ("figure(value) | let half = value / 2 | where half > 7 | select h = half", ["15", "7.5"]),
    ("quote(date) | group m = month(date): n = count()", ["1 | 3", "- | 1", "2 | 1"]),
    (
      "quote(id: q, article) | select q, article.outlet",
      ["a1/q1 | Alpha", "a1/q2 | Alpha", "a1/q3 | Alpha", "a1/q4 | Alpha", "a2/q1 | Beta"]
    ),
    ("figure(value, unit) | select value, u = default(unit, \"?\") | limit 3", ["12 | رجل", "30 | رجل", "7 | ?"]),
    (
      "figure(value, measure, place, date) | conflicts value by measure, place, date",
      [
        "12 | killed | الريم | 2024-01-27 | Alpha | 2024-01-28 | لينا حداد",
        "15 | killed | الريم | 2024-01-27 | Beta | - | -",
      ]
    ),
    (
      "figure(value, date, id: f) | timeline value by date",
      ["2024-01-26 | 7 | a1/f3", "2024-01-27 | 12 | a1/f1", "2024-01-27 | 15 | a2/f1"]
    ),
    ("quote(speaker) | group speaker: n = count(), share = count() * 100 / 5 | limit 1 | select share", ["60"]),
    ("quote(act) | group: all = list(act)", ["say; deny; confirm; announce; say"]),
    ("quote(date, speaker) \n _ | group: n = count(date)", ["4"]),
    ("quote(date, speaker) \n _ | where date >= 2024-01-28 | limit 2 \n _ | count", ["2"]),
    ("param who: text = \"النجار\" \n quote(id: q, speaker: $who) | count", ["3"]),
    ("figure(value, date) | let d = date - 2024-01-20 | select d | limit 1", ["7"]),
    ("figure(value: 12, date) | let d = date + 1m | select d", ["2024-02-27"]),
    ("entity(name, kind: \"person\") | let n = len(name) | select n, name", ["11 | سامي النجار", "9 | لينا حداد"]),
  ]

  @Test(arguments: patterns) func pattern(query: String, answer: [String]) throws { #expect(try rows(query) == answer) }
  @Test(arguments: clauses) func clause(query: String, answer: [String]) throws { #expect(try rows(query) == answer) }
  @Test(arguments: rules) func rule(query: String, answer: [String]) throws { #expect(try rows(query) == answer) }
  @Test(arguments: stages) func stage(query: String, answer: [String]) throws { #expect(try rows(query) == answer) }
}
