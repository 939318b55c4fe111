import Testing

@testable import Output

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("سلام", 4), ("سَلَامٌ", 4), ("ﷺ", 1), ("日本", 4), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("ｱ", 1), ("Ａ", 2), ("😀", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("🇪🇬", 2), ("❤️", 2), ("❤", 1),
    ("a\u{200D}b", 2), ("\u{0600}", 1), ("\u{FEFF}", 0), ("لا", 2), ("∅", 1), ("…", 1), ("क्षि", 2),
  ]) func width(_ text: String, _ width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: [
    ("سلام", 4, "سلام"), ("سلام", 3, "سل…"), ("سَلَامٌ", 3, "سَلَ…"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
    ("abc", 1, "…"), ("👩‍👩‍👧x", 2, "…"), ("👩‍👩‍👧x", 3, "👩‍👩‍👧x"), ("", 1, ""),
  ]) func cut(_ text: String, _ width: Int, _ expected: String) {
    let result = Cut.fit(text, width: width)
    #expect(result.text == expected)
    #expect(result.width == DisplayWidth.of(expected))
    #expect(result.width <= width)
  }
}

@Suite struct SafeTextTests {
  @Test(arguments: [
    ("عادي «نص» – 😀", "عادي «نص» – 😀"),
    ("\u{1B}[31mx", "␛[31mx"), ("a\nb\tc\rd", "a␊b␉c␍d"), ("\u{00}\u{07}\u{7F}", "␀␇␡"),
    ("\u{9B}2J\u{85}", "<U+009B>2J<U+0085>"),
    ("\u{202E}abc\u{202C}", "<RLO>abc<PDF>"), ("\u{200E}\u{200F}\u{061C}", "<LRM><RLM><ALM>"),
    ("\u{2066}\u{2067}\u{2068}\u{2069}", "<LRI><RLI><FSI><PDI>"), ("\u{2028}\u{2029}", "<LS><PS>"),
    ("\u{FEFF}x", "<BOM>x"), ("\u{200D}\u{200C}", "\u{200D}\u{200C}"), ("\u{00AD}é", "\u{00AD}é"),
  ]) func shown(_ text: String, _ expected: String) {
    #expect(SafeText.shown(text) == expected)
  }

  /// Nothing that a terminal obeys comes through, wherever it stands.
  @Test func everyControl() {
    let controls = Array(0..<0x20) + Array(0x7F..<0xA0) + [0x061C, 0x200E, 0x200F] + Array(0x2028...0x202E)
    for value in controls + Array(0x2066...0x2069) {
      let control = Unicode.Scalar(UInt32(value))!
      let shown = SafeText.shown("ب\(control)ت")
      #expect(!shown.unicodeScalars.contains(control))
      #expect(shown.hasPrefix("ب") && shown.hasSuffix("ت") && shown.count >= 3)
    }
  }

  @Test func linesStay() { #expect(SafeText.shownLines("a\n\u{1B}b\n") == "a\n␛b\n") }
}

@Suite struct ParagraphTests {
  @Test(arguments: [
    ("one two three", 9, 0, "one two\nthree"), ("one two three", 40, 0, "one two three"),
    ("one two three four five", 16, 4, "one two three\n    four five"),
    ("  one two three four", 16, 2, "  one two three\n    four"),
    // Too narrow for an indent.
    ("one two three", 7, 4, "one two\nthree"), ("أول ثان ثالث", 8, 0, "أول ثان\nثالث"),
    ("unbreakable word", 5, 0, "unbreakable\nword"),
  ]) func breaksBetweenWords(_ text: String, _ width: Int, _ indent: Int, _ wrapped: String) {
    #expect(Paragraph.wrapped(text, width: width, indent: indent) == wrapped)
  }

  @Test func aPipeHasNoWidth() {
    #expect(Paragraph.wrapped("one two three", width: nil) == "one two three")
  }
}
