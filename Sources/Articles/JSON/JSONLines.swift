extension InputFormat {
  /// One JSON object a line.
  static var jsonLines: InputFormat {
    InputFormat(recognizes: JSONLayout.isLines, parser: { JSONLines($0) })
  }
}

/// Reads one article a line; a broken line costs only itself.
final class JSONLines: ArticleParser {
  private let input: Input
  private var line = 0

  init(_ input: Input) { self.input = input }

  func next(into batch: inout ArticleBatch) -> Bool {
    let taken = input.window.takeLine(limit: input.limit)
    line += 1
    switch taken {
    case .end: return false
    case .tooLong: batch.problems.append(input.tooLong(line: line))
    case .line(let bytes):
      if !bytes.trimmed.isEmpty { input.addObject(bytes, position: line, line: line, to: &batch) }
    }
    return true
  }
}

/// How objects are laid out in a file of JSON.
enum JSONLayout {
  /// Objects whose first line is complete, or whose second line begins an object again (so that a broken first line
  /// doesn't decide). A single line that is longer than the head counts, too.
  static func isLines(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard beginsObject(head) else { return false }
    let text = head.trimmed
    guard let end = text.offset(of: UInt8(ascii: "\n")) else { return true }
    var cursor = JSONCursor(UnsafeBufferPointer(rebasing: text[..<end]))
    if (try? cursor.skip()) != nil { return true }
    return UnsafeBufferPointer(rebasing: text[end...]).trimmed.first == UInt8(ascii: "{")
  }

  /// `{` and what may follow it in JSON, so that a text in braces is a text.
  static func beginsObject(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    begins(bytes, with: UInt8(ascii: "{"), then: [UInt8(ascii: "\""), UInt8(ascii: "}")])
  }

  /// `[` and an object, or nothing.
  static func beginsArray(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    begins(bytes, with: UInt8(ascii: "["), then: [UInt8(ascii: "{"), UInt8(ascii: "]")])
  }

  private static func begins(_ bytes: UnsafeBufferPointer<UInt8>, with bracket: UInt8, then next: [UInt8]) -> Bool {
    let text = bytes.trimmed
    guard text.first == bracket else { return false }
    guard let second = text.dropFirst().first(where: { $0 > 0x20 }) else { return false }
    return next.contains(second)
  }
}
