#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lines from a pipe, a file or a test; no prompt, no history.
package final class PlainLineReader: LineReader {
  private let fill: () -> [UInt8]
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  /// Lines from an open descriptor.
  package init(descriptor: Int32) {
    fill = {
      var bytes = [UInt8](repeating: 0, count: 64 << 10)
      var n = 0
      repeat { n = Glibc.read(descriptor, &bytes, bytes.count) } while n < 0 && errno == EINTR
      return Array(bytes.prefix(max(0, n)))
    }
  }

  /// The lines of `text`.
  package init(text: String) {
    buffer = Array(text.utf8)
    fill = { [] }
  }

  package var hasMore: Bool { true }

  package func read(prompt: String) -> LineReading {
    var searched = position
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { position = end + 1 }
        return .line(line(upTo: end))
      }
      searched = buffer.count
      guard !isAtEnd else { break }
      let more = fill()
      isAtEnd = more.isEmpty
      buffer.removeSubrange(..<position)
      searched -= position
      position = 0
      buffer += more
    }
    guard position < buffer.count else { return .end }
    defer { position = buffer.count }
    return .line(line(upTo: buffer.count))
  }

  package func remember(_ statement: String) {}
  package func history(last count: Int) -> [String] { [] }

  private func line(upTo end: Int) -> String {
    let hasReturn = end > position && buffer[end - 1] == UInt8(ascii: "\r")
    return String(decoding: buffer[position..<(hasReturn ? end - 1 : end)], as: UTF8.self)
  }
}
