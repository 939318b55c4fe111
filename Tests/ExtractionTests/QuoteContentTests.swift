import Testing

@Suite("Content of quotes")
struct QuoteContentTests {
  /// The contents of a text's quotes in order.
  private func contents(_ text: String) -> [String] { quotes(of: text).map { $0[3] } }

  @Test(
    "where indirect content ends",
    arguments: [
      (
        "قال مصدر طبي إن المستشفى استقبل المصابين مشيرا إلى أن حالتهم مستقرة.",
        ["المستشفى استقبل المصابين", "حالتهم مستقرة"]
      ),
      (
        "قال مصدر طبي إن المستشفى استقبل المصابين لكنه لا يملك أدوية كافية.",
        ["المستشفى استقبل المصابين لكنه لا يملك أدوية كافية"]
      ),
      (
        "قال مصدر طبي إن المستشفى مفتوح، لكن مصدرا أمنيا أكد أن الطريق مغلق.",
        ["المستشفى مفتوح", "الطريق مغلق"]
      ),
      (
        "قال مصدر أمني إن الجسر مغلق، الأمر الذي عطل القوافل.",
        ["الجسر مغلق"]
      ),
      (
        "قدر مصدر أمني عدد القوارب بنحو مئة، بينما غادرت السفن الكبيرة الميناء.",
        ["عدد القوارب بنحو مئة"]
      ),
    ])
  func ends(text: String, expected: [String]) { #expect(contents(text) == expected) }

  @Test(
    "noun phrases as content",
    arguments: [
      ("أعلنت وزارة الري أمس الخميس، رفع أسعار المياه في المدن.", ["رفع أسعار المياه في المدن"]),
      ("أكدت مصادر أمنية لصحيفة المرفأ إغلاق المعبر الشرقي.", ["إغلاق المعبر الشرقي"]),
    ])
  func objects(text: String, expected: [String]) { #expect(contents(text) == expected) }

  @Test(
    "a `that` that belongs to another word",
    arguments: [
      "نشر المصور صورة تظهر ما يبدو أنه قارب قديم.",
      "غادر الوفد لا سيما وأن الطريق مغلق.",
      "تم نقل المصابين إلى المستشفى رغم أن الطريق مغلق.",
      "أغلقت البلدية السوق لأنها خافت على الزوار.",
      "وتبين أن الجسر مغلق منذ الفجر.",
    ])
  func foreign(_ text: String) { #expect(contents(text) == []) }

  @Test("a question is content")
  func questions() {
    #expect(contents("تساءلت وزارة الري عما إذا كان السد سليما بعد الزلزال.") == ["إذا كان السد سليما بعد الزلزال"])
  }

  @Test("a mark written to the word before it opens where marks pair up")
  func marks() {
    #expect(
      contents("وأضاف مصدر أمني\" الطريق مفتوح أمام القوافل منذ الفجر\".") == ["الطريق مفتوح أمام القوافل منذ الفجر"])
  }

  @Test("within a report the subject before a verb speaks")
  func nested() {
    let found = quotes(of: "أفادت وزارة الري بأن مصدرا أمنيا أكد أن الطريق مغلق.")
    #expect(found.map { $0[4] } == ["وزارة الري", "وزارة الري > مصدرا أمنيا"])
  }
}
