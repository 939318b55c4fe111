import Facts
import Foundation
import QueryLanguage
import Testing

@testable import QueryEngine

/// Printed SQL says what the query says: the command-line program `sqlite3`, where there is one, answers random
/// queries as the engine does.
@Suite struct SQLTests {
  private static let sqlite = ["/usr/bin/sqlite3", "/usr/local/bin/sqlite3", "/opt/homebrew/bin/sqlite3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test func printsARelation() throws {
    #expect(
      try Self.sql("quote(text, act: \"deny\")") == """
        SELECT t1.text AS "text"
        FROM quote AS t1
        WHERE t1.act IN ('deny')
        ORDER BY t1.line NULLS LAST;
        """)
  }

  @Test func printsAnAbsence() throws {
    #expect(
      try Self.sql("quote(speaker: s), not post(person: s) | count") == """
        WITH s0 AS (SELECT row_number() OVER (ORDER BY t1.line NULLS LAST) AS "#", t1.speaker AS "s" FROM quote AS t1
          WHERE NOT EXISTS (SELECT 1 FROM post AS t2
          WHERE t2.person = t1.speaker)),
        s1 AS (SELECT 1 AS "#", count(*) AS "count" FROM s0)
        SELECT "count"
        FROM s1
        ORDER BY "#";
        """)
  }

  /// Queries that random ones found answered in another way, or not at all.
  @Test(
    .enabled(if: sqlite != nil),
    arguments: [
      // The place of a row has no name inside of a join in brackets.
      "quote(id: q, speaker: s), optional (post(person: s, title: t), alias(entity: s, text: x))",
      // Rows of the same facts stand in the order of branches.
      "article(id: a), (source(claim: c, entity: e) or (source(claim: c), entity(id: e, kind: \"place\")))",
      "(quote(id: q, speaker: e) or (quote(id: q, speaker: _s), post(person: _s, org: e)))",
      "(quote(speaker: e, id: _q) or (quote(speaker: e, id: _q), quote(speaker: e, id: _r)))",
      "quote(id: q, text has \"هدنة\")", "quote(id: q, text has \"الجسر مفتوح\")",
      "quote(id: q, text), not text has \"هدنة\"",
      // A sign of a vowel is no character.
      "quote(id: q, text) | let n = len(text)",
      "figure(value, measure, place, date) | conflicts value by measure, place, date",
      "figure(id: f, value, place), source(claim: f) | where value > 1 | conflicts value by place",
      "(figure(value, place: p) or figure(value, agent: p)) | conflicts value by p",
    ]) func sqliteAnswersAlike(query: String) throws
  {
    var tables = ""
    SQLTables(SmallStore.store).written { tables += $0 }
    let (rows, problem) = try Self.ask(tables + Self.sql(query))
    let expected = try run(query).table.rows.map { $0.map(Self.cell).joined(separator: "\u{1F}") }
    #expect(rows == expected)
    #expect(problem == "")
  }

  @Test(arguments: [
    "quote(text matches /x/)", "figure(value) | group: m = median(value)", "quote(date) | let d = date + 1m",
    "figure(value, place), figure(value: v) | conflicts value by place",
    "figure(value, place) | distinct | conflicts value by place", "quote(text has \"-\")",
  ])
  func saysWhatItCantPrint(query: String) throws {
    #expect(throws: SQLUnsupported.self) { try Self.sql(query) }
  }

  @Test(.enabled(if: sqlite != nil)) func sqliteAgrees() throws {
    var compared = 0
    for random in RandomCase.all() {
      let store = random.store
      let answer = try run(random.text, on: store)
      let printed: String
      do {
        printed = try Self.sql(random.text, on: store)
      } catch is SQLUnsupported {
        continue
      }
      var tables = ""
      SQLTables(store).written { tables += $0 }
      let (rows, problem) = try Self.ask(tables + printed)
      compared += 1
      let expected = answer.table.rows.map { $0.map(Self.cell).joined(separator: "\u{1F}") }
      // Tuples of rules come in another order.
      let same = random.generator.usesRules ? rows.sorted() == expected.sorted() : rows == expected
      #expect(
        same && problem.isEmpty,
        "\(random.note(random.text))\n\(printed)\nsqlite \(rows.prefix(8)) \(problem)\nengine \(expected.prefix(8))")
    }
    #expect(compared > 0)
  }

  // MARK: -

  private static func sql(_ text: String, on store: FactStore = SmallStore.store) throws -> String {
    var session = Session(store: store, today: Period("2024-02-01")!)
    let script = try Parser(text).parse()
    try session.declare(script)
    guard case .query(let query) = script.statements.last!.kind else { return "" }
    return try session.sql(query, .sqlite)
  }

  /// The rows that `sqlite3` prints, numbers and dates as the engine prints them.
  private static func ask(_ script: String) throws -> (rows: [String], problem: String) {
    let process = Process()
    process.executableURL = URL(filePath: sqlite!)
    process.arguments = ["-batch", "-separator", "\u{1F}", "-nullvalue", "-", ":memory:"]
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(script.utf8))
    try input.fileHandleForWriting.close()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    let problem = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      line.split(separator: "\u{1F}", omittingEmptySubsequences: false).map { cell in
        if let number = Double(cell), number.isFinite { return digits(number) }
        let ends = cell.split(separator: "/")
        if ends.count == 2, let a = Period(String(ends[0])), let b = Period(String(ends[1])), a.isDay, b.isDay {
          return Period(start: a.start, end: b.end).description
        }
        return String(cell)
      }.joined(separator: "\u{1F}")
    }
    return (rows, problem)
  }

  /// `sqlite3` prints 15 digits.
  private static func digits(_ number: Double) -> String { Value.decimal((number * 1e9).rounded() / 1e9) }

  private static func cell(_ value: Value) -> String {
    if case .number(let number) = value { return digits(number) }
    return value.isMissing ? "-" : value.description
  }
}
