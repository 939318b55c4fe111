import Articles
import Extraction
import Facts
import Testing

/// A text and the context of its last figure; missing fields are `-`.
private struct ContextCase: CustomTestStringConvertible {
  var text: String
  var place = "-"
  var date = "-"
  var agent = "-"

  var testDescription: String { text }
}

@Suite("Context of figures")
struct FigureContextTests {
  @Test(
    "place, date and agent",
    arguments: [
      ContextCase(
        text: "قتل 7 عمال في انهيار مبنى في مدينة برغن بجنوب النرويج أمس.", place: "برغن", date: "2024-03-19"),
      ContextCase(text: "كوبنهاغن، الدنمارك (CNN) -- غرق 5 صيادين في مدينة آلبورغ.", place: "آلبورغ"),
      ContextCase(
        text: "أعلنت الشرطة النرويجية، الأحد، مقتل 3 متسلقين في برغن.", place: "برغن", date: "2024-03-17"),
      ContextCase(text: "وقال الوزير النرويجي الثلاثاء إن 900 شخص نزحوا من آيسلندا.", place: "آيسلندا"),
      ContextCase(text: "استقبلت النرويج 4 آلاف لاجئ.", place: "النرويج"),
      ContextCase(text: "اعتقل الجيش الدنماركي 5 مهربين.", agent: "الجيش الدنماركي"),
      ContextCase(text: "أوسلو - رويترز: سجنت محكمة نرويجية 11 من أعضاء النادي."),
      ContextCase(
        text: "تعتقل فنلندا 7 صيادين، فيما تحتجز في سجونها 12 مهربا.", place: "فنلندا", agent: "فنلندا"),
      ContextCase(text: "9 صيادين اعتقلوا في النرويج.", place: "النرويج"),
      ContextCase(text: "بلغت ديون آيسلندا 3 مليارات دولار.", place: "آيسلندا", agent: "آيسلندا"),
      ContextCase(text: "بلغ سعر الخبز في أوسلو 5 كرونات.", place: "أوسلو"),
      ContextCase(text: "قتل 6 عمال في أقوى عاصفة منذ عام 2014."),
      ContextCase(text: "منذ عام 2020 غرق 90 صيادا.", date: "2020/2024-03-20"),
    ])
  private func context(_ expected: ContextCase) {
    let article = Article(id: "a", published: "2024-03-20", lang: "ar", text: expected.text)
    let index = Schema.index(of: "figure")!
    let figure = Extractor().facts(of: article).last { $0.relation == index }
    func field(_ name: String) -> String {
      guard let value = figure?[name], value != .missing else { return "-" }
      return value.description
    }
    #expect(field("place") == expected.place)
    #expect(field("date") == expected.date)
    #expect(field("agent") == expected.agent)
  }
}
