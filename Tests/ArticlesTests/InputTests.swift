import CZlib
import FoundationEssentials
import Testing

@testable import Articles

@Suite struct InputTests {
  @Test(arguments: [
    ("نص\nوفقرة\n", "نص\nوفقرة\n", nil, nil),
    ("Title: عنوان\nDate: 2024-01-28\n\n نص ", " نص ", "عنوان", "2024-01-28"),
    ("title: عنوان\r\ndate: Sun, 28 Jan 2024 10:00:00 GMT\r\n\r\nنص\r\n", "نص\r\n", "عنوان", "2024-01-28"),
    ("Title: عنوان\nنص بلا سطر فارغ", "نص بلا سطر فارغ", "عنوان", nil),
    ("قال: نعم\nTitle: لا", "قال: نعم\nTitle: لا", nil, nil),
  ])
  func plainTexts(input: String, text: String, title: String?, published: String?) throws {
    let article = try Reading(input).only()
    #expect(Array(article.text.utf8) == Array(text.utf8))
    #expect(article.title == title)
    #expect(article.published == published)
    #expect(article.id == "in" && article.path == "in" && article.lang == "ar")
  }

  @Test func everyHeaderLine() throws {
    let article = try Reading("Outlet: الشاطئ\nAuthor: سلمى\nURL: https://example.org/a\nDate: 2024\n\nنص").only()
    #expect(article.outlet == "الشاطئ" && article.author == "سلمى" && article.url == "https://example.org/a")
    #expect(article.published == "2024")
  }

  @Test func aByteOrderMarkIsNoText() throws {
    let text = "قال: نعم"
    #expect(try Reading([0xef, 0xbb, 0xbf] + Array(text.utf8)).only().text == text)
    #expect(try Reading([0xef, 0xbb, 0xbf] + Array(#"{"text":"نص"}"#.utf8)).only().text == "نص")
    let little = text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
    #expect(try Reading([0xff, 0xfe] + little).only().text == text)
    #expect(try Reading([0xfe, 0xff] + big).only().text == text)
  }

  @Test func invalidBytesInATextAreReplaced() throws {
    let reading = try Reading(Array("قبل ".utf8) + [0xc3, 0x28] + Array(" بعد".utf8))
    #expect(reading.texts == ["قبل \u{fffd}( بعد"])
    #expect(reading.problems.map(\.cost) == [.altered])
  }

  @Test(arguments: ["", " \n\t\n", "Title: عنوان\n"])
  func emptyInputs(input: String) throws {
    let reading = try Reading(input)
    #expect(reading.articles == [] && reading.messages.count == 1)
    #expect(reading.messages[0].hasPrefix("in: an article without text"))
  }

  @Test func picturesAreNoText() throws {
    #expect(try Reading([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]).messages[0].hasPrefix("in: not text"))
    #expect(try Reading("%PDF-1.7 …").messages[0].hasPrefix("in: not text"))
  }

  @Test func anUnknownDateIsNamed() throws {
    let reading = try Reading(#"{"text":"نص","date":"أمس"}"#)
    #expect(reading.articles.map(\.published) == [nil])
    #expect(reading.messages[0].hasPrefix("in:1: the date \"أمس\" isn't understood"))
    #expect(reading.problems[0].cost == .altered)
  }

  @Test func gzipIsUnpacked() throws {
    let lines = (1...3000).map { "{\"id\":\($0),\"text\":\"النص رقم \($0)\"}\n" }.joined()
    let packed = Gzip.pack(Array(lines.utf8))
    #expect(packed.count < lines.utf8.count)
    #expect(try Reading(packed).articles == Reading(lines).articles)
    let both = packed + Gzip.pack(Array(#"{"text":"آخر"}"#.utf8)) + [0, 0, 0]
    let reading = try Reading(both)
    #expect(reading.articles.count == 3001 && reading.problems == [])
    let slow = try Reading(ArticleReader(source: SlowSource(both, step: 7), name: "in"))
    #expect(slow.articles == reading.articles)
  }

  @Test func truncatedGzipKeepsWhatCameBefore() throws {
    let lines = (1...3000).map { "{\"id\":\($0),\"text\":\"النص \($0 * 7919 % 1000) رقم \($0)\"}\n" }.joined()
    let packed = Gzip.pack(Array(lines.utf8))
    let reading = try Reading(Array(packed[..<(packed.count / 2)]))
    #expect((100..<3000).contains(reading.articles.count))
    #expect(reading.messages.last == "in: the gzip data ends too early; what came before was read")
    var damaged = packed
    for i in packed.count / 2..<packed.count / 2 + 50 { damaged[i] ^= 0x5a }
    #expect(try Reading(damaged).messages.last?.hasPrefix("in: the gzip data is damaged") == true)
    #expect(
      try Reading(Array(packed[..<2])).messages == ["in: the gzip data ends too early; what came before was read"])
  }

  @Test func foldersAreReadInTheOrderOfTheirNames() throws {
    let scratch = try Scratch()
    try scratch.write("b/2.txt", "اثنان")
    try scratch.write("b/1.txt", "واحد")
    try scratch.write("c.jsonl", "{\"text\":\"ثلاثة\"}")
    try scratch.write("a.txt", "صفر")
    try scratch.write(".hidden", "مخفي")
    try FileManager.default.createSymbolicLink(atPath: "\(scratch.path)/d", withDestinationPath: scratch.path)
    let reading = try Reading(ArticleReader(paths: ["\(scratch.path)/"]))
    #expect(reading.texts == ["صفر", "واحد", "اثنان", "ثلاثة"])
    #expect(reading.articles[1].id == "\(scratch.path)/b/1.txt")
    #expect(reading.messages == ["\(scratch.path)/d: a link to a folder that it lies in"])
  }

  @Test func whatIsMissingStopsNothing() throws {
    let scratch = try Scratch()
    let file = try scratch.write("a.txt", "نص")
    let reading = try Reading(ArticleReader(paths: ["\(scratch.path)/none", file]))
    #expect(reading.texts == ["نص"])
    #expect(reading.messages == ["\(scratch.path)/none: No such file or directory"])
  }

  @Test func aFailingDeviceIsNamed() throws {
    // A process may not read its own memory at address 0.
    guard FileManager.default.fileExists(atPath: "/proc/self/mem") else { return }
    let reading = try Reading(ArticleReader(paths: ["/proc/self/mem"]))
    #expect(reading.articles == [])
    #expect(reading.messages == ["/proc/self/mem: Input/output error"])
  }

  @Test func anArticleOf65MiBIsSkipped() throws {
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: 65 << 20)
    let before = Array("{\"text\":\"قبل\"}\n{\"text\":\"".utf8)
    let reading = try Reading(before + long + Array("\"}\n{\"text\":\"بعد\"}\n".utf8))
    #expect(reading.texts == ["قبل", "بعد"])
    #expect(reading.messages == ["in:2: an article of more than 64 MiB; split it"])
    #expect(try Reading(long).messages == ["in: an article of more than 64 MiB; split it"])
  }

  @Test func aLongElementOfADocumentIsSkipped() throws {
    let long = String(repeating: "} \\\" ", count: 1 << 20)
    let json = "[{\"text\":\"قبل\"},\n{\"text\":\"\(long)\"},\n{\"text\":\"بعد\"}]"
    let source = SlowSource(Array(json.utf8), step: 1 << 15)
    let reading = try Reading(ArticleReader(source: source, name: "in", limit: 1 << 20))
    #expect(reading.texts == ["قبل", "بعد"])
    #expect(reading.problems.map(\.line) == [2])
  }

  @Test func batchesAreBounded() throws {
    let text = String(repeating: "كلمة ", count: 10_000)
    let lines = (1...40).map { "{\"id\":\($0),\"text\":\"\(text)\"}\n" }.joined()
    let reader = ArticleReader(bytes: Array(lines.utf8), name: "in")
    var sizes: [Int] = []
    while let batch = try reader.next() { sizes.append(batch.size) }
    #expect(sizes.count > 5)
    #expect(sizes.allSatisfy { $0 < 1 << 20 })
  }
}

enum Gzip {
  static func pack(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    var input = bytes
    let count = input.withUnsafeMutableBufferPointer { input in
      packed.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        deflate(&stream, Z_FINISH)
        return output.count - Int(stream.avail_out)
      }
    }
    return Array(packed[..<count])
  }
}
