import Articles
import Extraction
import Facts
import Testing

private func facts(_ relation: String, of text: String) -> [Fact] {
  Extractor().facts(of: Article(id: "a", lang: "ar", text: text)).filter {
    $0.relation == Schema.index(of: relation)
  }
}

/// Who speaks in the text, quote by quote.
private func speakers(of text: String) -> [String] {
  facts("quote", of: text).map { $0["speaker"].description }
}

/// The chains of the text's quotes, with `>` between the links.
private func chains(of text: String) -> [String] {
  let sources = facts("source", of: text)
  return facts("quote", of: text).map { quote in
    sources.filter { $0["claim"].description == quote["id"].description }.map { $0["entity"].description }
      .joined(separator: " > ")
  }
}

@Suite("Speakers")
struct SpeakerTests {
  @Test(
    "persons whom no table knows, named where only a speaker's name can stand",
    arguments: [
      ("قال أمين عام اتحاد الموانئ (البحري) أوسكيلد فوج رانستورم إن الأرصفة جاهزة.", "أوسكيلد فوج رانستورم"),
      ("وأعلن الناطق باسم وزارة الزراعة أشرف القلادة أن الموسم بدأ.", "أشرف القلادة"),
      ("وقالت المتحدثة باسم الهيئة، سوتامبو نوغراهي، إن الطريق سالكة.", "سوتامبو نوغراهي"),
      ("وقال دورانشي مدير النشاط البحري للنادي إن السباق تأجل.", "دورانشي"),
      ("وقال صديق العائلة ووكيل أعمالها فيلمار أسكبلوند \"الحفل ألغي ولن يعود\".", "فيلمار أسكبلوند"),
    ])
  func unknownNames(text: String, name: String) {
    #expect(speakers(of: text) == [name])
    #expect(facts("entity", of: text).contains { $0["name"].description == name && $0["kind"].description == "person" })
  }

  @Test(
    "adverbs, clauses and further nouns are no names",
    arguments: [
      "وقال المدير مستغربا إن الباب مغلق.", "وقال المدير بإيجاز إن الباب مغلق.", "وقال ناشطون محليون إن الباب مغلق.",
    ])
  func noNames(text: String) {
    #expect(!facts("entity", of: text).contains { $0["kind"].description == "person" })
  }

  @Test("a family name alone is the full name's, in other spellings too")
  func familyNames() {
    let text = """
      قال مدير الميناء أوسكيلد رانستورم إن السفينة وصلت.
      وأكد رانستورم أن الحمولة سليمة.
      وكان رانستوريم قد حذر من أن العاصفة تقترب.
      """
    #expect(speakers(of: text) == Array(repeating: "أوسكيلد رانستورم", count: 3))
  }

  @Test("a verb that opens its sentence is no given name")
  func verbBeforeName() {
    let text = """
      قالت دانفيلز إن المبلغ دفع.
      ورفعت دانفيلز دعوى أمام المحكمة.
      """
    #expect(!facts("entity", of: text).contains { $0["name"].description.contains("رفعت") })
  }

  @Test("what verbs tell of a speaker's gender decides who goes on")
  func gender() {
    let text = """
      قالت سوتامبو نوغراهي إن الطريق سالكة.
      وقال المهندس سامر الحلواني إن الجسر مغلق.
      وأضافت أن الثلوج ذابت.
      """
    #expect(speakers(of: text).last == "سوتامبو نوغراهي")
  }

  @Test(
    "who relays a quote, named behind it",
    arguments: [
      (
        "وقالت وزارة الصحة إن \"اللقاح وصل إلى المستشفيات\"، وفقا لما نقلته وكالة رويترز.",
        ["وكالة رويترز > وزارة الصحة"]
      ),
      (
        "وأوضح سامر الحلواني أن \"الجسر سيفتح غدا\"، بحسب ما نقلت عنه وكالة رويترز. وأضاف أن الطريق آمن.",
        ["وكالة رويترز > سامر الحلواني", "وكالة رويترز > سامر الحلواني"]
      ),
    ])
  func relays(text: String, expected: [String]) {
    #expect(chains(of: text) == expected)
  }

  @Test(
    "occasions, their adjectives and outlets spoken to are no speakers",
    arguments: [
      ("قال سامر الحلواني إن الميناء مغلق. وأضاف في إفادة صحافية يومية أن العمل مستمر.", "سامر الحلواني"),
      (
        "قال سامر الحلواني إن الميناء مغلق. وقال في منشور على صفحته بموقع \"المرسى\": \"سنعود قريبا إلى العمل\".",
        "سامر الحلواني"
      ),
      (
        "نائب البرلمان، سامر الحلواني، المنتمي لحزب البحر أشار في تصريحات لوكالة رويترز إلى أن الوفد وصل.",
        "سامر الحلواني"
      ),
    ])
  func occasions(text: String, speaker: String) {
    #expect(speakers(of: text).last == speaker)
  }
}
