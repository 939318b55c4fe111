import Facts
import Output
import QueryEngine

enum SourceCommand: DotCommand {
  static let name = ".source"
  static let arguments = "[ROW]"
  static let summary = "print the articles on which a row of the last result stands"

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    let row = try shell.row(arguments, or: misuse)
    guard let facts = shell.session.lastAnswer?.facts, row < facts.count else { throw shell.noRow(row) }
    let store = shell.session.store
    var shown: Set<Int> = []
    for fact in facts[row] {
      guard let article = store.article(relation: fact.relation, row: fact.row), shown.insert(article).inserted else {
        continue
      }
      show(article, of: store, on: shell.screen)
    }
    if shown.isEmpty { shell.screen.say("row \(row + 1) stands on no article") }
  }

  private static func show(_ article: Int, of store: FactStore, on screen: Screen) {
    for field in ["id", "title", "outlet", "author", "published", "url", "path"] {
      let value = store.value("article", field, article)
      if !value.isMissing { screen.show("\(screen.language.header(field)): \(SafeText.shown(value.description))") }
    }
    screen.show("\n" + SafeText.shownLines(store.value("article", "text", article).description) + "\n")
  }
}
