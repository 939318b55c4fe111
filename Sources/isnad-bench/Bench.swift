import Articles
import Facts
import FoundationEssentials

/// `isnad-bench [FILE]`: where the time goes from articles to answers, on a file of articles or the sample corpus
/// many times over.
@main
struct Bench {
  static func main() throws {
    let paths = Array(CommandLine.arguments.dropFirst())
    var table = TextTable(["stage", "ms", "MB/s", "share"])
    let clock = ContinuousClock()

    var articles: [Article] = []
    let reading = try clock.measure { articles = try Corpus.read(paths) }
    let megabytes = Double(articles.reduce(0) { $0 + $1.text.utf8.count }) / 1e6
    print("\(articles.count) articles, \(TextTable.rounded(megabytes)) MB of text")

    let stages = StageTimes.measure(articles)
    let total = stages.reduce(reading) { $0 + $1.time }
    for (name, time) in [("read", reading)] + stages {
      table.add([name, time.milliseconds, time.rate(megabytes), TextTable.rounded(100 * (time / total)) + " %"])
    }
    table.add(["all, 1 thread", total.milliseconds, total.rate(megabytes), ""])
    for threads in [1, 2] {
      let time = clock.measure { StageTimes.extract(articles, threads: threads) }
      table.add(["extract, \(threads) thread\(threads == 1 ? "" : "s")", time.milliseconds, time.rate(megabytes), ""])
    }
    table.print()

    try QueryTimes.measure(articles)
  }
}

extension Duration {
  var milliseconds: String { TextTable.rounded(self / .milliseconds(1)) }
  func rate(_ megabytes: Double) -> String { TextTable.rounded(megabytes / (self / .seconds(1))) }
}
