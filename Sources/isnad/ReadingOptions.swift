import ArgumentParser
import Facts
import Shell

/// Options of every command that reads articles.
struct ReadingOptions: ParsableArguments {
  @Option(help: "The publication date of articles that carry none.", transform: period)
  var published: Period?

  @Option(help: "Threads that extract facts; as many as there are processors if not given.")
  var threads: Int = Processors.count

  mutating func validate() throws {
    guard (1...1024).contains(threads) else { throw ValidationError("--threads takes a number from 1 to 1024.") }
  }

  private static func period(_ text: String) throws -> Period {
    guard let period = Period(text) else {
      throw ValidationError("\(text) is not a date; 2024, 2024-01 and 2024-01-28 are.")
    }
    return period
  }
}
