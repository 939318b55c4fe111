import Language

/// Collects the facts of articles, in any order, and builds a store of them.
package struct FactStoreBuilder {
  var tables = Schema.relations.map(RawTable.init)
  var strings = StringArena()
  var articles: [LoadedArticle] = []
  var problems: [FactProblem] = []

  /// Where the facts of one article stand in the raw tables.
  struct LoadedArticle {
    let id: UInt32
    /// Folded title and text; nil for an article without text, which is nobody's copy.
    let content: ContentKey?
    let ranges: [Range<Int>]
  }

  package init() {}

  /// Adds the facts of one article; facts of several are sorted out first.
  package mutating func add(_ facts: [Fact]) {
    let article = Schema.index(of: "article")!
    if facts.lazy.filter({ $0.relation == article }).prefix(2).count > 1 {
      for group in FactGrouping.byArticle(facts, problems: &problems) { add(group) }
      return
    }
    guard !facts.isEmpty else { return }
    let starts = tables.map(\.count)
    for fact in facts { tables[fact.relation].append(checked(fact), strings: &strings) }
    let head = facts.first { $0.relation == article }
    guard let id = Self.articleId(of: facts, head: head) else {
      problems.append(FactProblem("facts without an article were left out"))
      return
    }
    articles.append(
      LoadedArticle(
        id: strings.intern(id), content: head.flatMap(ContentKey.init),
        ranges: zip(starts, tables).map { $0..<$1.count }))
  }

  package mutating func add(problems more: [FactProblem]) { problems += more }

  package func build() -> FactStore {
    var assembly = StoreAssembly(self)
    return assembly.store()
  }

  private static func articleId(of facts: [Fact], head: Fact?) -> String? {
    if case .text(let id)? = head?["id"] { return id }
    for fact in facts {
      if case .text(let id) = fact["article"] { return id }
    }
    return nil
  }

  /// The values of a fact, a symbol that is in no closed list made missing.
  private mutating func checked(_ fact: Fact) -> [Value] {
    let fields = Schema.relations[fact.relation].fields
    var values = fact.values
    for (i, field) in fields.enumerated() where i < values.count {
      guard case .symbol(let list) = field.type, case .text(let text) = values[i], !list.contains(text) else {
        continue
      }
      values[i] = .missing
      problems.append(
        FactProblem("\"\(text)\" is no \(field.name) of \(Schema.relations[fact.relation].name); left out"))
    }
    return values
  }
}

/// Title and text of an article as two hashes of their folded bytes: articles with the same are copies.
struct ContentKey: Hashable {
  private let low: UInt64
  private let high: UInt64

  init?(_ article: Fact) {
    guard case .text(let text) = article["text"] else { return nil }
    var folded = Folding.fold(article["title"].description)
    folded += "\n"
    folded += Folding.fold(text)
    (low, high) = folded.withUTF8 { utf8 in
      var second: UInt64 = 14_695_981_039_346_656_037
      for byte in utf8 { second = (second ^ UInt64(byte)) &* 1_099_511_628_211 }
      return (StringArena.hash(utf8), second)
    }
  }
}
