import ArgumentParser
import Output
import QueryEngine
import Shell

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@main
struct Isnad: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "isnad",
    abstract: "Explore who said what, and through whom, in Arabic news.",
    discussion: """
      Ends with 0 when all went well, 1 after an error, 64 when the command line is wrong, 130 after Ctrl-C and 141 \
      when the reader of a pipe has gone.
      """,
    version: "0.1",
    subcommands: [
      ShellCommand.self, RunCommand.self, QueryCommand.self, ExtractCommand.self, CheckCommand.self,
      VerifyCommand.self,
    ],
    defaultSubcommand: ShellCommand.self)

  static func main() {
    StandardStreams.prepare()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch WriteError.closedPipe {
      // Nobody reads on: the program ends quietly, as one that had never heard of the signal.
      StandardStreams.end(by: SIGPIPE)
    } catch QueryFailure.cancelled {
      StandardStreams.end(by: SIGINT)
    } catch {
      guard let message = ErrorMessage.text(of: error, in: Environment.language) else { exit(withError: error) }
      StandardStreams.write("isnad: \(message)")
      exit(withError: ExitCode.failure)
    }
  }
}
