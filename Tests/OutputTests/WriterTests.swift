import Facts
import Testing

@testable import Output

@Suite struct WriterTests {
  static let columns = [
    ResultTable.Column("speaker", .entity), .init("value", .number), .init("date", .date),
  ]
  static let rows: [[Value]] = [
    [.text("سلمى قاسم"), .number(26422), day("2024-01-29")],
    [.text("a\tb|c\\d\n\"e\""), .number(19.6), .missing],
    [.missing, .missing, day("2024")],
  ]

  @Test func tsv() throws {
    #expect(
      try written(Self.rows, as: .tsv, columns: Self.columns) == """
        speaker\tvalue\tdate
        سلمى قاسم\t26422\t2024-01-29
        a\\tb|c\\\\d\\n"e"\t19.6\t
        \t\t2024

        """)
  }

  @Test func jsonLines() throws {
    #expect(
      try written(Self.rows, as: .jsonl, columns: Self.columns) == #"""
        {"speaker":"سلمى قاسم","value":26422,"date":"2024-01-29"}
        {"speaker":"a\tb|c\\d\n\"e\"","value":19.6}
        {"date":"2024"}

        """#)
  }

  @Test func markdown() throws {
    #expect(
      try written(Self.rows, as: .md, columns: Self.columns) == #"""
        | speaker | value | date |
        | --- | ---: | --- |
        | سلمى قاسم | 26422 | 2024-01-29 |
        | a␉b\|c\\d<br>"e" | 19.6 |  |
        |  |  | 2024 |

        """#)
  }

  @Test func markdownTakesNoMarkup() throws {
    let text = try written([[.text("<script>*x*[y](z)`&")]], as: .md)
    #expect(text.split(separator: "\n")[2] == #"| &lt;script>\*x\*\[y](z)\`&amp; |"#)
  }

  @Test(arguments: [
    ("out.csv", OutputFormat.csv), ("a.b/x.TSV", .tsv), ("نتائج.jsonl", .jsonl), ("x.md", .md), ("x.table", nil),
    ("x", nil), ("csv", nil), ("x.xlsx", nil),
  ]) func ending(_ path: String, _ format: OutputFormat?) {
    #expect(OutputFormat(endingOf: path) == format)
  }

  /// Rows enough for several blocks arrive whole and in order.
  @Test func blocks() throws {
    let rows = (0..<20_000).map { [Value($0)] }
    let text = try written(rows, as: .csv)
    #expect(text.split(separator: "\n").dropFirst().elementsEqual((0..<20_000).map { Substring(String($0)) }))
  }
}
