import ArgumentParser
import Articles
import Output
import Shell

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Read articles and print the facts in them, one JSON object a line.",
    discussion: """
      A PATH is a file, a folder or - for standard input; text, HTML, JSON, JSON Lines, CSV, RSS, WARC, each also
      compressed with gzip. With --format csv, --out names the folder that gets one file a relation.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, csv }

  @Argument(help: "Files and folders of articles.")
  var paths: [String]

  @Option(help: "jsonl or csv.")
  var format = Format.jsonl

  @Option(help: "The folder for the files; without it, JSON Lines go to standard output.")
  var out: String?

  @Flag(help: "Replace files that exist.")
  var force = false

  @OptionGroup var reading: ReadingOptions

  mutating func validate() throws {
    if format == .csv, out == nil { throw ValidationError("--format csv makes several files; --out DIR says where.") }
  }

  func run() throws {
    // Half-written files are taken away again; without any, the signal may end the process by itself.
    if out != nil { Interrupts.catchAll(untilSecond: true) }
    var skipped = 0
    let extraction = ExtractionRun(
      try ArticleReader(named: paths), published: reading.published, threads: reading.threads)
    let report: (ArticleProblem) -> Void = { problem in
      switch problem.cost {
      case .skipped:
        skipped += 1
        StandardStreams.say("skipped \(SafeText.shown("\(problem)"))")
      case .altered: StandardStreams.say("\(SafeText.shown("\(problem)"))")
      }
    }
    try write(extraction, report)
    if skipped > 0 { StandardStreams.say("\(skipped) skipped") }
  }

  private func write(_ extraction: ExtractionRun, _ report: @escaping (ArticleProblem) -> Void) throws {
    guard let out else {
      return try extraction.writeJSONLines(to: DescriptorSink.standardOutput, problem: report)
    }
    try Folder.make(out)
    switch format {
    case .csv: try extraction.writeTables(to: out, force: force, problem: report)
    case .jsonl:
      let file = try CheckedFile("\(out)/facts.jsonl", force: force)
      try extraction.writeJSONLines(to: file, problem: report)
      try file.commit()
    }
  }
}
