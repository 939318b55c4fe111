extension InputFormat {
  /// A web archive: the pages among its responses.
  static var warc: InputFormat {
    InputFormat(recognizes: { $0.starts(with: "WARC/") }, parser: { WARC($0) })
  }
}

/// Takes record after record out of an archive of any size.
final class WARC: ArticleParser {
  private let input: Input
  private var record = 0
  private var pages = 0

  init(_ input: Input) { self.input = input }

  func next(into batch: inout ArticleBatch) -> Bool {
    guard let version = nextLine() else {
      if pages == 0 { batch.problems.append(input.problem("an archive without pages of text")) }
      return false
    }
    record += 1
    guard version.hasPrefix("WARC/"), let header = header(), let length = header["content-length"].flatMap(Int.init),
      length >= 0
    else {
      batch.problems.append(input.problem("record \(record) of the archive has no proper header; the rest is skipped"))
      while input.window.fill() { input.window.advance(input.window.bytes.count) }
      return false
    }
    guard isPage(header) else { return skip(length, into: &batch) }
    if length > input.limit {
      batch.problems.append(input.tooLong())
      return skip(length, into: &batch)
    }
    input.window.fill(to: length)
    let available = min(length, input.window.bytes.count)
    if available == length {
      add(UnsafeBufferPointer(rebasing: input.window.bytes[..<length]), header, to: &batch)
    } else {
      batch.problems.append(endsEarly)
    }
    input.window.advance(available)
    return true
  }

  private var endsEarly: ArticleProblem {
    input.problem("the archive ends in the middle of record \(record)", wayOut: "what came before was read")
  }

  private func isPage(_ header: [String: String]) -> Bool {
    header["warc-type"] == "response" || header["warc-type"] == "resource"
  }

  private func skip(_ length: Int, into batch: inout ArticleBatch) -> Bool {
    var rest = length
    while rest > 0 {
      let step = min(rest, input.window.bytes.count)
      input.window.advance(step)
      rest -= step
      if rest > 0, !input.window.fill() {
        batch.problems.append(endsEarly)
        return false
      }
    }
    return true
  }

  /// The next line that isn't empty.
  private func nextLine() -> String? {
    while case .line(let line) = input.window.takeLine(limit: 1 << 16) {
      if !line.trimmed.isEmpty { return line.trimmed.decoded.text }
    }
    return nil
  }

  private func header() -> [String: String]? {
    var header: [String: String] = [:]
    while case .line(let line) = input.window.takeLine(limit: 1 << 16) {
      if line.trimmed.isEmpty { return header }
      HTTPMessage.add(line, to: &header)
    }
    return nil
  }

  private func add(_ block: UnsafeBufferPointer<UInt8>, _ header: [String: String], to batch: inout ArticleBatch) {
    guard let message = HTTPMessage(block, hasHeader: header["warc-type"] == "response") else {
      return batch.problems.append(input.problem("record \(record) is no answer of a server"))
    }
    let type = message.type ?? header["content-type"] ?? ""
    guard message.isSuccess, type.contains("html") || type.contains("text/plain") else { return }
    pages += 1
    guard let body = message.decodedBody(limit: input.limit) else {
      let what = "the body of record \(record) can't be unpacked"
      return batch.problems.append(input.problem(what, wayOut: "gzip is unpacked, other codings aren't"))
    }
    var fields = body.withUnsafeBufferPointer { body in
      type.contains("html") ? HTMLPage.fields(body, charset: message.charset) : PlainText.fields(body)
    }
    let address = header["warc-target-uri"]?.trimmingBrackets
    fields.offer(.url, address)
    fields.offer(.id, address)
    input.add(fields, position: record, to: &batch)
  }
}

extension String {
  /// Old archives print addresses as `<https://…>`.
  fileprivate var trimmingBrackets: String {
    hasPrefix("<") && hasSuffix(">") ? String(dropFirst().dropLast()) : self
  }
}
