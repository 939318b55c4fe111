#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A window on the bytes of an input that slides from its beginning to its end and grows when an article needs it.
final class ByteWindow {
  private let source: any ByteSource
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var start = 0
  private var end = 0
  private var isAtEnd = false

  /// Why the input ended before its end.
  private(set) var fault: InputFault?

  private static let chunk = 1 << 18

  init(_ source: any ByteSource) {
    self.source = source
    capacity = 2 * Self.chunk
    buffer = .allocate(capacity: capacity)
  }

  deinit { buffer.deallocate() }

  /// What is in the window now; valid until the next `fill`.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: buffer + start, count: end - start) }

  /// Moves the beginning of the window `count` bytes on; the bytes before it stay valid until the next `fill`.
  func advance(_ count: Int) { start += count }

  /// Reads on; false when there is no more.
  func fill() -> Bool {
    if isAtEnd { return false }
    makeRoom()
    do {
      let count = try source.read(into: buffer + end, count: capacity - end)
      end += count
      isAtEnd = count == 0
    } catch {
      fault = error
      isAtEnd = true
    }
    return !isAtEnd
  }

  /// Reads until the window holds `count` bytes or the input ends.
  func fill(to count: Int) {
    while end - start < count, fill() {}
  }

  private func makeRoom() {
    if capacity - end >= Self.chunk { return }
    let count = end - start
    if start >= Self.chunk {
      memmove(buffer, buffer + start, count)
    } else {
      capacity *= 2
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      memcpy(larger, buffer + start, count)
      buffer.deallocate()
      buffer = larger
    }
    start = 0
    end = count
  }
}

extension ByteWindow {
  enum Line {
    /// Without its line feed; valid until the next `fill`.
    case line(UnsafeBufferPointer<UInt8>)
    /// A line of more than `limit` bytes was passed over.
    case tooLong
    case end
  }

  /// Takes the next line.
  func takeLine(limit: Int) -> Line {
    var searched = 0
    var isTooLong = false
    while true {
      if let length = bytes.offset(of: UInt8(ascii: "\n"), from: searched) {
        let line = UnsafeBufferPointer(rebasing: bytes[..<length])
        advance(length + 1)
        return isTooLong || length > limit ? .tooLong : .line(line)
      }
      searched = bytes.count
      if searched > limit {
        isTooLong = true
        advance(searched)
        searched = 0
      }
      if fill() { continue }
      if isTooLong { return .tooLong }
      let line = bytes
      advance(line.count)
      return line.isEmpty ? .end : .line(line)
    }
  }

  /// Everything to the end of the input; nil when that is more than `limit` bytes.
  func takeAll(limit: Int) -> UnsafeBufferPointer<UInt8>? {
    fill(to: limit + 1)
    let all = bytes
    advance(all.count)
    if all.count <= limit { return all }
    while fill() { advance(bytes.count) }
    return nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where `byte` stands first in `from..<to`.
  func offset(of byte: UInt8, from: Int = 0, to: Int? = nil) -> Int? {
    let to = to ?? count
    guard let base = baseAddress, from < to, let found = memchr(base + from, Int32(byte), to - from) else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  func starts(with text: StaticString) -> Bool {
    starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Without white space (and control characters) at both ends.
  var trimmed: UnsafeBufferPointer<UInt8> {
    guard let first = firstIndex(where: { $0 > 0x20 }), let last = lastIndex(where: { $0 > 0x20 }) else {
      return UnsafeBufferPointer(start: baseAddress, count: 0)
    }
    return UnsafeBufferPointer(rebasing: self[first...last])
  }

  /// The text, and whether bytes that are no UTF-8 had to be replaced by U+FFFD.
  var decoded: (text: String, isRepaired: Bool) {
    var text = String(decoding: self, as: UTF8.self)
    let isSame = text.withUTF8 { $0.isSame(as: self) }
    return (text, !isSame)
  }

  private func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count, let base = baseAddress, let otherBase = other.baseAddress else {
      return count == other.count
    }
    return memcmp(base, otherBase, count) == 0
  }
}
