import Testing

@testable import Articles

@Suite struct MarkupTests {
  private static let first = "قالت بلدية المنارة إن أعمال الصيانة في الجسر القديم تبدأ يوم الأحد المقبل وتستمر أسبوعين."
  private static let second =
    "وأضافت البلدية أن حركة السير ستحول إلى الطريق الساحلي طوال هذه المدة، ودعت السكان إلى الصبر."

  private static func page(head: String = "", body: String? = nil) -> String {
    """
    <!DOCTYPE html>
    <html lang="ar"><head><meta charset="utf-8"><title>عنوان الصفحة</title>\(head)</head>
    <body><nav><ul><li><a href="/">الرئيسية</a></li></ul></nav>
    <div class="story"><h1>صيانة الجسر</h1>
    \(body ?? "<p>\(first)</p>\n<p>وأضافت <b>البلدية</b> أن حركة السير ستحول إلى\n الطريق الساحلي طوال هذه المدة، ودعت السكان إلى الصبر.</p>")
    <script>var x = "لا"</script></div>
    <aside><p>خبر آخر لا صلة له بهذه الصفحة ولا ينبغي أن يظهر في نصها مهما طال الكلام فيه وتكرر.</p></aside>
    <footer><p>جميع الحقوق محفوظة لصحيفة الشاطئ، ولا يجوز النقل عنها بغير إذن مكتوب من إدارتها.</p></footer>
    </body></html>
    """
  }

  @Test func thePageIsReadWithoutItsMenus() throws {
    let article = try Reading(Self.page()).only()
    #expect(article.text == "صيانة الجسر\n\(Self.first)\n\(Self.second)")
    #expect(article.title == "صيانة الجسر")
    #expect(article.published == nil && article.outlet == nil)
  }

  @Test func linkedDataComesFirst() throws {
    let head = """
      <meta property="og:title" content="عنوان آخر"><meta property="og:site_name" content="موقع آخر">
      <meta property="article:published_time" content="2020-01-01">
      <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"لا"},{"@type":"NewsArticle",
      "headline":"صيانة","datePublished":"2024-01-28T10:00:00+03:00","author":[{"name":"سلمى"},{"name":"هادي"}],
      "publisher":{"name":"صحيفة الشاطئ"},"mainEntityOfPage":{"@id":"https://example.org/1"}}]}</script>
      """
    let article = try Reading(Self.page(head: head)).only()
    #expect(article.title == "صيانة" && article.outlet == "صحيفة الشاطئ" && article.author == "سلمى, هادي")
    #expect(article.published == "2024-01-28" && article.url == "https://example.org/1")
  }

  @Test func brokenLinkedDataLeavesOpenGraph() throws {
    let head = """
      <script type="application/ld+json">{"@type":"NewsArticle","headline":</script>
      <meta property="og:title" content="عنوان"><meta property="og:site_name" content="الشاطئ">
      <meta property="article:published_time" content="2024-01-28T23:00:00Z"><meta name="author" content="سلمى">
      <link rel="canonical" href="https://example.org/2">
      """
    let article = try Reading(Self.page(head: head)).only()
    #expect(article.title == "عنوان" && article.outlet == "الشاطئ" && article.author == "سلمى")
    #expect(article.published == "2024-01-28" && article.url == "https://example.org/2")
  }

  @Test func aTeaserGivesWayToTheArticleBody() throws {
    let body = "\(Self.first)\\n\(Self.second)\\n\(Self.first)"
    let head = #"<script type="application/ld+json">{"@type":"Article","articleBody":"\#(body)"}</script>"#
    let article = try Reading(Self.page(head: head, body: "<p>مقدمة قصيرة.</p>")).only()
    #expect(article.text == "\(Self.first)\n\(Self.second)\n\(Self.first)")
  }

  @Test func whiteSpaceCountsOnce() throws {
    let page = "<html><body><p>سطر&nbsp;&nbsp;أول<br>سطر\n <i>ثا</i>نٍ </p><p>&nbsp;</p><p>ثالث</p></body></html>"
    #expect(try Reading(page).only().text == "سطر أول\nسطر ثانٍ\nثالث")
  }

  @Test func invalidBytesDoNotEndAPage() throws {
    let bytes = Array("<html><head><meta charset=\"utf-8\"></head><body><p>قبل ".utf8) + [0xd9, 0x20]
    let reading = try Reading(bytes + Array("بعد</p></body></html>".utf8))
    #expect(reading.texts == ["قبل \u{fffd} بعد"])
    #expect(reading.problems.map(\.cost) == [.altered])
  }

  @Test func nothingInAnInputIsSaid() throws {
    #expect(try Reading("id,text\n").messages == ["in: a table without rows; the first line names columns"])
    #expect(try Reading(Self.record("warcinfo", "", "x")).messages == ["in: an archive without pages of text"])
  }

  @Test func anOldCharsetIsRead() throws {
    // The same word in windows-1256.
    let bytes =
      Array("<html><head><meta charset=\"windows-1256\"></head><body><p>".utf8) + [0xe3, 0xcf, 0xed, 0xe4, 0xc9]
    #expect(try Reading(bytes + Array("</p></body></html>".utf8)).only().text == "مدينة")
  }

  @Test func tablesOfArticles() throws {
    let reading = try Reading(
      "id,Title,text,date,extra\r\n1,عنوان,\"قال: \"\"نعم\"\"، ثم\nمضى\",2024-01-28,\r\n\r\n,,نص,,x\r\n3,قليل\r\n4,ج,د,,"
    )
    #expect(reading.texts == ["قال: \"نعم\"، ثم\nمضى", "نص", "د"])
    #expect(reading.articles.map(\.id) == ["1", "in:4", "4"])
    #expect(reading.articles[0].published == "2024-01-28" && reading.articles[0].title == "عنوان")
    #expect(reading.messages == ["in:6: 2 values under 5 columns; values with commas stand in quotes"])
  }

  @Test(arguments: [";", "\t"])
  func otherSeparators(separator: String) throws {
    let lines = ["outlet\(separator)body", "الشاطئ\(separator)نص، وفاصلة"]
    let article = try Reading(lines.joined(separator: "\n")).only()
    #expect(article.outlet == "الشاطئ" && article.text == "نص، وفاصلة")
  }

  @Test(arguments: 1...30)
  func tablesFromSlowPipes(step: Int) throws {
    let table = "text,id\n\"سطر\r\n\"\"ثانٍ\"\"\",7\nنص,8\n"
    let slow = try Reading(ArticleReader(source: SlowSource(Array(table.utf8), step: step), name: "in"))
    #expect(slow.texts.map { Array($0.utf8) } == [Array("سطر\r\n\"ثانٍ\"".utf8), Array("نص".utf8)])
    #expect(slow.articles.map(\.id) == ["7", "8"])
  }

  @Test func anOpenQuoteInATableIsNamed() throws {
    let reading = try Reading("id,text\n1,نص\n2,\"مفتوح\n3,ضائع\n")
    #expect(reading.texts == ["نص"])
    #expect(reading.messages == ["in:3: a quoted value that doesn't end; the rest of the file is in it"])
  }

  @Test func aCommaInATextMakesNoTable() throws {
    #expect(try Reading("text, نص عادي\nثم سطر").only().text == "text, نص عادي\nثم سطر")
  }

  @Test func rss() throws {
    let reading = try Reading(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>إذاعة الشاطئ</title><language>ar-LB</language>
      <item><title>أول</title><guid>g1</guid><link>https://example.org/1</link>
      <pubDate>Sun, 28 Jan 2024 10:00:00 GMT</pubDate><dc:creator>سلمى</dc:creator>
      <description>مقدمة</description><content:encoded><![CDATA[<p>فقرة &amp; أولى</p><p>فقرة <b>ثانية</b></p>]]></content:encoded></item>
      <item><title>ثانٍ</title><description>&lt;p&gt;نص&lt;/p&gt;</description></item>
      <item><title>بلا نص</title></item>
      </channel></rss>
      """)
    #expect(reading.texts == ["فقرة & أولى\nفقرة ثانية", "نص"])
    #expect(reading.articles.map(\.id) == ["g1", "in:2"])
    let first = try #require(reading.articles.first)
    #expect(first.outlet == "إذاعة الشاطئ" && first.author == "سلمى" && first.lang == "ar-LB")
    #expect(first.published == "2024-01-28" && first.url == "https://example.org/1")
    #expect(reading.messages.count == 1)
  }

  @Test func atom() throws {
    let article = try Reading(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>موقع الشاطئ</title>
      <entry><id>tag:1</id><title>أول</title><link href="https://example.org/1"/><author><name>سلمى</name></author>
      <published>2024-01-28T10:00:00Z</published><content type="html">&lt;p&gt;نص&lt;/p&gt;</content></entry></feed>
      """
    ).only()
    #expect(article.id == "tag:1" && article.text == "نص" && article.outlet == "موقع الشاطئ")
    #expect(article.url == "https://example.org/1" && article.author == "سلمى" && article.published == "2024-01-28")
  }

  @Test func declaredEntitiesAreNotExpanded() throws {
    let reading = try Reading(
      """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "كلمة">]>
      <rss><channel><title>ن</title><item><description>قبل &x; بعد</description></item></channel></rss>
      """)
    #expect(reading.texts.map { $0.filter { $0 != " " } } == ["قبلبعد"])
  }

  @Test(arguments: [false, true])
  func webArchives(isPacked: Bool) throws {
    let records = [
      Self.record("warcinfo", "", "software: x"),
      Self.record(
        "response", "https://example.org/1", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + Self.page()),
      Self.record(
        "response", "https://example.org/2", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>لا</p>"),
      Self.record(
        "response", "https://example.org/3",
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nنص\r\n5\r\n مع\r\n0\r\n\r\n"
      ),
    ]
    let bytes = records.flatMap { isPacked ? Gzip.pack($0) : $0 }
    let reading = try Reading(bytes)
    #expect(reading.articles.map(\.id) == ["https://example.org/1", "https://example.org/3"])
    #expect(reading.articles.first?.text.hasPrefix("صيانة الجسر\n") == true)
    #expect(reading.articles.first?.url == "https://example.org/1")
    if !isPacked {
      let cut = try Reading(Array(bytes.dropLast(30)))
      #expect(cut.articles.count == 1)
      #expect(cut.messages == ["in: the archive ends in the middle of record 4; what came before was read"])
    }
  }

  private static func record(_ type: String, _ address: String, _ block: String) -> [UInt8] {
    Array(
      """
      WARC/1.0\r
      WARC-Type: \(type)\r
      WARC-Target-URI: \(address)\r
      Content-Length: \(block.utf8.count)\r
      \r
      \(block)\r
      \r

      """.utf8)
  }
}
