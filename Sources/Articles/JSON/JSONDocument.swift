extension InputFormat {
  /// An array of objects, or objects one after the other, over as many lines as they like.
  static var jsonDocument: InputFormat {
    InputFormat(
      recognizes: { JSONLayout.beginsArray($0) || JSONLayout.beginsObject($0) }, parser: { JSONDocument($0) })
  }
}

/// Takes object after object out of a document that may be larger than memory.
final class JSONDocument: ArticleParser {
  private let input: Input
  private var line = 1
  private var count = 0

  init(_ input: Input) { self.input = input }

  func next(into batch: inout ArticleBatch) -> Bool {
    guard skipToObject(into: &batch) else { return false }
    count += 1
    var extent = JSONExtent()
    while !extent.scan(input.window.bytes) {
      if extent.end > input.limit { return skipLongObject(extent, into: &batch) }
      guard input.window.fill() else {
        let what = "the JSON ends in the middle of an object"
        batch.problems.append(input.problem(what, line: line, wayOut: "what came before was read"))
        return false
      }
    }
    let bytes = UnsafeBufferPointer(rebasing: input.window.bytes[..<extent.end])
    input.addObject(bytes, position: count, line: line, to: &batch)
    pass(extent.end)
    return true
  }

  /// Passes over what stands between objects: brackets, commas, white space; anything else is a problem.
  private func skipToObject(into batch: inout ArticleBatch) -> Bool {
    var isStray = false
    repeat {
      let bytes = input.window.bytes
      let object = bytes.firstIndex(of: UInt8(ascii: "{")) ?? bytes.count
      let between = UnsafeBufferPointer(rebasing: bytes[..<object])
      if !isStray, between.contains(where: { $0 > 0x20 && !Self.punctuation.contains($0) }) {
        isStray = true
        batch.problems.append(input.problem("something that is no object", line: line, wayOut: "articles are objects"))
      }
      pass(object)
      if object < bytes.count { return true }
    } while input.window.fill()
    return false
  }

  private func skipLongObject(_ extent: JSONExtent, into batch: inout ArticleBatch) -> Bool {
    batch.problems.append(input.tooLong(line: line))
    var extent = extent
    repeat {
      pass(extent.end)
      extent.rewind()
      if !input.window.fill() { return false }
    } while !extent.scan(input.window.bytes)
    pass(extent.end)
    return true
  }

  private func pass(_ length: Int) {
    line += input.window.bytes[..<length].count { $0 == UInt8(ascii: "\n") }
    input.window.advance(length)
  }

  private static let punctuation = Set("[],".utf8)
}

/// Finds the end of an object by its brackets and strings, in as many steps as its bytes arrive.
struct JSONExtent {
  /// How far the scan has come; behind the object when it is complete.
  private(set) var end = 0
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// Goes on in `bytes`, which hold the object from its beginning; true when it is complete.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    while end < bytes.count {
      let byte = bytes[end]
      end += 1
      if isEscaped {
        isEscaped = false
      } else if isInString {
        isEscaped = byte == UInt8(ascii: "\\")
        if byte == UInt8(ascii: "\"") { isInString = false }
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      } else if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return true }
      }
    }
    return false
  }

  /// After the bytes that were scanned have been passed over.
  mutating func rewind() { end = 0 }
}
