import ArgumentParser
import Output
import QueryEngine
import Shell

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Answer one query on standard output.",
    discussion: "Example: isnad query 'quote(speaker, text) | limit 10' --load articles --format csv")

  @Argument(help: "The query, or several statements.")
  var query: String

  @Option(help: "table, csv, tsv, jsonl or md.")
  var format = OutputFormat.table

  @Flag(help: "Add columns that cite the articles.")
  var cite = false

  @Flag(help: "CSV for spreadsheets: byte order mark, CRLF, formulas guarded.")
  var excel = false

  @Option(help: "Print the query in SQL, sqlite or duckdb, for the tables of --sql-tables.")
  var sql: SQLDialect?

  @Flag(help: "With --sql: first the facts, as statements that make and fill the tables.")
  var sqlTables = false

  @Option(name: .customLong("param"), help: "A value for a parameter: NAME=VALUE.")
  var parameters: [NamedValue] = []

  @OptionGroup var corpus: CorpusOptions

  func run() throws {
    let screen = Screen(environment: Environment.value)
    var options = ScriptRun.Options()
    options.format = format
    options.scope = .anywhere
    options.cites = cite
    options.excel = excel
    options.parameters = parameters.map { ($0.name, $0.value) }
    options.sql = sql
    let session = try corpus.session(screen)
    if sql != nil, sqlTables { try SQLTables(session.store).written { try screen.rows.write(Array($0.utf8)) } }
    var run = ScriptRun(
      session, screen: screen, style: .of(screen, Environment.value), options: options)
    try run.run(text: query)
  }
}

extension SQLDialect: ExpressibleByArgument {}

/// `NAME=VALUE`
struct NamedValue: ExpressibleByArgument {
  let name: String
  let value: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex else { return nil }
    name = String(argument[..<sign])
    value = String(argument[argument.index(after: sign)...])
  }
}
