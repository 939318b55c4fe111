import ArgumentParser
import Output
import Shell

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run saved scripts, up to the first error.",
    discussion: """
      With --out DIR, a result that the script doesn't export is written to DIR as SCRIPT.csv, SCRIPT-2.csv, …; \
      without it, to standard output. A script writes only below DIR.
      """)

  @Argument(help: "The scripts.")
  var scripts: [String]

  @Option(help: "The folder for results.")
  var out: String?

  @Option(help: "table, csv, tsv, jsonl or md.")
  var format: OutputFormat?

  @Option(name: .customLong("param"), help: "A value for a parameter: NAME=VALUE.")
  var parameters: [NamedValue] = []

  @Flag(help: "Replace files that exist.")
  var force = false

  @Flag(help: "Let scripts write anywhere.")
  var allowWrite = false

  @Flag(help: "Add columns that cite the articles.")
  var cite = false

  @Flag(help: "CSV for spreadsheets: byte order mark, CRLF, formulas guarded.")
  var excel = false

  @OptionGroup var corpus: CorpusOptions

  func run() throws {
    let screen = Screen(environment: Environment.value)
    let session = try corpus.session(screen)
    for script in scripts {
      var run = ScriptRun(session, screen: screen, style: .of(screen, Environment.value), options: options)
      try run.run(script)
    }
  }

  private var options: ScriptRun.Options {
    var options = ScriptRun.Options()
    options.format = format
    options.out = out
    options.scope = allowWrite ? .anywhere : out.map { .below($0) } ?? .nowhere
    options.force = force
    options.cites = cite
    options.excel = excel
    options.parameters = parameters.map { ($0.name, $0.value) }
    return options
  }
}
