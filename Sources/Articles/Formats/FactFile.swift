/// A file that `isnad extract` wrote: facts, not articles.
enum FactFile {
  /// Every line that `extract` writes begins with the relation; other programs write them anew with blanks between.
  static func recognizes(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    let written = #"{"relation":""#.utf8
    return head.lazy.filter { $0 != UInt8(ascii: " ") }.prefix(written.count).elementsEqual(written)
  }
}

extension InputFormat {
  static var facts: InputFormat {
    InputFormat(recognizes: FactFile.recognizes, parser: { FactParser($0) })
  }

  static var unwantedFacts: InputFormat {
    InputFormat(recognizes: FactFile.recognizes) { input in
      UnreadableInput(input, InputFault(what: "facts, not articles", wayOut: "queries and the shell load them"))
    }
  }
}

/// Hands the lines of a fact file on, as many at a time as the window holds.
final class FactParser: ArticleParser {
  private let input: Input
  private var line = 1

  init(_ input: Input) { self.input = input }

  func next(into batch: inout ArticleBatch) -> Bool {
    switch input.window.takeLine(limit: input.limit) {
    case .end: return false
    case .tooLong:
      batch.problems.append(input.tooLong(line: line))
      line += 1
    case .line(let first):
      batch.append(chunk(from: first))
    }
    return true
  }

  /// `first` and the whole lines behind it that are in the window.
  private func chunk(from first: UnsafeBufferPointer<UInt8>) -> FactLines {
    var bytes = Array(first)
    bytes.append(UInt8(ascii: "\n"))
    let window = input.window.bytes
    if let last = window.lastIndex(of: UInt8(ascii: "\n")) {
      bytes += window[...last]
      input.window.advance(last + 1)
    }
    let lines = FactLines(path: input.path, firstLine: line, bytes: bytes)
    line += bytes.count { $0 == UInt8(ascii: "\n") }
    return lines
  }
}
