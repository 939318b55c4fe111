/// What an input may say about an article.
enum ArticleField: Int, CaseIterable {
  case id, title, text, published, outlet, url, author, lang

  /// The names of the field in JSON objects, CSV headers and header lines of text files; an earlier one wins.
  static func names(of field: ArticleField) -> [String] {
    switch field {
    case .id: ["id"]
    case .title: ["title"]
    case .text: ["text", "body", "content"]
    case .published: ["published", "date"]
    case .outlet: ["outlet", "source"]
    case .url: ["url"]
    case .author: ["author"]
    case .lang: ["lang"]
    }
  }

  /// A name with its rank among the names of its field.
  struct Name {
    let field: ArticleField
    let rank: Int
  }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { field in
      names(of: field).enumerated().map { ($1, Name(field: field, rank: $0)) }
    })

  static func named(_ name: String) -> Name? { byName[name] }
}

/// What was found about one article; an empty value counts as missing.
struct ArticleFields {
  private var values = [String?](repeating: nil, count: ArticleField.allCases.count)
  private var ranks = [Int](repeating: .max, count: ArticleField.allCases.count)
  /// Whether bytes that were no UTF-8 had to be replaced.
  var isRepaired = false

  subscript(field: ArticleField) -> String? { values[field.rawValue] }

  mutating func set(_ name: ArticleField.Name, _ value: String) {
    let i = name.field.rawValue
    guard !value.isEmpty, name.rank < ranks[i] else { return }
    values[i] = value
    ranks[i] = name.rank
  }

  /// Sets what is still missing.
  mutating func offer(_ field: ArticleField, _ value: String?) {
    if let value, self[field] == nil { set(ArticleField.Name(field: field, rank: 0), value) }
  }
}
