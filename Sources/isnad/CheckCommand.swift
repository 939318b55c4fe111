import ArgumentParser
import Facts
import Output
import QueryEngine
import Shell

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Parse and type-check scripts without running them.")

  @Argument(help: "The scripts.")
  var scripts: [String]

  @Flag(name: .customLong("format"), help: "Print the scripts that pass in canonical form.")
  var formats = false

  func run() throws {
    // Names are looked up in articles, of which a check knows none.
    let session = Session(store: .empty, today: Environment.today)
    var failed = false
    for script in scripts {
      let result = try ScriptCheck.check(script, session, Environment.language)
      for message in result.messages { StandardStreams.write(message) }
      failed = failed || result.failed
      guard formats, !result.failed else { continue }
      let text = try ScriptCheck.formatted(script)
      try DescriptorSink(1, name: "standard output").write(Array(text.utf8))
    }
    if failed { throw ExitCode.failure }
  }
}
