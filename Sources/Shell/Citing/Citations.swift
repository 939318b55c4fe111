import Facts
import QueryEngine

/// The places in articles on which rows stand, as the columns `_article`, `_start`, `_end` and `_sha256`.
///
/// A row that stands on several facts has their citations in the same order in each cell, joined by `;`.
struct Citations {
  private struct Citation: Hashable {
    let article: Int
    let start: Int
    let end: Int
  }

  private let store: FactStore

  init(_ store: FactStore) { self.store = store }

  func adding(to answer: Answer) -> ResultTable {
    var table = answer.table
    table.columns += ["_article", "_start", "_end", "_sha256"].map { ResultTable.Column($0, .text) }
    var digests: [Int: String] = [:]
    for row in table.rows.indices {
      let citations = citations(of: answer.facts[row])
      table.rows[row] += [
        cell(citations) { store.id(relation: Schema.index(of: "article")!, row: $0.article).description },
        cell(citations, \.start),
        cell(citations, \.end),
        cell(citations) { digest(of: $0.article, &digests) },
      ]
    }
    return table
  }

  private func cell(_ citations: [Citation], _ part: (Citation) -> String) -> Value {
    citations.isEmpty ? .missing : .text(citations.map(part).joined(separator: ";"))
  }

  /// A number as long as there is only one.
  private func cell(_ citations: [Citation], _ offset: KeyPath<Citation, Int>) -> Value {
    citations.count == 1 ? Value(citations[0][keyPath: offset]) : cell(citations) { String($0[keyPath: offset]) }
  }

  /// Each place once, in the order of the facts; facts without a span of their own are cited by those that have one.
  private func citations(of facts: [FactReference]) -> [Citation] {
    var seen: Set<Citation> = []
    return facts.compactMap(citation).filter { seen.insert($0).inserted }
  }

  private func citation(_ fact: FactReference) -> Citation? {
    let relation = Schema.relations[fact.relation]
    guard let article = store.article(relation: fact.relation, row: fact.row),
      case .number(let start)? = relation.index(of: "start").map({ value(fact, $0) }),
      case .number(let end)? = relation.index(of: "end").map({ value(fact, $0) })
    else { return nil }
    return Citation(article: article, start: Int(start), end: Int(end))
  }

  private func value(_ fact: FactReference, _ field: Int) -> Value {
    store.value(relation: fact.relation, field: field, row: fact.row)
  }

  private func digest(of article: Int, _ digests: inout [Int: String]) -> String {
    if let known = digests[article] { return known }
    let digest = SHA256.hex(store.value("article", "text", article).description)
    digests[article] = digest
    return digest
  }
}
