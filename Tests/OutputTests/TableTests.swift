import Facts
import Testing

@testable import Output

@Suite struct TableTests {
  static let table = ResultTable(
    columns: [.init("speaker", .entity), .init("value", .number), .init("date", .date), .init("text", .text)],
    rows: [
      [.text("سلمى قاسم"), .number(26422), day("2024-01-29"), .text("وصلت القافلة الأولى إلى المدينة مساء الأحد")],
      [.missing, .number(7), .missing, .text("نَعَمْ")],
    ])

  private func table(_ style: TableStyle, _ table: ResultTable = Self.table) throws -> String {
    let sink = MemorySink()
    try TableWriter(style).write(table, to: sink)
    return sink.text
  }

  @Test func asWideAsItLikes() throws {
    #expect(
      try table(TableStyle()) == """
        speaker    value  date        text
        ─────────  ─────  ──────────  ──────────────────────────────────────────
        سلمى قاسم  26422  2024-01-29  وصلت القافلة الأولى إلى المدينة مساء الأحد
        ∅              7  ∅           نَعَمْ

        """)
  }

  /// Text is cut, numbers and dates are not.
  @Test func cutToTheTerminal() throws {
    #expect(
      try table(TableStyle(width: 52)) == """
        speaker    value  date        text
        ─────────  ─────  ──────────  ──────────────────────
        سلمى قاسم  26422  2024-01-29  وصلت القافلة الأولى إ…
        ∅              7  ∅           نَعَمْ

        """)
  }

  @Test(arguments: 37...80) func noLineIsWiderThanTheTerminal(_ width: Int) throws {
    for line in try table(TableStyle(width: width)).split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= width)
    }
  }

  @Test func blocksWhereColumnsDontFit() throws {
    #expect(
      try table(TableStyle(width: 36)) == """
        ── 1 ──
        speaker  سلمى قاسم
        value    26422
        date     2024-01-29
        text     وصلت القافلة الأولى إلى المدينة مساء الأحد
        ── 2 ──
        speaker  ∅
        value    7
        date     ∅
        text     نَعَمْ

        """)
  }

  @Test func everyCellInAnIsolate() throws {
    let rows = ResultTable(columns: [.init("a", .text), .init("n", .number)], rows: [[.text("نص"), .number(1)]])
    #expect(
      try table(TableStyle(isolates: true), rows)
        == "\u{2068}a\u{2069}   \u{2068}n\u{2069}\n──  ─\n\u{2068}نص\u{2069}  \u{2068}1\u{2069}\n")
  }

  @Test func articlesCannotReachTheTerminal() throws {
    let evil = ResultTable(columns: [.init("\u{1B}c", .text)], rows: [[.text("\u{1B}]0;x\u{07}\n\u{2069}\u{202E}")]])
    let text = try table(TableStyle(isolates: true), evil)
    #expect(text == "\u{2068}␛c\u{2069}\n─────────────────\n\u{2068}␛]0;x␇␊<PDI><RLO>\u{2069}\n")
  }

  @Test func colourOnlyAroundText() throws {
    let rows = ResultTable(columns: [.init("a", .text), .init("b", .text)], rows: [[.missing, .text("x")]])
    #expect(
      try table(TableStyle(colour: true), rows)
        == "\u{1B}[1ma\u{1B}[0m  \u{1B}[1mb\u{1B}[0m\n\u{1B}[2m─  ─\u{1B}[0m\n\u{1B}[2m∅\u{1B}[0m  x\n")
  }

  @Test func cellsNoWiderThanTold() throws {
    let text = try table(TableStyle(maxCellWidth: 5))
    #expect(text.contains("سلمى…") && text.contains("وصلت…") && text.contains("2024-01-29"))
  }

  @Test(arguments: [
    ([:], false), (["VTE_VERSION": "7200"], true), (["VTE_VERSION": "5202"], false), (["KONSOLE_VERSION": "1"], true),
    (["VTE_VERSION": "7200", "TMUX": "x"], false), (["TERM_PROGRAM": "Apple_Terminal"], true),
  ]) func bidiByTerminal(_ environment: [String: String], _ isolates: Bool) {
    #expect(Bidi.auto.isolates { environment[$0] } == isolates)
    #expect(Bidi.on.isolates { environment[$0] })
    #expect(!Bidi.off.isolates { environment[$0] })
  }

  @Test func bars() throws {
    let rows = ResultTable(
      columns: [.init("date", .date), .init("value", .number)],
      rows: [[day("2024-01"), .number(20)], [day("2024-02"), .number(5)], [.missing, .missing]])
    let sink = MemorySink()
    try ChartWriter(.bar, width: 35).write(rows, to: sink)
    #expect(sink.text == "2024-01  ██████████ 20\n2024-02  ██▌ 5\n∅        ∅\n")
  }
}
