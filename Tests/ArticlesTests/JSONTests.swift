import Testing

@testable import Articles

@Suite struct JSONTests {
  @Test func everyFieldIsRead() throws {
    let article = try Reading(
      #"{"id":"a1","title":"عنوان","text":"نص","published":"2024-01-28","outlet":"صحيفة الشاطئ","url":"https://example.org/1","author":"سلمى الوادي","lang":"ar"}"#
    ).only()
    #expect(
      article
        == Article(
          id: "a1", title: "عنوان", outlet: "صحيفة الشاطئ", author: "سلمى الوادي", published: "2024-01-28", lang: "ar",
          url: "https://example.org/1", path: "in", text: "نص"))
  }

  @Test(arguments: [
    (#"{"body":"نص"}"#, "in:1", "نص"),
    (#"{"content":"نص","id":7}"#, "7", "نص"),
    (#"{"content":"ثانٍ","body":"أول","text":null}"#, "in:1", "أول"),
    (#"{"text":"","content":"نص","id":"","title":null}"#, "in:1", "نص"),
    (#"{"id":12345678901234567890,"text":" نص "}"#, "12345678901234567890", " نص "),
    (#"  {"other":{"deep":[1,{"text":"لا"}]},"text":"نعم"}  "#, "in:1", "نعم"),
    (#"{"text":"a\"b\\c\/d\n\t\r\b\f"}"#, "in:1", "a\"b\\c/d\n\t\r\u{8}\u{c}"),
    (#"{"text":"\u0645\u062f\u064a\u0646\u0629 \ud83c\udf19"}"#, "in:1", "مدينة 🌙"),
    (#"{"\u0074ext":"نص"}"#, "in:1", "نص"),
    (#"{"text":"\\\\\""}"#, "in:1", "\\\\\""),
  ])
  func objects(json: String, id: String, text: String) throws {
    let article = try Reading(json).only()
    #expect(article.id == id)
    #expect(article.text == text)
    #expect(article.title == nil)
  }

  @Test func objectsAndArraysAsValuesGiveTheirNames() throws {
    let article = try Reading(
      #"{"text":"نص","author":["سلمى",{"name":"هادي"}],"source":{"id":3,"name":"الشاطئ"}}"#
    ).only()
    #expect(article.author == "سلمى, هادي")
    #expect(article.outlet == "الشاطئ")
  }

  @Test func aBrokenLineCostsOnlyItself() throws {
    let reading = try Reading(
      """
      {"text":"أول"}
      {"text":"مكسور

      {"text" "لا"}
      {"title":"بلا نص"}
      نص عادي
      {"text":"آخر"} {"text":"زائد"}
      {"text":"ثانٍ"}
      """)
    #expect(reading.texts == ["أول", "ثانٍ"])
    #expect(reading.articles.map(\.id) == ["in:1", "in:8"])
    #expect(reading.problems.map(\.line) == [2, 4, 5, 6, 7])
    #expect(reading.messages[0].hasPrefix("in:2: a string that doesn't end (column 9)"))
    #expect(reading.messages[1].hasPrefix("in:4: no : behind a name (column 9)"))
    #expect(reading.messages[2].hasPrefix("in:5: an article without text"))
    #expect(reading.messages[3].hasPrefix("in:6: no JSON object (column 1)"))
    #expect(reading.messages[4].hasPrefix("in:7: something follows the object (column 16)"))
  }

  @Test func aBrokenFirstLineDoesNotHideTheOthers() throws {
    let reading = try Reading("{\"text\":\"مكسور\n{\"text\":\"سليم\"}\n{\"text\":\"سليم ثانٍ\"}\n")
    #expect(reading.texts == ["سليم", "سليم ثانٍ"])
    #expect(reading.problems.map(\.line) == [1])
  }

  @Test(arguments: [
    #"[{"text":"أ"},{"text":"ب } ]"}]"#,
    "[\n  {\n    \"text\": \"أ\"\n  },\n  {\n    \"text\": \"ب } ]\"\n  }\n]\n",
    "{\n  \"text\": \"أ\"\n}\n{\n  \"text\": \"ب } ]\"\n}\n",
  ])
  func documents(json: String) throws {
    let reading = try Reading(json)
    #expect(reading.texts == ["أ", "ب } ]"])
    #expect(reading.articles.map(\.id) == ["in:1", "in:2"])
    #expect(reading.problems == [])
  }

  @Test func aBrokenElementIsNamedByLineAndColumn() throws {
    let reading = try Reading("[\n{\"text\": \"أ\"},\n{\n  \"text\": tru\n},\n7,\n{\"text\": \"ج\"}\n]")
    #expect(reading.texts == ["أ", "ج"])
    #expect(reading.problems.map(\.line) == [4, 5])
    #expect(reading.messages[0].hasPrefix("in:4: no value of JSON here (column 11)"))
  }

  @Test func aDocumentThatEndsEarlyKeepsWhatCameBefore() throws {
    let reading = try Reading("[{\"text\":\"أ\"},\n{\"text\":\"ب")
    #expect(reading.texts == ["أ"])
    #expect(reading.messages.count == 1)
    #expect(reading.messages[0].hasPrefix("in:2: the JSON ends in the middle of an object"))
  }

  @Test func depthIsLimited() throws {
    let deep = String(repeating: "[", count: 100_000)
    let reading = try Reading("{\"x\":\(deep)\n{\"author\":\(deep)\n{\"text\":\"نص\"}")
    #expect(reading.texts == ["نص"])
    #expect(reading.messages.allSatisfy { $0.contains("deeper than 200 levels") } && reading.messages.count == 2)
  }

  @Test(arguments: [#"{"text":"\ud83c نص"}"#, #"{"text":"\udf19 نص"}"#])
  func halfAPairIsReplaced(json: String) throws {
    let reading = try Reading(json)
    #expect(reading.texts == ["\u{fffd} نص"])
    #expect(reading.problems.map(\.cost) == [.altered])
  }

  @Test func invalidBytesAreReplacedAndNamed() throws {
    let reading = try Reading(
      Array(#"{"text":"قبل"#.utf8) + [0xd9, 0xff] + Array("بعد\"}\n{\"text\":\"سليم\"}".utf8))
    #expect(reading.texts == ["قبل\u{fffd}\u{fffd}بعد", "سليم"])
    #expect(reading.problems.map(\.line) == [1])
    #expect(reading.problems.map(\.cost) == [.altered])
  }

  @Test(arguments: 1...40)
  func theSizeOfTheReadsChangesNothing(step: Int) throws {
    let json = "{\"text\":\"هذا \\\"نص\\\" \\u0645\"}\n{\"id\":2,\"text\":\"ثانٍ\"}\r\n\n{\"text\":\"ثالث\"}"
    let whole = try Reading(json)
    let source = SlowSource(Array(json.utf8), step: step)
    let slow = try Reading(ArticleReader(source: source, name: "in"))
    #expect(slow.articles == whole.articles && whole.articles.count == 3)
    #expect(slow.articles.map(\.id) == ["in:1", "2", "in:4"])
  }

  @Test func aTextInBracesIsAText() throws {
    #expect(try Reading("{كذا} ثم [كذا]").only().text == "{كذا} ثم [كذا]")
    #expect(try Reading("[صورة] قال").only().text == "[صورة] قال")
  }

  /// As `extract` writes them, and as another program would.
  @Test(arguments: [":", ": "]) func extractedFactsAreTold(colon: String) throws {
    let facts = ["quote", "post"].map { "{\"relation\"\(colon)\"\($0)\", \"id\"\(colon)\"a1/1\"}\n" }.joined()
    let refused = try Reading(facts)
    #expect(refused.articles == [] && refused.messages.first?.hasPrefix("in: facts, not articles") == true)
    let accepted = try Reading(
      ArticleReader(source: MemorySource(Array(facts.utf8)), name: "in", acceptsFacts: true))
    #expect(accepted.facts.flatMap(\.bytes) == Array(facts.utf8))
    #expect(accepted.facts.first?.firstLine == 1)
  }
}
