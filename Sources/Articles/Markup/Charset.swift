/// Which characters the bytes of a page stand for.
enum Charset {
  /// The charset that a page names: `windows-1256` of `<meta charset="windows-1256">` or `encoding="…"`.
  static func declared(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    for key in ["charset=", "encoding="] {
      guard let rest = head.split(separator: key, maxSplits: 1).dropFirst().first else { continue }
      let name = rest.drop { $0 == "\"" || $0 == "'" }.prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")
      }
      if !name.isEmpty { return String(name) }
    }
    return nil
  }

  /// Calls `body` with bytes and the charset to read them in.
  ///
  /// Pages name other charsets by mistake; bytes that are UTF-8 are hardly ever something else. Bytes that should be
  /// UTF-8 and aren't are repaired, or the parser would stop there.
  static func reading<T>(
    _ bytes: UnsafeBufferPointer<UInt8>, named: String?, _ body: (UnsafeBufferPointer<UInt8>, String, Bool) -> T
  ) -> T {
    let (text, isRepaired) = bytes.decoded
    guard isRepaired else { return body(bytes, "UTF-8", false) }
    if let name = named ?? declared(in: bytes), !["utf-8", "utf8"].contains(name.lowercased()) {
      return body(bytes, name, false)
    }
    return Array(text.utf8).withUnsafeBufferPointer { body($0, "UTF-8", true) }
  }
}
