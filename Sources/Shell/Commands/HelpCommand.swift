import Facts
import QueryLanguage

enum HelpCommand: DotCommand {
  static let name = ".help"
  static let arguments = "[NAME]"
  static let summary = "list the commands, or say more about one, a relation or a stage"
  static let details: [Message] = [
    "Keys: Tab completes, Ctrl-R searches the history, Ctrl-C drops a line or stops a query, Ctrl-D leaves."
  ]
  static let completes = ArgumentKind.command

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    guard let name = try arguments.single(or: misuse) else { return list(in: shell) }
    // `source` is a relation and a command.
    let relation = Schema.relation(Vocabulary.english(name, .relation) ?? name)
    let stage = StageGrammar.named(Vocabulary.english(name, .stage) ?? name)
    if let relation { try show(relation, in: shell) }
    if let stage {
      let language = shell.screen.language
      shell.screen.show(stage.synopsis)
      shell.screen.show(language.translated(stage.doc), indent: 0)
      shell.screen.show(language.text("example: \(stage.query)"))
    }
    do {
      show(try DotCommands.find(name), in: shell)
    } catch  where relation != nil || stage != nil {
      return
    }
  }

  private static func list(in shell: Shell) {
    let width = DotCommands.all.map { $0.usage.count }.max()!
    for command in DotCommands.all {
      let gap = String(repeating: " ", count: width - command.usage.count + 2)
      shell.screen.show(command.usage + gap + shell.screen.language.translated(command.summary), indent: width + 2)
    }
  }

  private static func show(_ command: any DotCommand.Type, in shell: Shell) {
    shell.screen.show(command.usage)
    shell.screen.show(shell.screen.language.translated(command.summary), indent: 0)
    for line in command.details { shell.screen.show(shell.screen.language.text(line), indent: 0) }
  }

  private static func show(_ relation: Relation, in shell: Shell) throws {
    let language = shell.screen.language
    shell.screen.show("\(language.relation(relation.name)): \(language.translated(relation.doc))")
    try SchemaCommand.run(CommandArguments(relation.name), in: shell)
  }
}
