import Articles
import Extraction
import Facts
import Testing

@Suite("Events")
struct EventTests {
  private func events(of text: String) -> [String] {
    let facts = Extractor(published: Period("2024-05-09")).facts(of: Article(id: "a", lang: "ar", text: text))
    let participants = facts.filter { $0.relation == Schema.index(of: "participant") }
    return facts.filter { $0.relation == Schema.index(of: "event") }.map { event in
      let who = participants.filter { $0["event"] == event["id"] }.map { "\($0["role"]):\($0["entity"])" }
      return ([event["type"].description, event["trigger"].description] + who).joined(separator: " ")
    }
  }

  @Test("parties, mediators and hosts")
  func mutual() {
    #expect(
      events(of: "عقدت قمة في أوسلو بين السويد والنرويج والدنمارك")
        == ["meet قمة party:السويد party:النرويج party:الدنمارك"])
    #expect(
      events(of: "وبوساطة قطرية نرويجية، توصلت السويد وفنلندا إلى هدنة")
        == ["truce هدنة party:السويد party:فنلندا mediator:قطر mediator:النرويج"])
  }

  @Test("no event without anyone in it")
  func nothing() {
    #expect(events(of: "تستمر المفاوضات والاجتماعات") == [])
    #expect(events(of: "قالت وزارة الصحة إن الوضع مستقر") == [])
  }

  @Test(
    "who did it to whom",
    arguments: [
      ("شن سلاح الجو الدنماركي غارات على بلدة مالمو", ["strike غارات agent:الدنمارك patient:مالمو"]),
      ("أصيب خمسة في غارات دنماركية على مالمو", ["strike غارات agent:الدنمارك patient:مالمو"]),
      ("منذ الغزو الدنماركي للسويد تغيرت الحدود", ["attack الغزو agent:الدنمارك patient:السويد"]),
      ("فرضت بلجيكا عقوبات على الدنمارك", ["sanction عقوبات agent:بلجيكا patient:الدنمارك"]),
      ("أقال الملك أحمد الحلواني وزير الطاقة نادر الراوي", ["resign أقال agent:أحمد الحلواني patient:نادر الراوي"]),
      (
        "بعد إقالة الرئيس أحمد الحلواني لوزير الطاقة نادر الراوي",
        ["resign إقالة agent:أحمد الحلواني patient:نادر الراوي"]
      ),
      ("أفرجت السلطات البلجيكية عن أحمد الحلواني", ["release أفرجت patient:أحمد الحلواني"]),
      ("زار وزير الخارجية أحمد الحلواني الدنمارك", ["visit زار agent:أحمد الحلواني host:الدنمارك"]),
      ("قال إن نادر الراوي اعتقلته الشرطة الدنماركية", ["arrest اعتقلته patient:نادر الراوي"]),
      ("وقع تفجير انتحاري بالعاصمة الدنماركية", []),
      ("خطفت مريم الحلواني في مالمو على يد رجال بلباس الشرطة", ["attack خطفت patient:مريم الحلواني"]),
      ("أفرجت الدنمارك عن أموال مجمدة", []),
      ("وقع اغتيال ناشطة دنماركية في مدينة مالمو أمس", ["attack اغتيال"]),
    ] as [(String, [String])])
  func roles(text: String, expected: [String]) {
    #expect(events(of: text) == expected)
  }

  @Test(
    "two sides of a meeting",
    arguments: [
      "اجتمع أحمد الحلواني مع نادر الراوي في أوسلو",
      "أحمد الحلواني التقى نادر الراوي",
      "عقب لقاء الرئيس أحمد الحلواني مع وزير الطاقة نادر الراوي",
      "جرى لقاء بين أحمد الحلواني ونادر الراوي وصفه الحاضرون بالمفيد",
    ])
  func sides(text: String) {
    #expect(
      events(of: text).map { $0.split(separator: " ").dropFirst(2).joined(separator: " ") }
        == ["party:أحمد الحلواني party:نادر الراوي"])
  }

  @Test(
    "no event: negated, feared, called for, forbidden, meant otherwise",
    arguments: [
      "لم تقصف الدنمارك مدينة مالمو",
      "هددت الدنمارك بشن غارات على مالمو",
      "دعت الدنمارك إلى فرض عقوبات على بلجيكا",
      "في حال احتمال قصف الدنمارك لمدينة مالمو",
      "ضربت هزة أرضية مدينة مالمو",
      "تستهدف الدنمارك زيادة صادراتها",
      "تولى أحمد الحلواني ترتيب البيت",
      "غادر أحمد الحلواني القاعة",
      "شن الرئيس أحمد الحلواني هجوما حادا على بلجيكا",
      "أعلنت الشرطة إحباط هجوم على محطة في مدينة مالمو أمس",
    ])
  func unreal(text: String) {
    #expect(events(of: text).allSatisfy { $0.hasPrefix("disaster") || $0.hasPrefix("accident") })
  }

  @Test("a month before the election is not the election's date; what is struck is the place")
  func circumstance() {
    let facts = Extractor(published: Period("2024-05-09")).facts(
      of: Article(id: "a", lang: "ar", text: "وقعت غارات دنماركية على مالمو قبل شهرين من الحفل"))
    let event = facts.first { $0.relation == Schema.index(of: "event") }
    #expect(event?["place"].description == "مالمو")
    #expect(event?["date"] == .missing)
  }
}
