import ArgumentParser
import Output

@main
struct Isnad: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "isnad",
    abstract: "Explore who said what, and through whom, in Arabic news.",
    subcommands: [ExtractCommand.self])

  static func main() {
    StandardStreams.prepare()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as WriteError {
      StandardStreams.fail(error)
    } catch {
      exit(withError: error)
    }
  }
}
