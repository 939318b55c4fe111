import Facts
import Testing

@testable import Output

@Suite struct CSVTests {
  /// A value and how its cell is written, in a row behind the text `x`.
  static let cells: [(Value, String)] = [
    (.missing, ""),
    (.text(""), "\"\""),
    (.text("plain"), "plain"),
    (.text("بيان الوزارة"), "بيان الوزارة"),
    (.text("a,b"), "\"a,b\""),
    (.text("قال \"نعم\""), "\"قال \"\"نعم\"\"\""),
    (.text("two\nlines"), "\"two\nlines\""),
    (.text("a\rb"), "\"a\rb\""),
    (.text(" lead"), "\" lead\""),
    (.text("trail "), "\"trail \""),
    (.text("12"), "\"12\""),
    (.text("-1.5"), "\"-1.5\""),
    (.text("1e10"), "\"1e10\""),
    (.text("0x1F"), "\"0x1F\""),
    (.text("12%"), "\"12%\""),
    (.text("٢٠٢٤"), "\"٢٠٢٤\""),
    (.text("۱۲"), "\"۱۲\""),
    (.text("2024-01-28"), "\"2024-01-28\""),
    (.text("28/1/2024"), "\"28/1/2024\""),
    (.text("12:30"), "\"12:30\""),
    (.text("true"), "\"true\""),
    (.text("No"), "\"No\""),
    (.text("NULL"), "\"NULL\""),
    (.text("n/a"), "\"n/a\""),
    (.text("NaN"), "\"NaN\""),
    (.text("-Infinity"), "\"-Infinity\""),
    (.text("٥ أيام"), "٥ أيام"),
    (.text("12 شهرا"), "12 شهرا"),
    (.text("a1"), "a1"),
    (.text("e1"), "e1"),
    (.text("1e5"), "\"1e5\""),
    (.text("0xFACE"), "\"0xFACE\""),
    (.text("trueish"), "trueish"),
    (.text("nobody"), "nobody"),
    (.number(26422), "26422"),
    (.number(-0.5), "-0.5"),
    (.number(2_300_000), "2300000"),
    (day("2024-01-28"), "2024-01-28"),
    (day("2024-01"), "2024-01"),
    (day("2024-01-28/2024-02-03"), "2024-01-28/2024-02-03"),
  ]

  @Test(arguments: cells) func cell(_ value: Value, _ cell: String) throws {
    #expect(try written([[.text("x"), value]], as: .csv) == "a,b\nx,\(cell)\n")
  }

  /// What a reader gets back: the text itself, nothing for a missing value.
  @Test(arguments: cells) func roundTrip(_ value: Value, _ cell: String) throws {
    let rows = CSVReader.read(try written([[value, .text("x")], [.text("y"), value]], as: .csv))
    let expected: String? = value.isMissing ? nil : value.description
    #expect(rows == [["a", "b"], [expected, "x"], ["y", expected]])
  }

  /// An empty line would be no row at all to Python's csv and to DuckDB.
  @Test func missingAloneInItsRow() throws {
    let csv = try written([[.missing], [.text("x")]], as: .csv, columns: [.init("a", .text)])
    #expect(csv == "a\n\"\"\nx\n")
  }

  @Test func headerWithoutRows() throws {
    let columns = [ResultTable.Column("n", .number), .init("a,b", .text)]
    #expect(try written([], as: .csv, columns: columns) == "n,\"a,b\"\n")
  }

  @Test(arguments: ["=1+1", "+971", "-x", "@sum", "\tx", "\rx"]) func excelGuardsFormulas(_ text: String) throws {
    let csv = try written([[.text(text), .text("x")]], as: .csv, excel: true)
    #expect(csv.unicodeScalars.first == "\u{FEFF}")
    let rows = CSVReader.read(String(csv.unicodeScalars.dropFirst()), lineEnd: "\r\n")
    #expect(rows == [["a", "b"], ["'" + text, "x"]])
  }

  @Test func excelKeepsNumbersBelowZero() throws {
    #expect(try written([[.number(-3)]], as: .csv, excel: true) == "\u{FEFF}a\r\n-3\r\n")
  }

  @Test func plainCountsFormulas() throws {
    let rows: [[Value]] = [[.text("=1+1")], [.text("ok")], [.text("-x")], [.number(-1)]]
    let table = ResultTable(columns: [.init("a", .text)], rows: rows)
    #expect(try OutputFormat.csv.write(table, to: MemorySink()) == 2)
    #expect(try OutputFormat.csv.write(table, to: MemorySink(), excel: true) == 0)
  }

  /// Every text of a few troublesome characters survives.
  @Test func everyShortText() throws {
    let alphabet = ["\"", ",", "\n", "\r", " ", "ع", "1", "'"]
    let pairs = alphabet.flatMap { a in alphabet.map { a + $0 } }
    let texts = alphabet + pairs + pairs.flatMap { pair in alphabet.map { pair + $0 } }
    let rows = CSVReader.read(try written(texts.map { [.text($0), .text("x")] }, as: .csv))
    #expect(rows.dropFirst().map { $0[0] } == texts)
    #expect(rows.allSatisfy { $0.count == 2 })
  }
}
