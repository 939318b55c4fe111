import Facts

enum TablesCommand: DotCommand {
  static let name = ".tables"
  static let summary = "list the relations and how many facts each holds"

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    guard arguments.words.isEmpty else { throw misuse }
    let language = shell.screen.language
    let rows = Schema.relations.enumerated().map { index, relation in
      language.named(relation.name, .relation) + [
        Value(shell.session.store.tables[index].count), .text(language.translated(relation.doc)),
      ]
    }
    let columns = language.nameColumns("relation") + [.init("facts", .number), .init("what it says", .text)]
    try shell.showTable(ResultTable(columns: columns, rows: rows))
  }
}
