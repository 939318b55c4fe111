import Facts

/// What `conflicts` wants to know of the facts behind a row: the first article among them and the first claim.
struct SQLOrigin {
  static let article = "\"#article\""
  static let claim = "\"#claim\""
  static let names = [article, claim]

  /// Both as columns of a selection.
  let columns: [String]

  init(_ selection: SQLSelection) throws {
    var rows: [(relation: Int, alias: String)] = []
    for fact in selection.facts.values.joined() {
      guard case .row(let alias, let relation) = fact else {
        throw SQLUnsupported(what: "`conflicts` behind a rule")
      }
      rows.append((relation, alias))
    }
    // The first fact is that of the first relation; of two of one relation, that would depend on the row.
    guard Set(rows.map(\.relation)).count == rows.count else {
      throw SQLUnsupported(what: "`conflicts` behind a relation that stands twice")
    }
    rows.sort { $0.relation < $1.relation }
    let articles = rows.compactMap { Self.article(of: $0.relation, $0.alias) }
    let claims = rows.filter { ValueType.claimRelations.contains($0.relation) }.map { "\($0.alias).id" }
    columns = ["\(Self.first(articles)) AS \(Self.article)", "\(Self.first(claims)) AS \(Self.claim)"]
  }

  private static func first(_ values: [String]) -> String {
    values.count > 1 ? "coalesce(\(SQLText.list(values)))" : values.first ?? "NULL"
  }

  /// Where the article of a row stands.
  private static func article(of relation: Int, _ alias: String) -> String? {
    let declaration = Schema.relations[relation]
    if declaration.name == "article" { return "\(alias).id" }
    if declaration.index(of: "article") != nil { return "\(alias).article" }
    if declaration.index(of: "event") != nil { return "(SELECT article FROM event WHERE id = \(alias).event)" }
    guard declaration.index(of: "claim") != nil else { return nil }
    let parts = Schema.claims.map { "SELECT article FROM \($0) WHERE id = \(alias).claim" }
    return "(\(parts.joined(separator: " UNION ALL ")))"
  }

  /// What `ConflictColumns.all` holds, from the columns above.
  static let added = [
    "(SELECT outlet FROM article WHERE id = \(article))",
    "(SELECT published FROM article WHERE id = \(article))",
    "(SELECT entity FROM source WHERE claim = \(claim)"
      + " ORDER BY position IS NULL, position DESC, line DESC LIMIT 1)",
  ]
}
