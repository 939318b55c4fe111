/// Rows with named, typed columns: what a query answers and what a writer prints.
package struct ResultTable: Sendable, Equatable {
  package struct Column: Sendable, Equatable {
    package let name: String
    package let type: FieldType

    package init(_ name: String, _ type: FieldType) {
      self.name = name
      self.type = type
    }
  }

  package var columns: [Column]
  package var rows: [[Value]]

  package init(columns: [Column], rows: [[Value]]) {
    self.columns = columns
    self.rows = rows
  }
}
