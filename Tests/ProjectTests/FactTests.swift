import Articles
import Extraction
import Facts
import Foundation
import Language
import Testing

/// Rules of the fact model, on every article at hand: the sample corpus, and real ones if they lie beside.
@Suite struct FactTests {
  static let corpora: [Corpus] = {
    let real = Checkout.shared.appending(path: "articles/dev.jsonl")
    return [Corpus(name: "sample", articles: Extracted.sample)]
      + ((try? Data(contentsOf: real)).map { [Corpus(name: "dev", articles: Extracted.articles($0))] } ?? [])
  }()

  @Test(arguments: corpora) func articlesYieldFacts(_ corpus: Corpus) {
    #expect(!corpus.articles.isEmpty)
    for relation in ["sentence", "quote"] { #expect(!corpus.extracted.of(relation).isEmpty, "\(relation)") }
  }

  @Test(arguments: corpora) func spansCutTheirText(_ corpus: Corpus) throws {
    let texts = corpus.texts
    for relation in Schema.relations where relation.index(of: "start") != nil {
      for fact in corpus.extracted.of(relation.name) {
        let bytes = try #require(fact.text("article").flatMap { texts[$0] })
        let start = try #require(fact.integer("start")), end = try #require(fact.integer("end"))
        try #require(start >= 0 && start < end && end <= bytes.count, "\(fact.values)")
        let cut = String(validating: bytes[start..<end], as: UTF8.self)
        #expect(cut != nil, "\(fact.values) cuts a character in two")
        if relation.index(of: "text") != nil {
          #expect(fact.text("text").map { Array($0.utf8) } == Array(bytes[start..<end]))
        }
      }
    }
  }

  /// One id belongs to one row, and quotes, figures, events and posts share one space of ids.
  @Test(arguments: corpora) func idsAreUnique(_ corpus: Corpus) {
    for relations in [Schema.claims, ["article"], ["sentence"], ["timex"], ["entity"]] {
      let ids = relations.flatMap { corpus.extracted.of($0) }.compactMap { $0.text("id") }
      #expect(Set(ids).count == ids.count, "\(relations)")
    }
  }

  @Test(arguments: corpora) func referencesResolve(_ corpus: Corpus) {
    var ids: [String: Set<String>] = [:]
    for fact in corpus.extracted.facts { if let id = fact.text("id") { ids[fact.name, default: []].insert(id) } }
    let claims = Schema.claims.reduce(into: Set<String>()) { $0.formUnion(ids[$1] ?? []) }
    let names = Set(corpus.extracted.of("entity").compactMap { $0.text("name") })
    for fact in corpus.extracted.facts {
      for field in Schema.relations[fact.relation].fields {
        guard let value = fact.text(field.name) else { continue }
        switch field.type {
        case .reference(let relation): #expect(ids[relation]?.contains(value) == true, "\(fact.values)")
        case .claim: #expect(claims.contains(value), "\(fact.values)")
        case .entity: #expect(names.contains(value), "\(fact.name).\(field.name) \(value) is no entity")
        case .symbol(let list): #expect(list.contains(value), "\(fact.name).\(field.name) \(value)")
        case .id, .text, .number, .date: break
        }
      }
    }
  }

  @Test(arguments: corpora) func aMissingValueIsMissing(_ corpus: Corpus) {
    for fact in corpus.extracted.facts where fact.name != "article" {
      #expect(!fact.values.contains(.text("")), "\(fact)")
    }
  }

  @Test(arguments: corpora) func nothingIsLeftOutOfEvidence(_ corpus: Corpus) {
    for relation in Schema.claims {
      for fact in corpus.extracted.of(relation) {
        for field in ["id", "article", "sentence", "rule"] { #expect(fact.text(field) != nil, "\(fact.values)") }
      }
    }
  }

  @Test(arguments: corpora) func chainsEndWithTheSpeaker(_ corpus: Corpus) {
    let chains = Dictionary(grouping: corpus.extracted.of("source")) { $0.text("claim") ?? "" }
    for quote in corpus.extracted.of("quote") {
      let links = (chains[quote.text("id") ?? ""] ?? []).sorted { $0.integer("position")! < $1.integer("position")! }
      #expect(links.map { $0.integer("position") } == links.indices.map { $0 + 1 })
      if let last = links.last { #expect(last.text("entity") == quote.text("speaker"), "\(quote.values)") }
    }
  }

  /// Sentences are in order and between them stands nothing but white space.
  @Test(arguments: corpora) func sentencesCoverTheText(_ corpus: Corpus) {
    let byArticle = Dictionary(grouping: corpus.extracted.of("sentence")) { $0.text("article") ?? "" }
    for (article, bytes) in corpus.texts {
      var at = 0
      for sentence in byArticle[article] ?? [] {
        #expect(isBlank(bytes[at..<max(at, sentence.integer("start")!)]) && sentence.integer("start")! >= at)
        at = sentence.integer("end")!
      }
      #expect(isBlank(bytes[at...]), "\(article)")
    }
  }

  @Test(arguments: corpora) func theSameBytesComeOutWhateverTheOrder(_ corpus: Corpus) {
    let again = Extracted(corpus.articles)
    #expect(again.jsonLines == corpus.extracted.jsonLines)
    let backwards = Extracted(corpus.articles.reversed())
    let lines = { (bytes: [UInt8]) in
      bytes.split(separator: UInt8(ascii: "\n")).map(Array.init).sorted { $0.lexicographicallyPrecedes($1) }
    }
    #expect(lines(backwards.jsonLines) == lines(corpus.extracted.jsonLines))
  }

  /// Rules look ahead; wherever a text ends, they must stop there.
  @Test func textsMayEndAnywhere() throws {
    let corpus = try #require(Self.corpora.first)
    let extractor = Extractor()
    for sentence in corpus.extracted.of("sentence") {
      let text = try #require(sentence.text("text"))
      for end in text.indices where text[end] == " " || !text[end].isLetter {
        let facts = extractor.facts(of: Article(id: "a", text: String(text[..<end])))
        #expect(facts.count { $0.name == "article" } == 1)
      }
    }
  }

  private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.generalCategory == .format || $0.value < 0x20
    }
  }

  struct Corpus: Sendable, CustomTestStringConvertible {
    let name: String
    let articles: [Article]
    let extracted: Extracted
    var testDescription: String { name }

    init(name: String, articles: [Article]) {
      self.name = name
      self.articles = articles
      extracted = Extracted(articles)
    }

    var texts: [String: [UInt8]] {
      Dictionary(articles.map { ($0.id, Array($0.text.utf8)) }) { first, _ in first }
    }
  }
}
