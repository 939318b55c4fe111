import Articles
import Extraction
import Facts
import Testing

/// One sentence or short article and the quotes it must yield.
private struct QuoteCase: CustomTestStringConvertible {
  var text: String
  var outlet: String?
  /// speaker, form, cue, content, and the chain with `>` between its links.
  var quotes: [[String]]

  init(_ text: String, outlet: String? = nil, _ quotes: [[String]]) {
    self.text = text
    self.outlet = outlet
    self.quotes = quotes
  }

  var testDescription: String { text }
}

private func quotes(of text: String, outlet: String? = nil) -> [[String]] {
  let article = Article(id: "a", outlet: outlet, lang: "ar", text: text)
  let facts = Extractor().facts(of: article)
  var chains: [String: [String]] = [:]
  for fact in facts where fact.relation == Schema.index(of: "source") {
    chains[fact["claim"].description, default: []].append(fact["entity"].description)
  }
  return facts.filter { $0.relation == Schema.index(of: "quote") }.map { fact in
    [
      fact["speaker"].description, fact["form"].description, fact["cue"].description, fact["text"].description,
      chains[fact["id"].description, default: []].joined(separator: " > "),
    ]
  }
}

@Suite("Quotes")
struct QuoteTests {
  @Test(
    "speaker, form, cue, content and chain",
    arguments: [
      QuoteCase(
        "قال مصدر أمني إن \"الطريق مفتوح أمام القوافل\".",
        [["مصدر أمني", "direct", "قال", "الطريق مفتوح أمام القوافل", "مصدر أمني"]]),
      QuoteCase(
        "وقال مصدر طبي إن المستشفى استقبل المصابين، مضيفا أن حالتهم مستقرة.",
        [
          ["مصدر طبي", "indirect", "قال", "المستشفى استقبل المصابين", "مصدر طبي"],
          ["مصدر طبي", "indirect", "مضيفا", "حالتهم مستقرة", "مصدر طبي"],
        ]),
      QuoteCase(
        "نقلت وكالة رويترز عن مسؤولين مطلعين قولهم إن المحادثات ستستأنف الأسبوع المقبل.",
        [
          [
            "مسؤولين مطلعين", "indirect", "نقلت", "المحادثات ستستأنف الأسبوع المقبل", "وكالة رويترز > مسؤولين مطلعين",
          ]
        ]),
      QuoteCase(
        "استؤنفت الرحلات صباح اليوم من المطار القديم، بحسب مصادر ملاحية.",
        [
          [
            "مصادر ملاحية", "indirect", "بحسب", "استؤنفت الرحلات صباح اليوم من المطار القديم", "مصادر ملاحية",
          ]
        ]),
      QuoteCase(
        "قال مصدر أمني إن الجسر أغلق. وأضاف المصدر أن الإصلاح يستغرق وقتا.",
        [
          ["مصدر أمني", "indirect", "قال", "الجسر أغلق", "مصدر أمني"],
          ["مصدر أمني", "indirect", "أضاف", "الإصلاح يستغرق وقتا", "مصدر أمني"],
        ]),
      QuoteCase(
        "قال شاهد عيان: «رأيت السفينة تغادر». وتابع: «لم يكن على متنها أحد».",
        [
          ["شاهد عيان", "direct", "قال", "رأيت السفينة تغادر", "شاهد عيان"],
          ["شاهد عيان", "direct", "تابع", "لم يكن على متنها أحد", "شاهد عيان"],
        ]),
      QuoteCase(
        "قال دبلوماسي غربي لرويترز إن الوفد وصل.",
        [["دبلوماسي غربي", "indirect", "قال", "الوفد وصل", "رويترز > دبلوماسي غربي"]]),
      QuoteCase(
        "قال دبلوماسي غربي لرويترز إن الوفد وصل.", outlet: "Reuters",
        [["دبلوماسي غربي", "indirect", "قال", "الوفد وصل", "دبلوماسي غربي"]]),
    ])
  fileprivate func table(_ test: QuoteCase) {
    #expect(quotes(of: test.text, outlet: test.outlet) == test.quotes)
  }

  @Test(
    "what is no quote",
    arguments: [
      "لم يقل المسؤول إن الطريق مفتوح.",
      "رفض المتحدث التعليق.",
      "وصلت سفينة \"النورس\" إلى الميناء.",
      "يذكر أن الميناء أغلق مرتين هذا العام.",
      "من المقرر أن يعلن الوزير أن المعبر سيفتح.",
    ])
  func nothing(_ text: String) {
    #expect(quotes(of: text) == [])
  }
}
