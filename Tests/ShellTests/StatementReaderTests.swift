import Testing

@testable import Shell

@Suite struct StatementReaderTests {
  private func entries(_ text: String) -> [Entry] {
    let reader = StatementReader(PlainLineReader(text: text))
    var entries: [Entry] = []
    while entries.count < 20 {
      let entry = reader.next()
      if entry == .end { break }
      entries.append(entry)
    }
    return entries
  }

  @Test(
    arguments: [
      ("", []), ("\n\n# nothing\n", []),
      ("quote(text)", [.statements("quote(text)")]),
      ("quote(text)\nquote(speaker)\n", [.statements("quote(text)"), .statements("quote(speaker)")]),
      ("quote(text,\nspeaker)\n", [.statements("quote(text,\nspeaker)")]),
      ("quote(text)\n| limit 1\n.why\n", [.statements("quote(text)\n| limit 1"), .command(".why")]),
      ("quote(text),\r\nquote(speaker)\r\n", [.statements("quote(text),\nquote(speaker)")]),
      ("quote(text)\n  , quote(speaker)\n", [.statements("quote(text)\n  , quote(speaker)")]),
      ("quote(\n.why\n", [.statements("quote(\n.why")]),
      ("  .tables\n", [.command("  .tables")]),
      ("quote(text\n\nquote(speaker)", [.statements("quote(text\n"), .statements("quote(speaker)")]),
    ] as [(String, [Entry])]) func joinsLines(_ text: String, _ expected: [Entry])
  {
    #expect(entries(text) == expected)
  }
}
