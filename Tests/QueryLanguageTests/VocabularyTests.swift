import Facts
import Testing

@testable import QueryLanguage

@Suite struct VocabularyTests {
  @Test func everyRelationFieldStageAndKeywordHasAnArabicName() {
    for relation in Schema.relations {
      #expect(Vocabulary.arabic(relation.name, .relation) != nil, "\(relation.name)")
      for field in relation.fields { #expect(Vocabulary.arabic(field.name, .field) != nil, "\(field.name)") }
    }
    for stage in StageGrammar.all { #expect(Vocabulary.arabic(stage.name, .stage) != nil, "\(stage.name)") }
    for keyword in Keyword.allCases { #expect(Vocabulary.arabic(keyword.rawValue, .keyword) != nil, "\(keyword)") }
    for type in Parameter.ValueType.allCases { #expect(Vocabulary.arabic(type.rawValue, .type) != nil) }
    for kind in Stage.ChartKind.allCases { #expect(Vocabulary.arabic(kind.rawValue, .option) != nil) }
    for word in ["by", "missing", "distinct", "rule", "param", "include"] {
      #expect(Vocabulary.arabic(word, .keyword) != nil, "\(word)")
    }
  }

  @Test func aWordOfTheTableNamesOneThingOfAKind() {
    for entry in Vocabulary.entries { #expect(Vocabulary.english(entry.arabic, entry.kind) == entry.english) }
  }

  @Test func everyRelationAndFieldOfTheTableExists() {
    let fields = Set(Schema.relations.flatMap { $0.fields.map(\.name) })
    for entry in Vocabulary.entries {
      if entry.kind == .relation { #expect(Schema.index(of: entry.english) != nil, "\(entry.english)") }
      if entry.kind == .field { #expect(fields.contains(entry.english), "\(entry.english)") }
    }
  }

  @Test(arguments: [
    ("متحدث", "speaker"), ("المتحدث", "speaker"), ("المُتحدِّث", "speaker"), ("اعلى", "high"), ("الجملة", "sentence"),
    ("الجمله", "sentence"),
  ]) func spellings(_ arabic: String, _ english: String) {
    #expect(Vocabulary.english(arabic, .field) == english)
  }

  @Test(arguments: [
    ("sorrt", ["sort"]), ("gruop", ["group"]), ("Sort", ["sort"]), ("limti", ["limit"]), ("zzz", []), ("q", []),
  ]) func nearNames(_ word: String, _ expected: [String]) {
    #expect(NearNames.nearest(to: word, among: StageGrammar.all.map(\.name)) == expected)
  }

  @Test func slipsCountASwapOnce() {
    #expect(NearNames.slips(Array("abcd".unicodeScalars), Array("abdc".unicodeScalars)) == 1)
    #expect(NearNames.slips(Array("abc".unicodeScalars), Array("".unicodeScalars)) == 3)
    #expect(NearNames.slips(Array("kitten".unicodeScalars), Array("sitting".unicodeScalars)) == 3)
  }

  @Test func everyExampleParses() throws {
    for stage in StageGrammar.all { _ = try Parser(stage.query).parse() }
    for relation in Schema.relations { _ = try Parser(relation.example).parse() }
  }
}
