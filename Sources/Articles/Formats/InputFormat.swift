/// Takes one article after the other from an input.
protocol ArticleParser {
  /// Adds what comes next, an article or what is wrong with it; false at the end of the input.
  func next(into batch: inout ArticleBatch) -> Bool
}

/// A kind of input. A new one is a new file and a line in `all`.
struct InputFormat {
  /// Whether the beginning of an input looks like this format.
  let recognizes: (UnsafeBufferPointer<UInt8>) -> Bool
  let parser: (Input) -> any ArticleParser

  /// In the order in which they are tried; the last one takes everything.
  private static var all: [InputFormat] {
    [.warc, .jsonLines, .jsonDocument, .feed, .html, .csv, .binary, .plainText]
  }

  // Enough to see past a long line of markup or a long first article.
  private static let headSize = 1 << 16

  static func recognize(_ window: ByteWindow, acceptsFacts: Bool) -> InputFormat {
    window.fill(to: headSize)
    let head = UnsafeBufferPointer(rebasing: window.bytes.prefix(headSize))
    if FactFile.recognizes(head) { return acceptsFacts ? .facts : .unwantedFacts }
    return all.first { $0.recognizes(head) } ?? .plainText
  }
}
