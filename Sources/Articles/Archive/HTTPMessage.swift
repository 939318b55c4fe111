/// The answer of a server, as an archive keeps it.
struct HTTPMessage {
  private let status: String
  private let header: [String: String]
  private let body: UnsafeBufferPointer<UInt8>

  /// Nil when there should be a header and is none.
  init?(_ block: UnsafeBufferPointer<UInt8>, hasHeader: Bool) {
    guard hasHeader else {
      status = "200"
      header = [:]
      body = block
      return
    }
    guard block.starts(with: "HTTP/") else { return nil }
    var header: [String: String] = [:]
    var status: String?
    var position = 0
    while let end = block.offset(of: UInt8(ascii: "\n"), from: position) {
      let line = UnsafeBufferPointer(rebasing: block[position..<end]).trimmed
      position = end + 1
      if line.isEmpty { break }
      if status == nil {
        status = line.decoded.text.split(separator: " ").dropFirst().first.map(String.init)
      } else {
        Self.add(line, to: &header)
      }
    }
    self.status = status ?? ""
    self.header = header
    body = UnsafeBufferPointer(rebasing: block[position...])
  }

  /// Adds a line like `Content-Type: text/html`; names count in small letters.
  static func add(_ line: UnsafeBufferPointer<UInt8>, to header: inout [String: String]) {
    guard let colon = line.offset(of: UInt8(ascii: ":")) else { return }
    let name = UnsafeBufferPointer(rebasing: line[..<colon]).trimmed.decoded.text.lowercased()
    header[name] = UnsafeBufferPointer(rebasing: line[(colon + 1)...]).trimmed.decoded.text
  }

  var isSuccess: Bool { status.hasPrefix("2") }
  var type: String? { header["content-type"]?.lowercased() }

  /// `windows-1256` of `text/html; charset=windows-1256`.
  var charset: String? {
    guard let type, let parameter = type.split(separator: ";").first(where: { $0.contains("charset=") }) else {
      return nil
    }
    return parameter.split(separator: "=").last.map { $0.filter { $0 != "\"" && $0 != " " } }
  }

  /// The body without chunks and compression; nil when it can't be had.
  func decodedBody(limit: Int) -> [UInt8]? {
    let isChunked = header["transfer-encoding"]?.lowercased().contains("chunked") == true
    // Archivers often take the chunks away and leave the header.
    let plain = isChunked ? Self.joinChunks(body) ?? Array(body) : Array(body)
    switch header["content-encoding"]?.lowercased() {
    case nil, "", "identity", "gzip", "x-gzip":
      let window = ByteWindow(UnpackedSource(MemorySource(plain)))
      let unpacked = window.takeAll(limit: limit).map(Array.init)
      return window.fault == nil ? unpacked : nil
    default: return nil
    }
  }

  private static func joinChunks(_ body: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var joined: [UInt8] = []
    var position = 0
    while let end = body.offset(of: UInt8(ascii: "\n"), from: position) {
      let line = UnsafeBufferPointer(rebasing: body[position..<end]).trimmed.decoded.text
      guard let digits = line.split(separator: ";").first, let size = Int(digits, radix: 16), size >= 0 else {
        return nil
      }
      if size == 0 { return joined }
      guard size <= body.count - end - 1 else { return nil }
      joined += body[(end + 1)..<(end + 1 + size)]
      // Behind the chunk stands an empty line.
      position = (body.offset(of: UInt8(ascii: "\n"), from: end + 1 + size) ?? body.count - 1) + 1
    }
    return nil
  }
}
