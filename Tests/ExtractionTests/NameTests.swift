import Articles
import Extraction
import Facts
import Testing

private func facts(_ relation: String, of text: String) -> [Fact] {
  Extractor().facts(of: Article(id: "a", lang: "ar", text: text)).filter {
    $0.relation == Schema.index(of: relation)
  }
}

private func mentions(of text: String) -> [String] {
  facts("mention", of: text).map { "\($0["kind"].description) \($0["text"].description)" }
}

@Suite("Names")
struct NameTests {
  @Test(
    "kind and words of the names in a sentence",
    arguments: [
      ("زار وزير الصحة سامر بن جابر الحلواني مدينة صور", ["person سامر بن جابر الحلواني", "place صور"]),
      ("وقال محمد بن عبد الكريم الراوي إن الطقس جميل", ["person محمد بن عبد الكريم الراوي"]),
      ("التقى الرئيس فلوريان بيرندورف سفراء المنطقة", ["person فلوريان بيرندورف"]),
      ("نشرت صحيفة \"صوت الضفاف\" مقالا", ["organization صوت الضفاف"]),
      ("أعلنت وزارة التجارة الدنماركية خفض الرسوم", ["organization وزارة التجارة الدنماركية"]),
      ("أقر المجلس الوطني لحقوق الإنسان خطته", ["organization المجلس الوطني لحقوق الإنسان"]),
      ("وقدّر اتحاد المزارعين الخسائر بمليون دولار", ["organization اتحاد المزارعين"]),
      ("أعلنت نقابة المعلمين الإضراب", ["organization نقابة المعلمين"]),
      ("سافر إلى بلجيكا وهولندا ثم عاد", ["place بلجيكا", "place هولندا"]),
      ("أشاد بالدنمارك وأهلها", ["place الدنمارك"]),
      // A kunya, and the nisba of a country behind the noun of a body.
      ("وصل أبو سامر إلى القاعة", ["person أبو سامر"]),
      ("وصلت الشرطة الدنماركية إلى الملعب", ["organization الشرطة الدنماركية"]),
      // A club that bears an ordinary word or a city's name, behind its players only.
      ("وصل مدرب الأهلي إلى الملعب", ["organization الأهلي"]),
      ("رأى الناس الأهلي من بعيد", []),
      ("سجل مهاجم برشلونة هدفا", ["organization برشلونة"]),
      ("تسكن الأسرة برشلونة", ["place برشلونة"]),
      // A kind of body is the name of none.
      ("اجتمع مجلس الإدارة أمس وفتح مركز الإيواء أبوابه", []),
      // One word: the subject of a verb of saying, behind a personal noun, a nisba, a bare title.
      ("وأضاف زمبليس أن الجسر سيفتح غدا", ["person زمبليس"]),
      ("قبلت اللجنة اقتراح زمبليس أمس", ["person زمبليس"]),
      ("وفاز الدنماركي كورنيليوس زمبليس بالسباق", ["person كورنيليوس زمبليس"]),
      ("وصل الرئيس القباني إلى القاعة", ["person القباني"]),
      ("أثار قرار قانوني جدلا", []),
      ("قال وزير الطاقة، زمبلات القباني، إن العمل بدأ", ["person زمبلات القباني"]),
      // A name ends before a verb, a title with its complement and an ordinary noun.
      ("إن وضاح الحلواني اعتزل اللعب", ["person وضاح الحلواني"]),
      ("استقبل فهد الحلواني أمير البلاد الوفد", ["person فهد الحلواني"]),
      ("فازت نظرية وضاح الحلواني بالجائزة", ["person وضاح الحلواني"]),
      ("وصل أبو نادر سامر بن وضاح الراوي", ["person أبو نادر سامر بن وضاح الراوي"]),
      ("على أن الأمر لا يزال غير واضح حتى الآن", []),
      ("قالت شركة أمريكية إن الشركة تنوعت نشاطاتها", []),
    ] as [(String, [String])])
  func namesOfSentence(text: String, expected: [String]) {
    #expect(mentions(of: text) == expected)
  }

  @Test("a mention's text is the article's bytes without the particles written to the first word")
  func spans() {
    let text = "وقال سامر الحلواني إن القرار يعود لبلجيكا وللحلواني."
    let bytes = Array(text.utf8)
    let found = facts("mention", of: text)
    #expect(!found.isEmpty)
    for mention in found {
      guard case .number(let start) = mention["start"], case .number(let end) = mention["end"] else {
        Issue.record("no span")
        continue
      }
      #expect(String(decoding: bytes[Int(start)..<Int(end)], as: UTF8.self) == mention["text"].description)
    }
    #expect(found.contains { $0["text"].description == "بلجيكا" })
  }

  @Test("a family name alone belongs to the full name, before and behind it")
  func familyNameAlone() {
    let names = facts("entity", of: "الحلواني يستقيل.\nقال الوزير سامر الحلواني إنه متعب. وأضاف الحلواني أنه يغادر.")
    #expect(names.map { $0["name"].description } == ["سامر الحلواني"])
  }

  @Test("a family name that is a nisba too belongs to its owner where it describes nothing")
  func nisbaAlone() {
    let text = "قال سامر الحلبي إن الجسر جاهز. وأضاف الحلبي أن الصابون الحلبي غال."
    #expect(mentions(of: text).filter { $0.contains("person") } == ["person سامر الحلبي", "person الحلبي"])
  }

  @Test("the words of a tag are a form of the name")
  func tag() {
    let names = facts("entity", of: "كتب سامر الحلواني رسالة. ووصل #سامر_الحلواني أمس.")
    #expect(names.map { $0["name"].description } == ["سامر الحلواني"])
  }

  @Test("two names of one country are one entity under the fuller one")
  func aliasesOfCountry() {
    let names = facts("entity", of: "عاد من السعودية. والمملكة العربية السعودية بلد كبير.")
    #expect(names.map { $0["name"].description } == ["المملكة العربية السعودية"])
  }
}
