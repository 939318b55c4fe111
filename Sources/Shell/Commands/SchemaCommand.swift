import Facts
import QueryLanguage

enum SchemaCommand: DotCommand {
  static let name = ".schema"
  static let arguments = "[RELATION]"
  static let summary = "show the fields of a relation, or of all"
  static let completes = ArgumentKind.relation

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    let language = shell.screen.language
    guard let name = try arguments.single(or: misuse) else {
      for relation in Schema.relations {
        let fields = relation.fields.map { language.header($0.name) }.joined(separator: language.comma)
        shell.screen.show("\(language.word(relation.name, .relation))(\(fields))")
      }
      return
    }
    guard let relation = Schema.relation(Vocabulary.english(name, .relation) ?? name) else {
      throw ShellError.unknown("relation", name, among: Schema.relations.map(\.name))
    }
    let rows = relation.fields.map { field in
      language.named(field.name, .field) + [
        .text(language.text(describe(field.type, language))), .text(language.translated(field.doc)),
      ]
    }
    let columns = language.nameColumns("field") + [.init("type", .text), .init("meaning", .text)]
    try shell.showTable(ResultTable(columns: columns, rows: rows))
    shell.screen.show(language.text("example: \(relation.example)"))
    for field in relation.fields {
      if case .symbol(let values) = field.type {
        shell.screen.show("\(language.header(field.name)): \(values.joined(separator: ", "))")
      }
    }
  }

  private static func describe(_ type: FieldType, _ language: Interface) -> Message {
    switch type {
    case .id: "id"
    case .text: "text"
    case .number: "number"
    case .date: "date"
    case .symbol: "one of a list"
    case .entity: "name"
    case .reference(let relation): "id of \(language.word(relation, .relation))"
    case .claim: "id of \(Schema.claims.map { language.word($0, .relation) }.joined(separator: language.comma))"
    }
  }
}
