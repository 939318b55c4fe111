import Facts
import Language
import QueryLanguage

/// The facts of a store as tables that printed queries run on: a table a relation, a column a field.
///
/// Entities and references are ids, dates are written `first/last`, and every text has a second column with its
/// spellings made equal. What is missing is NULL. `line` is the place of a row in its relation.
package struct SQLTables {
  static let foldedSuffix = "_folded"

  private let store: FactStore

  package init(_ store: FactStore) { self.store = store }

  /// A field as a column; of the fields only `end` is a word of SQL.
  static func column(_ field: String) -> String { field == "end" ? "\"end\"" : field }

  static func isFolded(_ type: FieldType) -> Bool {
    switch type {
    case .text: true
    case .id, .number, .date, .symbol, .entity, .reference, .claim: false
    }
  }

  /// Statements that make the tables and fill them.
  package func written(_ write: (String) throws -> Void) rethrows {
    for (index, relation) in Schema.relations.enumerated() {
      try write(
        "CREATE TABLE \(relation.name) (\(SQLText.list(relation.fields.flatMap { declaration($0) } + ["line INTEGER"])));\n"
      )
      for row in 0..<store.tables[index].count {
        let values = relation.fields.indices.flatMap { literals(index, $0, row) }
        try write("INSERT INTO \(relation.name) VALUES (\(SQLText.list(values + ["\(row + 1)"])));\n")
      }
    }
  }

  private func declaration(_ field: Field) -> [String] {
    let name = Self.column(field.name)
    switch field.type {
    case .number: return ["\(name) DOUBLE"]
    case .text: return ["\(name) TEXT", "\(field.name)\(Self.foldedSuffix) TEXT"]
    case .id, .date, .symbol, .entity, .reference, .claim: return ["\(name) TEXT"]
    }
  }

  private func literals(_ relation: Int, _ field: Int, _ row: Int) -> [String] {
    let type = Schema.relations[relation].fields[field].type
    let literal = literal(relation, field, row)
    guard Self.isFolded(type) else { return [literal] }
    guard case .text(let text) = store.value(relation: relation, field: field, row: row) else {
      return ["NULL", "NULL"]
    }
    return [literal, SQLText.literal(Folding.fold(text))]
  }

  private func literal(_ relation: Int, _ field: Int, _ row: Int) -> String {
    if case .entity = Schema.relations[relation].fields[field].type {
      guard let entity = store.reference(relation: relation, field: field, row: row) else { return "NULL" }
      return SQLText.literal(store.id(relation: ValueType.entityRelation, row: entity).description)
    }
    switch store.value(relation: relation, field: field, row: row) {
    case .missing: return "NULL"
    case .text(let text): return SQLText.literal(text)
    case .number(let number): return SQLText.literal(number)
    case .date(let period): return SQLText.literal(SQLExpression.written(period))
    }
  }
}
