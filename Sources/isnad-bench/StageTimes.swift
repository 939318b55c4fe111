import Articles
import Dispatch
import Extraction
import Output

/// What each stage of an extraction takes.
enum StageTimes {
  /// On one thread, stage by stage, from the tokens to the lines that `isnad extract` prints.
  static func measure(_ articles: [Article]) -> [(name: String, time: Duration)] {
    let clock = ContinuousClock()
    var times = [Duration](repeating: .zero, count: Extractor.stages.count + 4)
    let last = times.count - 1
    let start = clock.now
    let extractor = Extractor()
    _ = extractor.facts(of: Article(id: "", text: "a"))
    times[0] = clock.now - start
    let writer = FactWriter()
    for article in articles {
      var mark = clock.now
      func lap(_ i: Int) {
        let now = clock.now
        times[i] += now - mark
        mark = now
      }
      var annotated = extractor.tokens(of: article)
      lap(1)
      for (i, stage) in Extractor.stages.enumerated() {
        stage.annotate(&annotated)
        lap(i + 2)
      }
      let facts = FactBuilder.facts(of: annotated)
      lap(last - 1)
      var bytes = Bytes()
      writer.append(facts, to: &bytes)
      lap(last)
    }
    let names = ["tables", "tokens"] + Extractor.stages.map(\.name) + ["facts", "json"]
    return Array(zip(names, times)).map { (name: $0.0, time: $0.1) }
  }

  /// Extracts everything on several threads, a block of articles at a time.
  static func extract(_ articles: [Article], threads: Int) {
    let block = 16
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let extractor = Extractor()
      let writer = FactWriter()
      for start in stride(from: thread * block, to: articles.count, by: threads * block) {
        var bytes = Bytes()
        for article in articles[start..<min(start + block, articles.count)] {
          writer.append(extractor.facts(of: article), to: &bytes)
        }
      }
    }
  }
}
