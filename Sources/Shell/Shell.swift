import Articles
import Facts
import Output
import QueryEngine
import QueryLanguage

/// The interactive shell: reads statements and dot-commands, runs them, prints what they answer.
package final class Shell {
  package let screen: Screen
  let reader: any LineReader
  let statements: StatementReader
  let environment: (String) -> String?
  var settings: Settings
  /// Waits for what is still being loaded.
  var session: Session {
    get {
      settle()
      return settledSession
    }
    _modify {
      settle()
      yield &settledSession
    }
  }
  private var settledSession: Session
  let corpus: Corpus
  /// The rules of the session as they were entered.
  var ruleTexts: [String: String] = [:]
  var destination = Destination.screen
  /// For articles without a date.
  package var published: Period?
  package var threads = 1
  /// The folders whose scripts `.run` knows by name.
  package var scriptFolders = ["queries"]
  var savedScripts: SavedScripts { SavedScripts(folders: scriptFolders) }
  /// What completion knows of the store.
  var knownValues: KnownValues {
    settle()
    return settledValues
  }
  private var settledValues: KnownValues
  private var loading: LoadBehindPrompt?
  var isDone = false
  /// While the start-up file runs, what it declares goes without saying.
  var isStarting = false

  package init(
    screen: Screen, reader: any LineReader, today: Period, environment: @escaping (String) -> String? = { _ in nil }
  ) {
    self.screen = screen
    self.reader = reader
    statements = StatementReader(reader)
    self.environment = environment
    settings = Settings(showsTime: screen.isTerminal)
    corpus = Corpus()
    settledSession = Session(store: .empty, today: today, cancellation: Interrupts.cancellation)
    settledValues = KnownValues(.empty)
    (reader as? LibeditLineReader)?.screen = screen
    (reader as? LibeditLineReader)?.completion = { [unowned self] in
      // A Ctrl-C that dropped a line must not stop the query behind a list.
      Interrupts.begin()
      return Completion(shell: self).list(before: $0)
    }
  }

  /// For someone who has never entered anything here.
  package static func hint(in language: Interface) -> String {
    [
      language.text("Try: \("quote(speaker, text) | limit 5")"),
      language.text(".tables lists the relations, .schema quote the fields of one; Tab completes."),
      language.text(".why 1 shows where the first row comes from; .help lists the commands."),
    ].joined(separator: "\n")
  }

  /// Reads until `.quit` or the end of the input. Mistakes are printed and forgotten; only a failure of standard output
  /// ends the loop.
  package func run() throws {
    while !isDone {
      switch statements.next() {
      case .command(let line): enter(line) { try run(command: line) }
      case .statements(let text): enter(text) { try run(statements: text) }
      case .interrupted: continue
      case .end:
        isDone = true
        // The prompt stands on a line that nobody ended.
        if reader is LibeditLineReader { screen.say("") }
      }
      try screen.check()
    }
    _ = loading?.take()
    try destination.close()
  }

  private func enter(_ text: String, _ action: () throws -> Void) {
    // As shells do: a blank in front keeps a statement out of the history.
    if text.first != " " {
      do { try reader.remember(text) } catch { screen.say(error) }
    }
    attempt(action)
  }

  /// Runs `action` and prints why it failed, if it did; Ctrl-C stops it.
  @discardableResult
  package func attempt(_ action: () throws -> Void) -> Bool {
    Interrupts.begin()
    do {
      try action()
      return true
    } catch {
      screen.say(error)
      return false
    }
  }

  /// Loads articles that have no problems and no copies; their facts are there when first asked for.
  package func loadBehindPrompt(_ reader: ArticleReader) throws {
    var articles: [Article] = []
    while let batch = try reader.next() { articles += batch.articles }
    loading = LoadBehindPrompt(articles, published: published)
    screen.say("\(screen.language.counted(articles.count, "article")) loaded")
  }

  private func settle() {
    guard let loading else { return }
    self.loading = nil
    use(corpus.add(loading.take()))
  }

  /// Loads more articles.
  package func load(_ reader: ArticleReader, size: Int? = nil) throws {
    settle()
    let store = try corpus.load(reader, size: size, published: published, threads: threads, screen: screen)
    use(store)
  }

  /// Goes on with another store; what was declared stays.
  func use(_ store: FactStore) {
    session = session.moved(to: store)
    settledValues = KnownValues(store)
  }

  /// A session on the same store in which nothing has been declared.
  var freshSession: Session {
    Session(store: session.store, today: session.today, cancellation: session.cancellation)
  }

  /// A table that a command answers with, on the screen whatever the mode.
  func showTable(_ table: ResultTable) throws {
    var table = table
    table.nameColumns(in: screen.language)
    try OutputFormat.table.write(table, to: screen.rows, style: tableStyle)
  }

  /// `~/a` as the path it stands for.
  func expandingHome(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = environment("HOME") else { return path }
    return home + path.dropFirst()
  }
}
