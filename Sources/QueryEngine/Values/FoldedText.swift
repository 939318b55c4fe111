/// Tests of folded texts.
enum FoldedText {
  /// Whether the words of `wanted` stand in `text`, whole, the first also behind a particle written with it.
  static func has(_ text: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard !wanted.isEmpty else { return false }
    var from = 0
    while let place = find(wanted, in: text, from: from) {
      let end = place + wanted.count
      if endsWord(text, at: end), beginsWord(text, at: place) { return true }
      from = place + 1
    }
    return false
  }

  static func find(_ wanted: [UInt8], in text: [UInt8], from: Int) -> Int? {
    guard wanted.count > 0, text.count - from >= wanted.count else { return nil }
    let first = wanted[0]
    var i = from
    let last = text.count - wanted.count
    while i <= last {
      if text[i] == first {
        var k = 1
        while k < wanted.count, text[i &+ k] == wanted[k] { k &+= 1 }
        if k == wanted.count { return i }
      }
      i &+= 1
    }
    return nil
  }

  private static func endsWord(_ text: [UInt8], at place: Int) -> Bool {
    place >= text.count || !isLetter(scalar(text, at: place))
  }

  /// The word begins here, or what stands before it in the word is made of particles only.
  private static func beginsWord(_ text: [UInt8], at place: Int) -> Bool {
    var start = place
    while start > 0, isLetter(scalarBefore(text, start)) { start = startOfScalar(text, before: start) }
    return start == place || isParticles(text[start..<place])
  }

  /// One conjunction, one preposition, the article, each or none, in this order; `lil` for preposition and article.
  private static func isParticles(_ bytes: ArraySlice<UInt8>) -> Bool {
    var letters: [UInt16] = []
    var i = bytes.startIndex
    while i + 1 < bytes.endIndex {
      letters.append(UInt16(bytes[i]) << 8 | UInt16(bytes[i + 1]))
      i += 2
    }
    guard i == bytes.endIndex else { return false }
    let (waw, fa, ba, kaf, lam, alef): (UInt16, UInt16, UInt16, UInt16, UInt16, UInt16) = (
      0xD988, 0xD981, 0xD8A8, 0xD983, 0xD984, 0xD8A7
    )
    var rest = letters[...]
    if let first = rest.first, first == waw || first == fa { rest = rest.dropFirst() }
    if Array(rest) == [lam, lam] { return true }
    if let first = rest.first, first == ba || first == kaf || first == lam { rest = rest.dropFirst() }
    return rest.isEmpty || Array(rest) == [alef, lam]
  }

  private static func startOfScalar(_ text: [UInt8], before place: Int) -> Int {
    var start = place - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  private static func scalarBefore(_ text: [UInt8], _ place: Int) -> Unicode.Scalar {
    scalar(text, at: startOfScalar(text, before: place))
  }

  private static func scalar(_ text: [UInt8], at place: Int) -> Unicode.Scalar {
    let lead = text[place]
    if lead < 0x80 { return Unicode.Scalar(lead) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    var k = 1
    while k < length, place + k < text.count {
      value = value << 6 | UInt32(text[place + k] & 0x3F)
      k += 1
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
  }
}
