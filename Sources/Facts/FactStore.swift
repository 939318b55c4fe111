/// All facts of a set of articles: one table a relation, read-only once built.
///
/// Rows stand in the order of their articles' ids, then as extraction gave them, so a store is the same whatever
/// the order of files or the number of threads.
package struct FactStore: Sendable {
  /// In the order of `Schema.relations`.
  package let tables: [Table]
  package let strings: StringArena
  package let names: NameIndex
  /// Articles that were left out because another with the same title and text is in the store.
  package let copies: Int
  /// What was wrong with facts on their way in.
  package let problems: [FactProblem]
  package let indexes: IndexCache

  package init(tables: [Table], strings: StringArena, names: NameIndex, copies: Int, problems: [FactProblem]) {
    self.tables = tables
    self.strings = strings
    self.names = names
    self.copies = copies
    self.problems = problems
    self.indexes = IndexCache()
  }

  /// A store without facts.
  package static var empty: FactStore { FactStoreBuilder().build() }

  package func table(_ relation: String) -> Table { tables[Schema.index(of: relation)!] }
  package var articleCount: Int { table("article").count }

  /// The value of one cell as it is printed: ids and entity names for references.
  package func value(relation: Int, field: Int, row: Int) -> Value {
    let table = tables[relation]
    switch table.columns[field] {
    case .text(let codes): return text(codes[row])
    case .number(let numbers): return numbers[row].isNaN ? .missing : .number(numbers[row])
    case .date(let start, let end):
      return start[row] > end[row] ? .missing : .date(Period(start: start[row], end: end[row]))
    case .rows(let rows):
      guard rows[row] != StoredColumn.noRow else { return .missing }
      if case .reference(let target) = table.relation.fields[field].type {
        return id(relation: Schema.index(of: target)!, row: Int(rows[row]))
      }
      return name(ofEntity: Int(rows[row]))
    case .claims(let claims):
      guard claims[row] != StoredColumn.noRow else { return .missing }
      return id(of: ClaimRow(packed: claims[row]))
    }
  }

  package func value(_ relation: String, _ field: String, _ row: Int) -> Value {
    let index = Schema.index(of: relation)!
    return value(relation: index, field: Schema.relations[index].index(of: field)!, row: row)
  }

  package func text(_ code: UInt32) -> Value { code == StringArena.missing ? .missing : .text(strings[code]) }

  /// The id of a row; missing for relations without ids.
  package func id(relation: Int, row: Int) -> Value {
    guard let field = Schema.relations[relation].index(of: "id") else { return .missing }
    return value(relation: relation, field: field, row: row)
  }

  package func id(of claim: ClaimRow) -> Value {
    id(relation: Schema.index(of: Schema.claims[claim.kind])!, row: claim.row)
  }

  /// The canonical name of a row of `entity`.
  package func name(ofEntity row: Int) -> Value { value("entity", "name", row) }

  /// The row of `article` to which a row of any relation belongs, if it belongs to one.
  package func article(relation: Int, row: Int) -> Int? {
    let declaration = Schema.relations[relation]
    if declaration.name == "article" { return row }
    if let field = declaration.index(of: "article") { return reference(relation: relation, field: field, row: row) }
    if let field = declaration.index(of: "event") {
      guard let event = reference(relation: relation, field: field, row: row) else { return nil }
      return article(relation: Schema.index(of: "event")!, row: event)
    }
    if let field = declaration.index(of: "claim"), case .claims(let claims) = tables[relation].columns[field] {
      guard claims[row] != StoredColumn.noRow else { return nil }
      let claim = ClaimRow(packed: claims[row])
      return article(relation: Schema.index(of: Schema.claims[claim.kind])!, row: claim.row)
    }
    return nil
  }

  /// The row that a reference or entity field holds.
  package func reference(relation: Int, field: Int, row: Int) -> Int? {
    guard case .rows(let rows) = tables[relation].columns[field], rows[row] != StoredColumn.noRow else { return nil }
    return Int(rows[row])
  }
}

/// Something that was wrong with a fact; the rest was loaded.
package struct FactProblem: Hashable, Sendable {
  /// Line of the file, when the fact came from one.
  package let line: Int?
  package let message: String

  package init(line: Int? = nil, _ message: String) {
    self.line = line
    self.message = message
  }
}
