import Language

/// What the letters of a word tell, where no table does.
extension Document {
  /// Bytes of a token's folded form begin with the letter, whatever the lexicon makes of it.
  func beginsWith(_ i: Int, _ letter: [UInt8]) -> Bool {
    guard i >= 0, i < tokens.count, tokens[i].kind == .word else { return false }
    let start = Int(tokens[i].start)
    return Int(tokens[i].end) - start > letter.count && bytes[start..<start + letter.count].elementsEqual(letter)
  }

  func begins(_ i: Int, withAny letters: [[UInt8]]) -> Bool { letters.contains { beginsWith(i, $0) } }

  /// Whether the word is written with the article, alone or behind a conjunction or preposition (by its letters; words that own theirs count too).
  func isDefinite(_ i: Int) -> Bool {
    guard i >= 0, i < tokens.count, tokens[i].kind == .word else { return false }
    return analyzer.withFolded(tokens[i].value) { form in
      var at = 0
      if Letter.isAny(form, at, Letter.conjunctions), form.count > at + 6 { at += 2 }
      if Letter.isAny(form, at, Letter.prepositions), form.count > at + 6, Letter.isArticle(form, at + 2) {
        at += 2
      }
      if Letter.isArticle(form, at) { return true }
      return Letter.isDoubleLam(form, 0) || (at == 2 && Letter.isDoubleLam(form, 2))
    }
  }

  /// Whether the folded form ends in one of the endings and has so many letters at least.
  func ends(_ i: Int, in endings: [[UInt8]], letters least: Int = 1) -> Bool {
    guard i >= 0, i < tokens.count, tokens[i].kind == .word else { return false }
    return analyzer.withFolded(tokens[i].value) { form in
      form.count >= 2 * least
        && endings.contains { form.count >= $0.count && form[(form.count - $0.count)...].elementsEqual($0) }
    }
  }

  /// Whether the word is printed with a final ta marbuta, which folding makes equal to a pronoun.
  func endsInTaMarbuta(_ i: Int) -> Bool {
    guard i >= 0, i < tokens.count, tokens[i].kind == .word else { return false }
    let end = Int(tokens[i].end)
    return end - Int(tokens[i].start) >= 4 && bytes[end - 2] == 0xD8 && bytes[end - 1] == 0xA9
  }

  /// Bytes of the tokens without the proclitics that `match` names in its first word.
  func bytes(_ range: Range<Int>, without proclitics: Proclitics) -> Range<Int> {
    var bytes = byteRange(range)
    var drop = 0
    if !proclitics.isDisjoint(with: .conjunctions) { drop += 1 }
    if !proclitics.isDisjoint(with: [.ba, .li, .ka, .sa]) { drop += 1 }
    var i = bytes.lowerBound
    while drop > 0, i < bytes.upperBound {
      i += Letter.length(self.bytes, i)
      // Marks and tatweel belong to the letter before.
      while i < bytes.upperBound, Letter.isMark(self.bytes, i) { i += 2 }
      drop -= 1
    }
    if i < bytes.upperBound { bytes = i..<bytes.upperBound }
    return bytes
  }
}

/// Letters as bytes of folded UTF-8.
enum Letter {
  static let ba: [UInt8] = [0xD8, 0xA8]
  static let lam: [UInt8] = [0xD9, 0x84]
  static let waw: [UInt8] = [0xD9, 0x88]
  static let fa: [UInt8] = [0xD9, 0x81]
  static let kaf: [UInt8] = [0xD9, 0x83]
  static let conjunctions = [waw, fa]
  static let prepositions = [ba, lam, kaf]
  /// Third person ya and ta, first person nun of a present verb.
  static let presentPrefixes: [[UInt8]] = [[0xD9, 0x8A], [0xD8, 0xAA], [0xD9, 0x86]]

  static let alef: [UInt8] = [0xD8, 0xA7]
  static let nun: [UInt8] = [0xD9, 0x86]
  static let dual: [UInt8] = alef + nun
  /// The endings of sound plurals, waw nun and alef ta.
  static let plurals = [waw + nun, alef + [0xD8, 0xAA]]
  /// `Her` and `them`, and `his` behind a ta.
  static let pronouns = [[0xD9, 0x87] + alef, [0xD9, 0x87, 0xD9, 0x85], [0xD8, 0xAA, 0xD9, 0x87]]

  static func isAny(_ form: UnsafeBufferPointer<UInt8>, _ at: Int, _ letters: [[UInt8]]) -> Bool {
    at + 2 <= form.count && letters.contains { form[at] == $0[0] && form[at + 1] == $0[1] }
  }

  static func isArticle(_ form: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at + 6 <= form.count && form[at] == 0xD8 && form[at + 1] == 0xA7 && form[at + 2] == 0xD9 && form[at + 3] == 0x84
  }

  static func isDoubleLam(_ form: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at + 6 <= form.count && form[at] == 0xD9 && form[at + 1] == 0x84 && form[at + 2] == 0xD9 && form[at + 3] == 0x84
  }

  static func length(_ bytes: [UInt8], _ i: Int) -> Int {
    bytes[i] < 0x80 ? 1 : bytes[i] < 0xE0 ? 2 : bytes[i] < 0xF0 ? 3 : 4
  }

  static func isMark(_ bytes: [UInt8], _ i: Int) -> Bool {
    i + 1 < bytes.count && bytes[i] == 0xD9 && (bytes[i + 1] == 0x80 || (0x8B...0x9F).contains(bytes[i + 1]))
  }
}
