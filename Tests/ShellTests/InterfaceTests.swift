import Facts
import Output
import QueryEngine
import QueryLanguage
import Testing

@testable import Shell

@Suite struct InterfaceTests {
  /// A new message needs a row in `diagnostics.tsv`, `glossary.tsv` or `interface.tsv`.
  @Test func whateverReadsLikeASentenceIsSaidInArabic() throws {
    let sources =
      try SourceLiterals(below: "Sources/QueryLanguage").all
      + SourceLiterals(below: "Sources/QueryEngine", omitting: ["SQL/", "Explain.swift"]).all
      + SourceLiterals(below: "Sources/Shell").all
    let sentences = sources.filter { $0.pattern.firstMatch(of: Self.sentence) != nil && !Self.isCode($0) }
    #expect(sentences.count > 250)
    let silent = sentences.filter { Interface.arabicTexts[$0.pattern] == nil && !Self.forNobody.contains($0.pattern) }
    #expect(silent.map { "\($0.file): \($0.pattern)" } == [])
  }

  private static var sentence: Regex<Substring> { /[a-z`]{2,} [a-z`{]+/ }

  private static func isCode(_ literal: SourceLiterals.Literal) -> Bool {
    ["example:", "synopsis:", "complete", "query:"].contains(literal.label) || literal.pattern.contains(":= ")
      || literal.pattern.hasPrefix("| ") || literal.pattern.hasPrefix("param ") || literal.pattern.hasPrefix("quote(")
  }

  /// Names of things that no user reads, and words of the query language.
  private static let forNobody: Set = [
    "the caller saw a text", "is missing", "is not missing", "standard error", "the history",
  ]

  @Test func everyChoiceOfAMessageIsNamedInArabic() throws {
    let labels = try ["Sources/QueryLanguage", "Sources/QueryEngine"].flatMap { try SourceLiterals(below: $0).all }
      .filter { $0.label.hasSuffix(".init") || $0.label.hasSuffix("Choices") }.map(\.pattern)
    #expect(labels.contains("stages"))
    #expect(Set(labels).filter { Interface.arabicTexts[$0] == nil } == [])
  }

  @Test func everyPartOfTheLanguageIsDescribedInArabic() {
    let fields = Schema.relations.flatMap { $0.fields.map(\.doc) }
    let texts =
      Schema.relations.map(\.doc) + fields + StageGrammar.all.map(\.doc) + FunctionTable.functions.map(\.doc)
      + OutputFormat.allCases.map(\.doc) + DotCommands.all.map { $0.summary }
    #expect(texts.filter { Interface.arabicTexts[$0] == nil } == [])
  }

  @Test func everyColumnHasAnArabicHeader() {
    let names = Set(Schema.relations.flatMap { $0.fields.map(\.name) })
    #expect(names.filter { Interface.arabic.header($0) == $0 } == [])
  }

  @Test func whatIsWrongIsSaidInArabic() {
    let diagnostic = Diagnostic(
      "unknown-stage", "there is no stage `\("sorrt")`", at: SourceRange(8, 13), suggestions: ["sort", "count"],
      choices: .init("stages", ["sort", "count"]), hint: "a rule can carry a part of it", example: "quote(text) | count"
    )
    #expect(
      Interface.arabic.text(diagnostic, source: "x |\nyy |sorrt") == """
        السطر 2: خطأ: لا مرحلة باسم `sorrt`
          yy |sorrt
              ^^^^^
        أتقصد `sort` أو `count`؟
        المراحل: sort, count
        ملاحظة: يمكن أن تحمل قاعدةٌ جزءًا منها
        مثال: quote(text) | count
        """)
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
    #expect(Interface.arabic.text("of no table \("x")") == "of no table x")
    #expect(Interface.arabic.counted(2, "of no table") == "2 of no table")
    #expect(Interface.english.counted(2, "copy", "copies") == "2 copies")
  }
}
