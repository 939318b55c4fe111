import Articles
import Extraction
import Facts
import Testing

private func posts(of text: String) -> [[String]] {
  Extractor().facts(of: Article(id: "a", lang: "ar", text: text)).filter {
    $0.relation == Schema.index(of: "post")
  }.map { [$0["person"].description, $0["title"].description, $0["org"].description] }
}

@Suite("Posts")
struct PostTests {
  @Test(
    "person, title as printed, organization",
    arguments: [
      (
        "وصل الرئيس الدنماركي سامر الحلواني أمس",
        [["سامر الحلواني", "الرئيس الدنماركي", "الدنمارك"]]
      ),
      (
        "قال سامر الحلواني، المتحدث باسم وزارة التجارة، إن الأسعار ثابتة",
        [["سامر الحلواني", "المتحدث باسم وزارة التجارة", "وزارة التجارة"]]
      ),
      (
        "التقى بوزير الطاقة البلجيكي سامر الحلواني",
        [["سامر الحلواني", "وزير الطاقة البلجيكي", "بلجيكا"]]
      ),
      ("تحدث المهندس سامر الحلواني عن الجسر", []),
      ("قال رجل الأعمال البلجيكي سامر الحلواني إنه باع متجره", []),
      ("وقف سامر الحلواني أمام المحكمة", []),
    ] as [(String, [[String]])])
  func postsOfSentence(text: String, expected: [[String]]) {
    #expect(posts(of: text) == expected)
  }

  @Test("a title in the dual goes to each in the singular")
  func dual() {
    #expect(
      posts(of: "وحضر وزيرا الطاقة البلجيكي سامر الحلواني والدنماركي نادر الراوي الحفل").map { $0[1] }
        == ["وزير الطاقة البلجيكي", "وزير الطاقة الدنماركي"])
  }
}
