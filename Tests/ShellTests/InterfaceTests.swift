import Facts
import Testing

@testable import Shell

@Suite struct InterfaceTests {
  @Test func everyCommandIsSummedUpInArabic() {
    #expect(DotCommands.all.map { $0.summary }.filter { Interface.arabicTexts[$0] == nil } == [])
  }

  @Test func everyRelationIsDescribedInArabic() {
    #expect(Schema.relations.map(\.doc).filter { Interface.arabicTexts[$0] == nil } == [])
  }

  @Test func asManyValuesAsInEnglish() {
    for (english, arabic) in Interface.arabicTexts {
      #expect(
        english.split(separator: "{}", omittingEmptySubsequences: false).count
          == arabic.split(separator: "{}", omittingEmptySubsequences: false).count, "\(english)")
    }
  }

  @Test(arguments: [
    (0, "0 صف"), (1, "1 صف"), (2, "صفان"), (102, "102 صف"), (3, "3 صفوف"), (10, "10 صفوف"), (11, "11 صفًا"),
    (99, "99 صفًا"),
    (100, "100 صف"), (103, "103 صفوف"), (112, "112 صفًا"),
  ]) func nounsFollowTheirNumbers(_ count: Int, _ text: String) {
    #expect(Interface.arabic.counted(count, "row") == text)
  }

  @Test func whatIsInNoTableStaysEnglish() {
    #expect(Interface.arabic.text("of no table {}", "x") == "of no table x")
    #expect(Interface.arabic.counted(2, "of no table") == "2 of no table")
    #expect(Interface.english.counted(2, "copy", "copies") == "2 copies")
  }
}
