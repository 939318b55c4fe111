import Testing

@testable import QueryLanguage

@Suite struct StatementSplitterTests {
  @Test func statementsOfABlock() {
    let text = "quote(speaker) # one\n| count\n\npost(\n  person); rule r(a) :=\n  b(a)\n"
    let source = Array(text.utf8)
    let parts = StatementSplitter.statements(in: text).map {
      String(decoding: source[$0.start..<$0.end], as: UTF8.self)
    }
    #expect(parts == ["quote(speaker) # one\n| count", "post(\n  person)", "rule r(a) :=\n  b(a)"])
  }

  @Test(arguments: [
    ("", StatementSplitter.Completeness.empty), (" \n\t", .empty), ("# x", .empty), ("a(x)", .complete),
    ("a(x);", .complete), ("a(", .incomplete), ("a(x,\n", .incomplete), ("a(x,\n\n", .complete),
    ("a(x) |", .incomplete),
    ("a(x) | where x >", .incomplete), ("a(x) or", .incomplete), ("a(x)،", .incomplete), ("a(x), ليس", .incomplete),
    ("param p: text =", .incomplete), ("a(\"x", .complete), ("| sort x", .complete), ("a(x)\r\n| count\r\n", .complete),
    ("a(x), x = today", .complete), ("a(x), # more follows", .incomplete), ("a(x, # )", .incomplete),
  ]) func completeness(_ text: String, _ expected: StatementSplitter.Completeness) {
    #expect(StatementSplitter.completeness(of: text) == expected)
  }
}
