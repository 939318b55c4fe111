import Language
import Testing

/// A text that begins with a number, what it is worth and how many of its bytes it takes.
private struct NumberCase: CustomTestStringConvertible {
  var text: String
  var value: Double?
  var span: String

  init(_ text: String, _ value: Double?, _ span: String? = nil) {
    self.text = text
    self.value = value
    self.span = span ?? text
  }

  var testDescription: String { text }
}

@Suite("Number reader")
struct NumberReaderTests {
  @Test(
    "numbers and where they end",
    arguments: [
      NumberCase("26422", 26422),
      NumberCase("٣٫٥", 3.5),
      NumberCase("12,6", 12.6),
      NumberCase("1,200,000", 1_200_000),
      NumberCase("1.200.000", 1_200_000),
      NumberCase("1٬000٬000", 1_000_000),
      NumberCase("10.000", 10000),
      NumberCase("1.264 مليار", 1_264_000_000),
      NumberCase("1,200.50", 1200.5),
      NumberCase("2.3 مليون", 2_300_000),
      NumberCase("16.11.2016", nil),
      NumberCase("26 ألفاً و422", 26422),
      NumberCase("مليونا و940 ألفا و36", 1_940_036),
      NumberCase("9 مليارات و132 مليونا و431 ألف", 9_132_431_000),
      NumberCase("مليار و264 مليون", 1_264_000_000),
      NumberCase("خمسة آلاف", 5000),
      NumberCase("ألفين", 2000),
      NumberCase("ألفي مليار", 2_000_000_000_000),
      NumberCase("مليونا دولار", 2_000_000, "مليونا"),
      NumberCase("مليونًا", 1_000_000),
      NumberCase("مئة وخمسة وعشرين ألفا", 125_000),
      NumberCase("ثلاث مئة وسبعة", 307),
      NumberCase("اثنتي عشرة", 12),
      NumberCase("أحد عشر", 11),
      NumberCase("ثلاثة وثلاثون", 33),
      NumberCase("ثلاثة ملايين ونصف المليون", 3_500_000),
      NumberCase("نصف مليون", 500_000),
      NumberCase("عشرات الآلاف", 10000),
      NumberCase("10 آلاف و15 ألفا", 10000, "10 آلاف"),
      NumberCase("خمسة وعشرة", 5, "خمسة"),
      NumberCase("الـ18", 18),
      NumberCase("نصف", nil),
      NumberCase("أحد", nil),
      NumberCase("الثاني", nil),
    ])
  private func reads(_ expected: NumberCase) {
    let document = Document(text: expected.text, analyzer: Analyzer())
    let reading = NumberReader(document).read(0)
    #expect(reading?.value == expected.value)
    if let reading { #expect(document.text(reading.tokens) == expected.span) }
  }

  @Test("a plural scale without a number is a lower limit")
  func vague() {
    for (text, vague) in [("آلاف", true), ("مئات الملايين", true), ("5 آلاف", false), ("مليون", false)] {
      let document = Document(text: text, analyzer: Analyzer())
      #expect(NumberReader(document).read(0)?.vague == vague)
    }
  }
}

@Suite("Hijri calendar")
struct HijriCalendarTests {
  @Test("months of Umm al-Qura", arguments: [(1445, 9, 19793), (1446, 1, 19911), (1300, 1, -31826), (1431, 6, 14744)])
  func start(year: Int, month: Int, day: Int) {
    #expect(HijriCalendar.start(year: year, month: month) == Int32(day))
    #expect(HijriCalendar.month(ofDay: Int32(day))! == (year, month))
    #expect(HijriCalendar.month(ofDay: Int32(day) - 1).map { $0 == (year, month) } != true)
  }

  @Test("nothing outside the table")
  func outside() {
    #expect(HijriCalendar.start(year: 1299, month: 1) == nil)
    #expect(HijriCalendar.days(year: 1501, month: 1) == nil)
    #expect(HijriCalendar.month(ofDay: -40000) == nil)
  }
}
