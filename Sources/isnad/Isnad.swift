import ArgumentParser
import Output
import Shell

@main
struct Isnad: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "isnad",
    abstract: "Explore who said what, and through whom, in Arabic news.",
    subcommands: [
      ShellCommand.self, RunCommand.self, QueryCommand.self, ExtractCommand.self, CheckCommand.self,
    ],
    defaultSubcommand: ShellCommand.self)

  static func main() {
    StandardStreams.prepare()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch WriteError.closedPipe {
      // Nobody reads on: the program ends quietly.
      exit(withError: ExitCode.failure)
    } catch let error where ErrorMessage.of(error) != nil {
      StandardStreams.say(ErrorMessage.of(error)!)
      exit(withError: ExitCode.failure)
    } catch {
      exit(withError: error)
    }
  }
}
