extension InputFormat {
  /// A text, with lines like `Title: …` and `Date: 2024-01-28` before it or without.
  static var plainText: InputFormat {
    InputFormat(recognizes: { _ in true }, parser: { WholeInput($0, PlainText.fields) })
  }

  /// Something that is no text: a picture, a PDF, an archive.
  static var binary: InputFormat {
    InputFormat(recognizes: { $0.contains(0) || $0.starts(with: "%PDF-") }) { input in
      UnreadableInput(input, InputFault(what: "not text", wayOut: "text, HTML, JSON, CSV, RSS and WARC are read"))
    }
  }
}

/// A file that is one article.
final class WholeInput: ArticleParser {
  private let input: Input
  private let fields: (UnsafeBufferPointer<UInt8>) -> ArticleFields

  init(_ input: Input, _ fields: @escaping (UnsafeBufferPointer<UInt8>) -> ArticleFields) {
    self.input = input
    self.fields = fields
  }

  func next(into batch: inout ArticleBatch) -> Bool {
    guard let bytes = input.window.takeAll(limit: input.limit) else {
      batch.problems.append(input.tooLong())
      return false
    }
    if bytes.isEmpty, input.window.fault != nil { return false }
    input.add(fields(bytes), position: nil, to: &batch)
    return false
  }
}

/// An input of which nothing can be read.
struct UnreadableInput: ArticleParser {
  private let input: Input
  private let fault: InputFault

  init(_ input: Input, _ fault: InputFault) {
    self.input = input
    self.fault = fault
  }

  func next(into batch: inout ArticleBatch) -> Bool {
    batch.problems.append(input.problem(fault.what, wayOut: fault.wayOut))
    return false
  }
}

/// Header lines and the text behind them.
enum PlainText {
  static func fields(_ bytes: UnsafeBufferPointer<UInt8>) -> ArticleFields {
    var fields = ArticleFields()
    var position = 0
    while let (name, value, next) = header(bytes, at: position) {
      let (text, isRepaired) = value.decoded
      fields.set(name, text)
      fields.isRepaired = fields.isRepaired || isRepaired
      position = next
    }
    // One empty line parts the header from the text; it belongs to neither.
    if position > 0 { position += emptyLine(bytes, at: position) }
    let (text, isRepaired) = UnsafeBufferPointer(rebasing: bytes[position...]).decoded
    fields.offer(.text, text)
    fields.isRepaired = fields.isRepaired || isRepaired
    return fields
  }

  /// The header line that begins at `position`, and where the next line begins.
  private static func header(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> (ArticleField.Name, UnsafeBufferPointer<UInt8>, Int)? {
    let end = bytes.offset(of: UInt8(ascii: "\n"), from: position) ?? bytes.count
    let longestName = 16
    guard let colon = bytes.offset(of: UInt8(ascii: ":"), from: position, to: min(end, position + longestName)) else {
      return nil
    }
    let printed = String(decoding: bytes[position..<colon], as: UTF8.self).lowercased()
    guard let name = ArticleField.named(printed), name.field != .text else { return nil }
    let value = UnsafeBufferPointer(rebasing: bytes[(colon + 1)..<end]).trimmed
    return (name, value, min(end + 1, bytes.count))
  }

  private static func emptyLine(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    let rest = bytes[position...]
    return rest.starts(with: [0x0a]) ? 1 : rest.starts(with: [0x0d, 0x0a]) ? 2 : 0
  }
}
