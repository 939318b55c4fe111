import Facts

enum SchemaCommand: DotCommand {
  static let name = ".schema"
  static let arguments = "[RELATION]"
  static let summary = "show the fields of a relation, or of all"
  static let completes = ArgumentKind.relation

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    guard let name = try arguments.single(or: misuse) else {
      for relation in Schema.relations {
        shell.screen.show("\(relation.name)(\(relation.fields.map(\.name).joined(separator: ", ")))")
      }
      return
    }
    guard let relation = Schema.relation(name) else {
      throw ShellError("no relation \(name); there are: \(Schema.relations.map(\.name).joined(separator: ", "))")
    }
    let rows = relation.fields.map { [Value.text($0.name), .text(describe($0.type)), .text($0.doc)] }
    let columns = [ResultTable.Column("field", .text), .init("type", .text), .init("meaning", .text)]
    try shell.showTable(ResultTable(columns: columns, rows: rows))
    shell.screen.show(shell.screen.language.text("example: {}", relation.example))
    for field in relation.fields {
      if case .symbol(let values) = field.type {
        shell.screen.show("\(field.name): \(values.joined(separator: ", "))")
      }
    }
  }

  private static func describe(_ type: FieldType) -> String {
    switch type {
    case .id: "id"
    case .text: "text"
    case .number: "number"
    case .date: "date"
    case .symbol: "one of a list"
    case .entity: "name"
    case .reference(let relation): "id of \(relation)"
    case .claim: "id of \(Schema.claims.joined(separator: ", "))"
    }
  }
}
