import Facts

enum TablesCommand: DotCommand {
  static let name = ".tables"
  static let summary = "list the relations and how many facts each holds"

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    guard arguments.words.isEmpty else { throw misuse }
    let rows = Schema.relations.enumerated().map { index, relation -> [Value] in
      [
        .text(relation.name), Value(shell.session.store.tables[index].count),
        .text(shell.screen.language.text(relation.doc)),
      ]
    }
    let columns = [ResultTable.Column("relation", .text), .init("facts", .number), .init("what it says", .text)]
    try shell.showTable(ResultTable(columns: columns, rows: rows))
  }
}
