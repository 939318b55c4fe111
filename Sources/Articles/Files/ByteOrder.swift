/// The mark at the beginning of a file that says how its characters are coded.
enum ByteOrder {
  /// `window` behind its mark, in UTF-8: input in UTF-16 is coded again, which takes all of it into memory.
  static func utf8(_ window: ByteWindow, limit: Int) -> ByteWindow {
    window.fill(to: 3)
    let bytes = window.bytes
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
      window.advance(3)
    } else if bytes.starts(with: [0xff, 0xfe]) {
      return transcoded(window, limit: limit) { UInt16($0) | UInt16($1) << 8 }
    } else if bytes.starts(with: [0xfe, 0xff]) {
      return transcoded(window, limit: limit) { UInt16($1) | UInt16($0) << 8 }
    }
    return window
  }

  private static func transcoded(
    _ window: ByteWindow, limit: Int, unit: (UInt8, UInt8) -> UInt16
  ) -> ByteWindow {
    window.advance(2)
    guard let bytes = window.takeAll(limit: limit) else { return ByteWindow(TooLargeSource()) }
    let units = (0..<bytes.count / 2).map { unit(bytes[2 * $0], bytes[2 * $0 + 1]) }
    return ByteWindow(MemorySource(Array(String(decoding: units, as: UTF16.self).utf8)))
  }

  private final class TooLargeSource: ByteSource {
    func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(InputFault) -> Int {
      throw InputFault(what: "UTF-16 and larger than an article may be", wayOut: "convert it to UTF-8")
    }
  }
}
