import ArgumentParser
import Output
import Shell

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check the rows of an export against the articles that they cite.",
    discussion: "The file is CSV that was written with --cite. Rows that don't stand are listed on standard output.")

  @Argument(help: "The export.")
  var file: String

  @OptionGroup var corpus: CorpusOptions

  func run() throws {
    let screen = Screen(environment: Environment.value)
    let outcome = try Verification(try corpus.session(screen).store).check(file)
    let lines = outcome.problems.map { screen.language.text($0) + "\n" }.joined()
    if !lines.isEmpty { try DescriptorSink.standardOutput.write(Array(lines.utf8)) }
    let verified = outcome.rows - outcome.failedRows
    screen.say("\(verified) of \(screen.language.counted(outcome.rows, "row")) verified")
    if outcome.failedRows > 0 { throw ExitCode.failure }
  }
}
