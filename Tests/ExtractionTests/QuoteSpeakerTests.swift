import Testing

@Suite("Speakers of quotes")
struct QuoteSpeakerTests {
  /// The speakers of a text's quotes in order.
  private func speakers(_ text: String) -> [String] { quotes(of: text).map { $0[0] } }

  @Test(
    "a noun phrase behind the verb that is its object",
    arguments: [
      ("قالت وزارة الري إن السد سليم. واتهمت المقاولين بإخفاء تقارير الصيانة.", ["وزارة الري", "وزارة الري"]),
      (
        "أعلن متظاهرون أنهم سيعتصمون أمام البلدية. وطالبوا الحكومة بتحسين أجور العمال في الميناء.",
        ["متظاهرون", "متظاهرون"]
      ),
      ("حثت وزارة الصحة المواطنين على غسل الأيدي مرات كثيرة.", ["وزارة الصحة"]),
      ("طالبت منظمة الصيادين بتعويض أصحاب القوارب المحترقة.", ["منظمة الصيادين"]),
    ])
  func objects(text: String, expected: [String]) { #expect(speakers(text) == expected) }

  @Test(
    "whom a relative clause tells of",
    arguments: [
      ("وصل المدير رامي الحلبي، الذي قال إن المصنع سيفتح غدا.", ["رامي الحلبي"]),
      ("استقبلت المدينة وزارة الري التي أكدت أن السد سليم.", ["وزارة الري"]),
    ])
  func antecedents(text: String, expected: [String]) { #expect(speakers(text) == expected) }

  @Test(
    "nobody speaks",
    arguments: [
      "أظهرت أرقام جديدة أن عدد السكان ارتفع في كل الأحياء.",
      "وفق القانون الجديد، يدفع التاجر رسما عن كل صندوق.",
      "أظهر استطلاع للرأي أن نصف السكان يؤيدون الجسر الجديد.",
      "بنى النجار الكرسي طبقا من الخشب فوق طبق.",
      "أُعلن أن الجسر مغلق.",
    ])
  func nobody(_ text: String) { #expect(speakers(text) == []) }

  @Test(
    "according to, with the preposition written to the source",
    arguments: [
      ("وفقا للشرطة، أغلق الجسر القديم أمام الشاحنات.", "أغلق الجسر القديم أمام الشاحنات"),
      ("أغلق الجسر القديم أمام الشاحنات، طبقا لمصدر أمني.", "أغلق الجسر القديم أمام الشاحنات"),
      ("وبحسب مصدر أمني في العاصمة، فقد أغلق الجسر القديم.", "أغلق الجسر القديم"),
    ])
  func lam(text: String, content: String) { #expect(quotes(of: text).map { $0[3] } == [content]) }

  @Test("a verb of the first person inside a quotation is no cue")
  func firstPerson() {
    let found = quotes(of: "وقال شاهد عيان: \"أعتقد أن السفينة غادرت قبل الفجر\".")
    #expect(found.map { $0[0] } == ["شاهد عيان"])
  }

  @Test("a later named outlet is the one that its common noun points back to")
  func laterOutlet() {
    let text = "قال مصدر أمني إن الجسر أغلق. وقالت وزارة الري إن السد سليم. وأضافت الوزارة أن العمل مستمر."
    #expect(speakers(text) == ["مصدر أمني", "وزارة الري", "وزارة الري"])
  }

  @Test("an outlet addressed is not the speaker")
  func addressed() {
    let found = quotes(of: "أشار مصدر أمني في تصريحات لصحيفة «المرفأ» إلى أن الجسر أغلق.")
    #expect(found.map { $0[0] } == ["مصدر أمني"])
  }

  @Test("a source that another is quoted by relays")
  func relays() {
    let found = quotes(of: "وبحسب وكالة رويترز، قال مصدر أمني إن الجسر أغلق.")
    #expect(found.map { $0[4] } == ["وكالة رويترز > مصدر أمني"])
  }
}
