import Articles
import Extraction
import Facts
import Testing

/// A sentence and its figures as `value..high bound unit measure: span`.
private struct FigureCase: CustomTestStringConvertible {
  var text: String
  var figures: [String]

  init(_ text: String, _ figures: [String]) {
    self.text = text
    self.figures = figures
  }

  var testDescription: String { text }
}

private func facts(_ relation: String, of text: String, published: String? = "2024-03-20") -> [Fact] {
  let article = Article(id: "a", published: published, lang: "ar", text: text)
  let index = Schema.index(of: relation)!
  return Extractor().facts(of: article).filter { $0.relation == index }
}

private func figures(of text: String) -> [String] {
  facts("figure", of: text).map { fact in
    let high = fact["high"] == .missing ? "" : "..\(fact["high"])"
    let unit = fact["unit"] == .missing ? "-" : fact["unit"].description
    return "\(fact["value"])\(high) \(fact["bound"]) \(unit) \(fact["measure"]): \(fact["text"])"
  }
}

@Suite("Figures")
struct FigureTests {
  @Test(
    "value, bound, unit, measure and span",
    arguments: [
      FigureCase("قتل 7 جنود وأصيب 12 آخرون", ["7 exact جندي killed: 7 جنود", "12 exact - wounded: 12 آخرون"]),
      FigureCase("اعتقلت الشرطة نحو 136 متظاهرا", ["136 about متظاهر participants: نحو 136 متظاهرا"]),
      FigureCase("بلغت التكلفة 1.5 مليار دولار أمريكي", ["1500000000 exact دولار money: 1.5 مليار دولار أمريكي"]),
      FigureCase("دفع $20 للبائع", ["20 exact دولار money: $20"]),
      FigureCase("ارتفعت الأسعار بأكثر من 40%", ["40 over % percent: أكثر من 40%"]),
      FigureCase("تراجع الإنتاج 3,5 في المئة", ["3.5 exact % percent: 3,5 في المئة"]),
      FigureCase("استمرت الرحلة شهرين تقريبا", ["2 about شهر duration: شهرين تقريبا"]),
      FigureCase("أطلقوا صاروخين", ["2 exact صاروخ count: صاروخين"]),
      FigureCase("حضر ما بين 20 إلى 25 طالبا", ["20..25 exact طالب participants: ما بين 20 إلى 25 طالبا"]),
      FigureCase("بين 10 آلاف و15 ألف كتاب", ["10000..15000 exact كتاب count: بين 10 آلاف و15 ألف كتاب"]),
      FigureCase("زار المعرض عشرات الأشخاص", ["10 over شخص participants: عشرات الأشخاص"]),
      FigureCase("مات 23 رجلا على الأقل", ["23 at_least رجل killed: 23 رجلا على الأقل"]),
      FigureCase("دامت الهدنة أقل من عام", ["1 under عام duration: أقل من عام"]),
      FigureCase("لعب موسما كاملا في موسم واحد", ["1 exact موسم count: موسم واحد"]),
      FigureCase("زارت اللجنة الدول الست", ["6 exact دولة count: الدول الست"]),
      FigureCase("خلال الأشهر الـ18 عمل هناك", ["18 exact شهر duration: الأشهر الـ18"]),
      FigureCase("سامي نعيم (35 عاما) مهندس", ["35 exact عام age: 35 عاما"]),
      FigureCase("كان سن الحارس 41 عاما وخمسة أشهر و12 يوما", ["41 exact عام age: 41 عاما"]),
      FigureCase("ينص الفصل (78) من القانون على ذلك", []),
      FigureCase("انتشر وباء كوفيد19 هناك", []),
      FigureCase("تقلصت الرحلة من 12 إلى 10 أيام", ["12 exact - duration: 12", "10 exact يوم duration: 10 أيام"]),
      FigureCase("طردت النرويج 20 دبلوماسيا فنلنديا", ["20 exact دبلوماسي count: 20 دبلوماسيا"]),
      FigureCase(
        "بلغ عدد الجرحى ثمانية في الشرطة واثنان في صفوف المتظاهرين",
        ["8 exact - wounded: ثمانية", "2 exact - wounded: اثنان"]),
      FigureCase("وأثارت مشاهد 30 طفلا حزنا", ["30 exact طفل count: 30 طفلا"]),
      FigureCase("وقع ذلك نحو 4 مرات", ["4 about مرة count: نحو 4 مرات"]),
      FigureCase("أخطأ الحارس مرتين", ["2 exact مرة count: مرتين"]),
      FigureCase("بنوا 350 وحدة سكنية", ["350 exact وحدة count: 350 وحدة"]),
      FigureCase("تقع على بعد 40 كم من هنا", ["40 exact كم distance: 40 كم"]),
      FigureCase("رأى مسؤولان نرويجيان ذلك", ["2 exact مسؤول count: مسؤولان"]),
      FigureCase("زارت الدول السبع والعشرين", ["27 exact دولة count: الدول السبع والعشرين"]),
      FigureCase("توفي المخرج عن 86 عاما", ["86 exact عام age: 86 عاما"]),
      FigureCase("كتب لأطفال دون سن 15 عاما", ["15 under عام age: دون سن 15 عاما"]),
      FigureCase("بنسبة تتراوح بين 30% و35%", ["30..35 exact % percent: تتراوح بين 30% و35%"]),
      FigureCase("تجاوز عدد الكتب 50 ألفا", ["50000 over - count: 50 ألفا"]),
      FigureCase("لا يتعدى سعر التذكرة 9 كرونات", ["9 at_most كرونة money: 9 كرونات"]),
      FigureCase("هبطت الأسهم 5.\u{200F}2 في المائة", ["2.5 exact % percent: 5.\u{200F}2 في المائة"]),
      FigureCase(
        "قتل أربعة بحارة وثلاثة صيادين", ["4 exact بحار killed: أربعة بحارة", "3 exact صياد killed: ثلاثة صيادين"]),
      FigureCase(
        "أربعة بحارة وثلاثة صيادين قتلوا", ["4 exact بحار killed: أربعة بحارة", "3 exact صياد killed: ثلاثة صيادين"]),
      FigureCase("سافر منذ سنتين", ["2 exact سنة duration: سنتين"]),
      FigureCase("غرق 20 مهاجرا", ["20 exact مهاجر killed: 20 مهاجرا"]),
      FigureCase("دفعت العاصفة 300 من السكان للنزوح", ["300 exact ساكن displaced: 300 من السكان"]),
      FigureCase("تدفق آلاف المزارعين إلى الساحة", ["1000 over مزارع participants: آلاف المزارعين"]),
      FigureCase("اشترى المزرعة من 3 إخوة", ["3 exact أخ count: 3 إخوة"]),
    ])
  private func figure(_ expected: FigureCase) {
    #expect(figures(of: expected.text) == expected.figures)
  }

  @Test(
    "no quantities",
    arguments: [
      "وصل الوفد في 20 مايو 2023", "عند الساعة 10:30 مساء", "فاز الفريق 2-1", "حسب المادة 5 من القانون",
      "منذ عام 2011", "الفصل الثاني عشر", "وقع الطرفان الوثيقة", "أحد السكان", "نصف السكان", "طائرة إف-16",
      "خسر ثلاثة أرباع المال", "القراران 17 و19", "دراجة من طراز «كي إف 82»", "انضم إلى حركة طالبان", "بدت كمية كبيرة",
      "فاز الفريق صفر-1", "فاز حزب «خمس نجوم» هناك", "بلغ الفريق الدور الستة عشر",
    ])
  func nothing(_ text: String) {
    #expect(figures(of: text) == [])
  }

  @Test("a running count goes from its start to the day of publication")
  func running() {
    let fact = facts("figure", of: "منذ 5 مارس الجاري قتل 9 صيادين في البحر.").first
    #expect(fact?["date"].description == "2024-03-05/2024-03-20")
  }
}

@Suite("Dates")
struct DateTests {
  private static let cases: [(String, [(String, String)])] = [
    ("التقيا الإثنين 18 مارس/آذار 2024 هناك", [("الإثنين 18 مارس/آذار 2024", "2024-03-18")]),
    ("في 5 يوليو (تموز) الماضي", [("5 يوليو (تموز) الماضي", "2023-07-05")]),
    ("يوم الخميس الماضي", [("يوم الخميس الماضي", "2024-03-14")]),
    ("قالت الأحد", [("الأحد", "2024-03-17")]),
    ("سيلتقيان الأحد", [("الأحد", "2024-03-24")]),
    ("أمس الثلاثاء", [("أمس الثلاثاء", "2024-03-19")]),
    ("قبل يومين", [("قبل يومين", "2024-03-18")]),
    ("قبل عشر سنوات", [("قبل عشر سنوات", "2014")]),
    ("الأسبوع الماضي", [("الأسبوع الماضي", "2024-03-11/2024-03-17")]),
    ("العام المقبل", [("العام المقبل", "2025")]),
    ("في مطلع عام 2009", [("مطلع عام 2009", "2009")]),
    ("نهاية الشهر الجاري", [("نهاية الشهر الجاري", "2024-03")]),
    ("النصف الثاني من 2016", [("النصف الثاني من 2016", "2016-07/2016-12")]),
    ("الربع الأول من العام الجاري", [("الربع الأول من العام الجاري", "2024-01/2024-03")]),
    ("بين يناير ومايو 2020", [("بين يناير ومايو 2020", "2020-01/2020-05")]),
    ("من 3 إلى 5 مايو 2022", [("3 إلى 5 مايو 2022", "2022-05-03/2022-05-05")]),
    ("بين العامين 1990 و2005", [("بين العامين 1990 و2005", "1990/2005")]),
    ("2015-2017", [("2015-2017", "2015/2017")]),
    ("16.11.2016", [("16.11.2016", "2016-11-16")]),
    ("28/1/2024", [("28/1/2024", "2024-01-28")]),
    ("2024-01-28", [("2024-01-28", "2024-01-28")]),
    ("بتاريخ 24-7-1431", [("24-7-1431", "2010-07-06")]),
    ("الـ24 من يوليو عام 2015", [("الـ24 من يوليو عام 2015", "2015-07-24")]),
    ("السادس من أبريل", [("السادس من أبريل", "2024-04-06")]),
    ("في أكتوبر", [("أكتوبر", "2023-10")]),
    ("في الربع الأخير من العام الجاري", [("الربع الأخير من العام الجاري", "2024-10/2024-12")]),
    ("في القرن التاسع عشر", [("القرن التاسع عشر", "1801/1900")]),
    ("لعب الموسم الماضي هناك", [("الموسم الماضي", "2022/2023")]),
    ("في عامي 2010 و2012", [("عامي 2010", "2010"), ("2012", "2012")]),
    ("سامي نعيم (مواليد أوسلو، 1974) مهندس", [("1974", "1974")]),
    (
      "من 20 أغسطس 2023 وحتى 31 من الشهر نفسه",
      [("20 أغسطس 2023", "2023-08-20"), ("31 من الشهر نفسه", "2023-08-31")]
    ),
    ("في 20 أغسطس 2023 وصل، وفي اليوم التالي سافر", [("20 أغسطس 2023", "2023-08-20"), ("اليوم التالي", "2023-08-21")]),
    ("كان من المقرر أن ينتهي الاثنين", [("الاثنين", "2024-03-18")]),
    ("رجل في الثلاثينيات", []),
    ("بعد عقد اجتماع هناك", []),
    ("عند باب موسى", []),
    ("خلال السنة الأخيرة", []),
    ("خلال التسعينيات", [("التسعينيات", "1990/1999")]),
    ("السنوات الأخيرة", []),
    ("الآن وقريبا", []),
    ("منذ ثلاث سنوات", []),
    ("صلاة الجمعة", []),
    ("اشترى 2000 كتاب", []),
  ]

  @Test("spans and values", arguments: cases.indices)
  func dates(_ i: Int) {
    let (text, expected) = Self.cases[i]
    let found = facts("timex", of: text).map { ($0["text"].description, $0["value"].description) }
    #expect(found.map(\.0) == expected.map(\.0))
    #expect(found.map(\.1) == expected.map(\.1))
  }

  @Test("without a day of publication the first full date stands for it")
  func anchor() {
    let found = facts("timex", of: "في 10 مايو 2021 قال ذلك، ثم سافر أمس.", published: nil)
    #expect(found.map { $0["value"].description } == ["2021-05-10", "2021-05-09"])
    #expect(facts("timex", of: "سافر أمس.", published: nil).map { $0["value"] } == [.missing])
  }
}
