import Articles
import CSampleArticles
import Extraction
import Facts
import Foundation
import Language
import Output

/// Articles of a JSON Lines file with the facts extracted from them.
struct Extracted {
  let articles: [Article]
  let facts: [Fact]

  init(_ articles: [Article]) {
    let extractor = Extractor()
    self.articles = articles
    facts = articles.flatMap(extractor.facts)
  }

  static let sample: [Article] = {
    var count = 0
    let bytes = isnad_sample_articles(&count)
    return articles(Data(bytes: bytes, count: count))
  }()

  static func articles(_ lines: Data) -> [Article] {
    lines.split(separator: UInt8(ascii: "\n")).enumerated().compactMap { index, line in
      guard let object = try? JSONSerialization.jsonObject(with: line) as? [String: Any],
        let text = object["text"] as? String
      else { return nil }
      return Article(
        id: object["id"] as? String ?? "line\(index + 1)", title: object["title"] as? String,
        outlet: object["outlet"] as? String, published: object["published"] as? String, lang: "ar", text: text)
    }
  }

  func of(_ relation: String) -> [Fact] { facts.filter { Schema.relations[$0.relation].name == relation } }

  /// What `isnad extract` would print.
  var jsonLines: [UInt8] {
    var bytes = Bytes()
    FactWriter().append(facts, to: &bytes)
    return Array(bytes)
  }
}

extension Fact {
  var name: String { Schema.relations[relation].name }

  func text(_ field: String) -> String? {
    if case .text(let text) = self[field] { return text }
    return nil
  }

  func integer(_ field: String) -> Int? {
    if case .number(let number) = self[field] { return Int(exactly: number) }
    return nil
  }
}
