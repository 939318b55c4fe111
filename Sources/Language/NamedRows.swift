/// What the rules ask for by name: the cases of an enum, whose spellings are rows of a table with the case in its first
/// column.
struct NamedRows<Name: CaseIterable & Sendable>: Sendable {
  private let rows: [Name]

  /// Reads the table of a class; a row that no case names is a fault of the build.
  init(_ cls: LexicalClass) {
    let table = Lexicon.shared.table(cls)
    let named = Dictionary(uniqueKeysWithValues: Name.allCases.map { ("\($0)", $0) })
    rows = (0..<table.count).map { row in
      guard let name = named[table.cell(row, 0)] else {
        preconditionFailure("table of \(cls), row \(row + 1): no rule asks for \(table.cell(row, 0))")
      }
      return name
    }
  }

  subscript(row: Int32) -> Name { rows[Int(row)] }
}
