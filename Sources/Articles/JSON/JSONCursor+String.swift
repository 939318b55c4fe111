extension JSONCursor {
  /// Takes a string.
  ///
  /// Control characters may stand in it as they are: they are against the rules, and common in dumps of news.
  mutating func string() throws(JSONFault) -> String {
    let (end, hasEscapes) = try closingQuote()
    let body = UnsafeBufferPointer(rebasing: bytes[(position + 1)..<end])
    if hasEscapes {
      try unescape(to: end)
    } else {
      position = end
    }
    position += 1
    let (text, isRepaired) = hasEscapes ? scratch.withUnsafeBufferPointer { $0.decoded } : body.decoded
    if isRepaired { self.isRepaired = true }
    return text
  }

  /// Where the string that begins here ends. Articles are long runs without a quotation mark, which is why `memchr`
  /// looks for it rather than a loop.
  func closingQuote() throws(JSONFault) -> (end: Int, hasEscapes: Bool) {
    var from = position + 1
    var hasEscapes = false
    while let quote = bytes.offset(of: UInt8(ascii: "\""), from: from) {
      while from < quote, let backslash = bytes.offset(of: UInt8(ascii: "\\"), from: from, to: quote) {
        hasEscapes = true
        from = backslash + 2
      }
      // Behind a backslash, the mark belongs to the string.
      if from <= quote { return (quote, hasEscapes) }
    }
    throw fault("a string that doesn't end")
  }

  /// Puts the string that begins here and ends at `end` into `scratch`.
  private mutating func unescape(to end: Int) throws(JSONFault) {
    scratch.removeAll(keepingCapacity: true)
    position += 1
    while let backslash = bytes.offset(of: UInt8(ascii: "\\"), from: position, to: end) {
      scratch.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[position..<backslash]))
      position = backslash
      try escape()
    }
    scratch.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[position..<end]))
    position = end
  }

  /// Takes one escape; a string always has a byte behind a backslash.
  private mutating func escape() throws(JSONFault) {
    let letter = bytes[position + 1]
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scratch.append(letter)
    case UInt8(ascii: "n"): scratch.append(0x0a)
    case UInt8(ascii: "t"): scratch.append(0x09)
    case UInt8(ascii: "r"): scratch.append(0x0d)
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "f"): scratch.append(0x0c)
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw fault("no escape of JSON")
    }
    position += 2
  }

  /// Takes `\u0645`, or both halves of a pair such as `\ud83d\ude00`.
  private mutating func unicodeEscape() throws(JSONFault) {
    let unit = try codeUnit(at: position)
    position += 6
    var scalar = Unicode.Scalar(unit)
    if UTF16.isLeadSurrogate(unit), let trail = try? codeUnit(at: position), UTF16.isTrailSurrogate(trail) {
      position += 6
      scalar = Unicode.Scalar(0x10000 + (UInt32(unit & 0x3ff) << 10 | UInt32(trail & 0x3ff)))
    }
    if scalar == nil { isRepaired = true }
    scratch.append(contentsOf: UTF8.encode(scalar ?? "\u{fffd}")!)
  }

  private func codeUnit(at start: Int) throws(JSONFault) -> UInt16 {
    guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u") else {
      throw fault("no escape of JSON", at: start)
    }
    var unit: UInt16 = 0
    for byte in bytes[(start + 2)..<(start + 6)] {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else {
        throw fault("no four hexadecimal digits behind \\u", at: start)
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
