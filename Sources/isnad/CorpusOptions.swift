import ArgumentParser
import Output
import QueryEngine
import Shell

/// Options of the commands that answer queries and end.
struct CorpusOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .upToNextOption,
    help: "Files and folders of articles, or facts that isnad extract wrote; without it, the built-in sample corpus.")
  var load: [String] = []

  @OptionGroup var reading: ReadingOptions

  /// A session on the articles.
  func session(_ screen: Screen) throws -> Session {
    Interrupts.catchAll(untilSecond: true)
    let store = try Corpus().load(
      try CorpusReader.open(load, screen), size: screen.sizeToLoad(load), published: reading.published,
      threads: reading.threads, screen: screen)
    return Session(store: store, today: Environment.today, cancellation: Interrupts.cancellation)
  }
}

extension OutputFormat: ExpressibleByArgument {}
