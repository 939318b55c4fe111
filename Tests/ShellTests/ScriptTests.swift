import Facts
import Output
import QueryEngine
import TemporaryFolder
import Testing

@testable import Shell

@Suite struct ScriptTests {
  let folder: TemporaryFolder
  let sink = MemorySink()
  var options = ScriptRun.Options()

  init() throws { folder = try TemporaryFolder() }

  private func run(_ script: String, _ options: ScriptRun.Options) throws {
    let screen = Screen(output: sink, messages: MemorySink())
    let session = Session(store: ShellUnderTest.store, today: Period("2024-02-01")!)
    var run = ScriptRun(session, screen: screen, style: TableStyle(), options: options)
    try run.run(folder.file(script))
  }

  /// The message of the error that `body` throws.
  private func message(_ body: () throws -> Void) -> String? {
    do { try body() } catch { return ErrorMessage.text(of: error, in: .english) ?? "\(error)" }
    return nil
  }

  @Test func resultsAreNumberedFiles() throws {
    var options = options
    options.out = folder.file("out")
    try folder.write("quote(speaker, act: \"deny\")\nquote(id) | count\n", to: "s.isnad")
    try run("s.isnad", options)
    #expect(Folder.entries(of: folder.file("out")) == ["s-2.csv", "s.csv"])
    #expect(try folder.read("out/s.csv") == "speaker\nنادر هلال\n")
    #expect(sink.bytes.isEmpty)
    #expect(message { try run("s.isnad", options) }?.contains("exists; --force replaces it") == true)
    options.force = true
    try run("s.isnad", options)
  }

  @Test func exportsStayBelowTheFolder() throws {
    try folder.write("quote(speaker, act: \"deny\") | export \"../x.csv\"", to: "s.isnad")
    var options = options
    #expect(message { try run("s.isnad", options) }?.contains("only below --out DIR") == true)
    options.scope = .below(folder.file("out"))
    #expect(message { try run("s.isnad", options) }?.contains("leads out") == true)
    #expect(try !folder.names.contains("x.csv"))
  }

  @Test func citationsNameTheBytes() throws {
    try folder.write("quote(speaker, act: \"deny\") | export \"x.csv\" cite", to: "s.isnad")
    var options = options
    options.scope = .below(folder.path)
    try run("s.isnad", options)
    let text = ShellUnderTest.store.value("article", "text", 0).description
    let written = try folder.read("x.csv")
    #expect(
      written
        == "speaker,_article,_start,_end,_sha256\nنادر هلال,a1,80,86,\(SHA256.hex(text))\n")
  }

  @Test func anErrorNamesFileAndLine() throws {
    try folder.write("quote(speaker)\n\nquote(speakr)\n", to: "s.isnad")
    let text = message { try run("s.isnad", options) }
    #expect(text?.hasPrefix("\(folder.file("s.isnad")):3:7: error: quote has no field `speakr`") == true)
  }

  @Test func aFailingQueryLeavesTheOldFile() throws {
    try folder.write("old", to: "x.csv")
    try folder.write("quote(speakr) | export \"x.csv\"", to: "s.isnad")
    var options = options
    options.scope = .below(folder.path)
    options.force = true
    #expect(message { try run("s.isnad", options) } != nil)
    #expect(try folder.read("x.csv") == "old")
  }

  @Test func includesAreRelativeAndMayNotCircle() throws {
    try folder.write("rule denies(x) := quote(speaker: x, act: \"deny\")", to: "rules.isnad")
    try folder.write("include \"rules.isnad\"\ndenies(who)", to: "s.isnad")
    try run("s.isnad", options)
    #expect(sink.text.contains("نادر هلال"))
    try folder.write("include \"b.isnad\"", to: "a.isnad")
    try folder.write("include \"a.isnad\"", to: "b.isnad")
    #expect(message { try run("a.isnad", options) }?.contains("a.isnad includes itself") == true)
    try folder.write("include \"none.isnad\"", to: "c.isnad")
    #expect(message { try run("c.isnad", options) }?.contains("c.isnad:1:9: error: cannot read") == true)
  }

  @Test func parameters() throws {
    try folder.write("param who: text = \"x\"\nquote(speaker: s, act), s = $who", to: "s.isnad")
    var options = options
    options.format = .jsonl
    options.parameters = [("who", "نادر هلال")]
    try run("s.isnad", options)
    #expect(sink.text == "{\"s\":\"نادر هلال\",\"act\":\"deny\"}\n")
    options.parameters = [("whom", "x")]
    #expect(message { try run("s.isnad", options) } == "no parameter whom; did you mean who? There are: who")
  }

  @Test func checking() throws {
    try folder.write("quote(speakr)\nquote(speaker)\nfigure(measure: \"kiled\", value)", to: "s.isnad")
    let session = Session(store: .empty, today: Period("2024-02-01")!)
    let result = try ScriptCheck.check(folder.file("s.isnad"), session, .english)
    #expect(result.failed && result.messages.count == 2)
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ]) func digests(_ text: String, _ digest: String) { #expect(SHA256.hex(text) == digest) }
}
