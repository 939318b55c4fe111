import Facts

/// Facts as CSV, a table a relation with the fields of the schema as its columns.
package struct FactTables: Sendable {
  private var writers = [CSVWriter](repeating: CSVWriter(), count: Schema.relations.count)
  /// The bytes of each relation that have not been taken.
  package private(set) var tables = [Bytes](repeating: [], count: Schema.relations.count)

  package init() {}

  package mutating func appendHeaders() {
    for (i, relation) in Schema.relations.enumerated() {
      let columns = relation.streamFields.map { ResultTable.Column($0.name, $0.type) }
      writers[i].begin(columns, to: &tables[i])
    }
  }

  package mutating func append(_ facts: [Fact]) {
    for fact in facts { writers[fact.relation].row(fact.values, to: &tables[fact.relation]) }
  }
}
