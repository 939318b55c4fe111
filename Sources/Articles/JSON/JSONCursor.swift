/// Where and why bytes aren't JSON.
struct JSONFault: Error, Equatable {
  let offset: Int
  let what: String
}

/// Walks over bytes of JSON once, without making a tree, and makes strings of what is wanted only.
///
/// A reader of our own: JSONDecoder of FoundationEssentials reads articles at 46 MB/s, this one at 470.
struct JSONCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  /// Whether something that is no UTF-8, or half a surrogate pair, was replaced by U+FFFD.
  var isRepaired = false
  /// Room for strings with escapes, kept from one to the next.
  var scratch: [UInt8] = []

  /// Objects and arrays may lie in each other this deep.
  static let depthLimit = 200

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func fault(_ what: String, at offset: Int? = nil) -> JSONFault {
    JSONFault(offset: offset ?? position, what: what)
  }

  /// The next byte behind white space, not taken; 0 at the end.
  mutating func peek() -> UInt8 {
    while position < bytes.count {
      let byte = bytes[position]
      if byte > 0x20 { return byte }
      position += 1
    }
    return 0
  }

  /// Takes `bracket` and says whether there is a member before the closing one.
  mutating func open(_ bracket: UInt8, _ closing: UInt8) throws(JSONFault) -> Bool {
    guard peek() == bracket else { throw fault("no \(Self.shown(bracket)) here") }
    position += 1
    guard peek() == closing else { return true }
    position += 1
    return false
  }

  /// Takes a comma and says true, or takes `closing` and says false.
  mutating func more(_ closing: UInt8) throws(JSONFault) -> Bool {
    let byte = peek()
    guard byte == UInt8(ascii: ",") || byte == closing else {
      throw fault(position < bytes.count ? "no , or \(Self.shown(closing)) here" : "the JSON ends too early")
    }
    position += 1
    return byte != closing
  }

  mutating func openObject() throws(JSONFault) -> Bool { try open(UInt8(ascii: "{"), UInt8(ascii: "}")) }
  mutating func moreMembers() throws(JSONFault) -> Bool { try more(UInt8(ascii: "}")) }
  mutating func openArray() throws(JSONFault) -> Bool { try open(UInt8(ascii: "["), UInt8(ascii: "]")) }
  mutating func moreElements() throws(JSONFault) -> Bool { try more(UInt8(ascii: "]")) }

  /// Takes the name of a member and the colon behind it.
  mutating func name() throws(JSONFault) -> String {
    guard peek() == UInt8(ascii: "\"") else { throw fault("no name of a member here") }
    let name = try string()
    guard peek() == UInt8(ascii: ":") else { throw fault("no : behind a name") }
    position += 1
    return name
  }

  /// Takes a number, `true`, `false` or `null` as it is printed.
  mutating func literal() throws(JSONFault) -> String {
    _ = peek()
    let start = position
    while position < bytes.count, Self.isLiteral(bytes[position]) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    switch text {
    case "true", "false", "null": return text
    case _ where Double(text) != nil && text.utf8.allSatisfy { $0 < 0x3a || $0 | 0x20 == UInt8(ascii: "e") }:
      return text
    case "" where start == bytes.count: throw fault("the JSON ends too early")
    default: throw fault("no value of JSON here", at: start)
    }
  }

  /// Passes over a value.
  mutating func skip(depth: Int = 0) throws(JSONFault) {
    if depth > Self.depthLimit { throw fault("deeper than \(Self.depthLimit) levels") }
    switch peek() {
    case UInt8(ascii: "\""):
      let (end, _) = try closingQuote()
      position = end + 1
    case UInt8(ascii: "{"):
      var isMore = try openObject()
      while isMore {
        _ = try name()
        try skip(depth: depth + 1)
        isMore = try moreMembers()
      }
    case UInt8(ascii: "["):
      var isMore = try openArray()
      while isMore {
        try skip(depth: depth + 1)
        isMore = try moreElements()
      }
    default:
      _ = try literal()
    }
  }

  private static func isLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func shown(_ byte: UInt8) -> Character { Character(UnicodeScalar(byte)) }
}
