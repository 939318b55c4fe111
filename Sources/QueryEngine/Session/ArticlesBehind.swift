import Facts

/// The different articles that facts come from, counted a relation at a time.
struct ArticlesBehind {
  private let store: FactStore
  private var isThere: [Bool]

  init(_ lists: [[FactReference]], _ store: FactStore) {
    self.store = store
    isThere = [Bool](repeating: false, count: store.tables[Self.article].count)
    var rows = [[UInt32]](repeating: [], count: Schema.relations.count)
    for list in lists {
      for fact in list where rows[fact.relation].last != UInt32(fact.row) {
        rows[fact.relation].append(UInt32(fact.row))
      }
    }
    for relation in rows.indices { add(rows[relation], of: relation) }
  }

  var count: Int { isThere.count { $0 } }

  private static let article = Schema.index(of: "article")!
  private static let event = Schema.index(of: "event")!

  private mutating func add(_ rows: [UInt32], of relation: Int) {
    guard !rows.isEmpty else { return }
    let declaration = Schema.relations[relation]
    if relation == Self.article {
      for row in rows { isThere[Int(row)] = true }
    } else if let field = declaration.index(of: "article") {
      add(known(store.cells(relation: relation, field: field, rows: rows)), of: Self.article)
    } else if let field = declaration.index(of: "event") {
      let events = known(store.cells(relation: relation, field: field, rows: rows)).map { ClaimRow(packed: $0) }
      add(events.map { UInt32($0.row) }, of: Self.event)
    } else if let field = declaration.index(of: "claim") {
      let claims = known(store.cells(relation: relation, field: field, rows: rows)).map { ClaimRow(packed: $0) }
      for (kind, claimed) in ValueType.claimRelations.enumerated() {
        add(claims.filter { $0.kind == kind }.map { UInt32($0.row) }, of: claimed)
      }
    }
  }

  private func known(_ cells: [Cell]) -> [UInt32] { cells.filter { $0 != .missing }.map { UInt32($0) } }
}
