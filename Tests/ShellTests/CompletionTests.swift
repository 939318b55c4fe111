import TemporaryFolder
import Testing

@testable import Shell

@Suite struct CompletionTests {
  let session: ShellUnderTest

  init() throws { session = try ShellUnderTest() }

  private func list(_ line: String) -> CompletionList { Completion(shell: session.shell).list(before: line) }

  /// What is typed, and the line after Tab.
  @Test(arguments: [
    ("quo", "quote("), ("quote(spea", "quote(speaker"), ("quote(act: \"den", "quote(act: \"deny\""),
    ("quote(act: den", "quote(act: \"deny\""), ("quote(speaker: \"قاس", "quote(speaker: \"سلمى قاسم\""),
    ("quote(speaker: «نا", "quote(speaker: «نادر هلال»"), ("quote(speaker: نادر", "quote(speaker: \"نادر هلال\""),
    ("quote(speaker: \"قاسِم", "quote(speaker: \"سلمى قاسم\""),
    ("quote(speaker: \"باسم", "quote(speaker: \"نادر هلال\""),
    ("quote(speaker) | so", "quote(speaker) | sort "), ("quote(speaker) | distin", "quote(speaker) | distinct"),
    ("quote(speaker: s) | sort ", "quote(speaker: s) | sort s"), ("quote(text), no", "quote(text), not "),
    ("quote(act in (\"den", "quote(act in (\"deny\""), ("quote(act), act = \"den", "quote(act), act = \"deny\""),
    ("not quote(form: \"dir", "not quote(form: \"direct\""), ("article(outlet: \"ضف", "article(outlet: \"ضف"),
    ("article(outlet: \"الضف", "article(outlet: \"الضفاف\""), ("اقتب", "اقتباس("),
    (".sch", ".schema "), (".schema quo", ".schema quote"), (".mode js", ".mode jsonl"), (".bidi o", ".bidi o"),
    (".explain quo", ".explain quote("), ("quote(\"x", "quote(\"x"), ("zzz", "zzz"), ("quote(zz", "quote(zz"),
  ]) func inserts(_ typed: String, _ expected: String) {
    let list = list(typed)
    #expect(typed.hasSuffix(list.replaced))
    #expect(typed.dropLast(list.replaced.count) + (list.insertion ?? list.replaced) == expected)
  }

  @Test func countsTheMostFrequentFirst() {
    #expect(list("quote(speaker: \"").candidates.map(\.count) == [2, 1])
    #expect(list("quote(speaker: ").listing(width: 80) == "\"سلمى قاسم\" (2)  \"نادر هلال\" (1)")
  }

  @Test func otherConditionsNarrow() {
    #expect(list("quote(act: \"deny\", speaker: \"").candidates == [.init(text: "\"نادر هلال\"", count: 1)])
    #expect(list("article(id: a, outlet: \"المرسى\"), quote(article: a, speaker: \"").candidates.map(\.count) == [1])
  }

  @Test func fieldsOfThisRelationOnly() {
    let fields = list("source(claim, ").candidates.map(\.text)
    #expect(fields == ["position", "entity", "cue"])
  }

  @Test func rulesAndTheirColumns() throws {
    try session.shell.run(statements: "rule denials(person) := quote(speaker: person, act: \"deny\")")
    #expect(list("deni").insertion == "denials(")
    #expect(list("denials(").candidates.map(\.text) == ["person"])
  }

  @Test func paths() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "news one.txt")
    try folder.write("", to: "news.jsonl")
    try folder.write("", to: ".hidden")
    #expect(list(".load \(folder.path)/").candidates.count == 2)
    #expect(list(".load \(folder.path)/news.j").insertion == folder.file("news.jsonl"))
    #expect(list(".load \(folder.path)/.h").insertion == folder.file(".hidden"))
  }

  @Test func listingCannotReachTheTerminal() {
    let list = CompletionList(
      replaced: "", candidates: [.init(text: "a\u{1B}[31m"), .init(text: "b\u{202E}", count: 3)])
    #expect(list.listing(width: 10) == "a␛[31m\nb<RLO> (3)")
  }
}
