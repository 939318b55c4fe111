import CSampleArticles
import Testing

@testable import Articles

/// The built-in corpus is an input like any other.
@Suite struct SampleTests {
  @Test func theSamplesAreWhole() throws {
    var count = 0
    let bytes = Array(UnsafeBufferPointer(start: isnad_sample_articles(&count), count: count))
    let reading = try Reading(bytes, name: "sample")
    #expect(reading.problems == [])
    #expect(reading.articles.map(\.id) == (1...18).map { $0 < 10 ? "s0\($0)" : "s\($0)" })
    #expect(reading.articles.allSatisfy { $0.published?.utf8.count == 10 && $0.outlet != nil && $0.title != nil })
    #expect(reading.articles.allSatisfy { $0.url?.hasPrefix("https://example.org/") == true })
    #expect(Set(reading.articles.map(\.outlet)).count >= 5)
  }
}
