import Testing

@testable import QueryLanguage

@Suite struct FormatterTests {
  @Test func formattingKeepsTheTreeAndIsStable() throws {
    for seed in 1...1500 {
      var random = RandomText(seed: UInt64(seed))
      let text = random.script()
      let tree: Script
      do { tree = try Parser(text).parse() } catch {
        Issue.record("seed \(seed) does not parse: \(error.rendered(source: text))\n\(text)")
        return
      }
      let once = try Formatter.format(text)
      guard let again = try? Formatter.format(once) else {
        Issue.record("seed \(seed) formats to what does not parse:\n\(text)\n---\n\(once)")
        return
      }
      guard once == again, TreeDump.text(tree) == TreeDump.text(try Parser(once).parse()) else {
        Issue.record("seed \(seed):\n\(text)\n--- once\n\(once)\n--- twice\n\(again)")
        return
      }
      #expect(
        text.count { $0 == "#" } == once.count { $0 == "#" }, "seed \(seed) loses a comment:\n\(text)\n---\n\(once)")
    }
  }
}
