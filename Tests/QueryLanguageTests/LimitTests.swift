import Testing

@testable import QueryLanguage

/// Hostile texts end in a message.
@Suite struct LimitTests {
  private static let many = 100_000

  @Test(arguments: [
    String(repeating: "(", count: many),
    String(repeating: "(", count: many) + "a(x)" + String(repeating: ")", count: many),
    String(repeating: "not ", count: many) + "a(x)",
    "a(x), x = " + String(repeating: "-", count: many) + "1",
    "a(x), x = " + String(repeating: "1 + ", count: many) + "1",
    "a(x), x = 1" + String(repeating: ".y", count: many),
    "a(x), x = " + String(repeating: "f(", count: many),
    "a(x), x in " + String(repeating: "(", count: many),
    "a(" + String(repeating: "f(", count: many),
  ]) func deepNestingIsAnError(_ text: String) {
    let error = #expect(throws: Diagnostic.self) { try Parser(text).parse() }
    #expect(error.map { ["too-deep", "unexpected", "no-condition"].contains($0.code) } == true, "\(error?.code ?? "")")
  }

  @Test func theDeepestAllowed() throws {
    let brackets = String(repeating: "(", count: 199) + "a(x)" + String(repeating: ")", count: 199)
    _ = try Parser(brackets).parse()
    let sum = "a(x), x = 1" + String(repeating: " + 1", count: 200)
    _ = try Formatter.format(sum)
    #expect(throws: Diagnostic.self) { try Parser("(" + brackets + ")").parse() }
  }

  @Test func manyClausesAreNotDeep() throws {
    let script = try Parser("a(x)" + String(repeating: ", b(x)", count: 10_000)).parse()
    #expect(script.statements.count == 1)
  }

  @Test func aStatementHasAMegabyte() throws {
    let filler = String(repeating: "x", count: 1 << 20)
    let error = #expect(throws: Diagnostic.self) { try Parser("a(text: \"\(filler)\")").parse() }
    #expect(error?.message.description == "the statement is longer than 1048576 bytes")
    // Statements count one by one.
    let half = "a(text: \"\(filler.prefix(600_000))\")"
    #expect(try Parser(half + "\n" + half).parse().statements.count == 2)
  }

  @Test func aLongLineIsShownInPart() {
    let text = "a(x), " + String(repeating: "ق(س)، ", count: 10_000) + "b(x) <> 3"
    let error = #expect(throws: Diagnostic.self) { try Parser(text).parse() }
    #expect((error?.rendered(source: text).count ?? 0) < 700)
  }

  @Test(arguments: 1...400) func brokenTextsEndInAMessage(_ seed: Int) {
    var random = RandomText(seed: UInt64(seed))
    let text = Array(random.script().unicodeScalars)
    for cut in stride(from: 1, to: text.count, by: 7) {
      var broken = text
      broken.remove(at: cut)
      if cut % 2 == 0 { broken = Array(broken.prefix(cut)) }
      let source = String(String.UnicodeScalarView(broken))
      do throws(Diagnostic) { _ = try Parser(source).parse() } catch {
        #expect(error.range.start >= 0 && error.range.end <= source.utf8.count && error.range.start <= error.range.end)
        #expect(!error.rendered(source: source).isEmpty)
      }
      _ = StatementSplitter.completeness(of: source)
    }
  }
}
