import Language

/// How the content attaches to a reporting verb.
struct ContentFrames: OptionSet {
  let rawValue: UInt16
  static let that = ContentFrames(rawValue: 1)
  static let quote = ContentFrames(rawValue: 2)
  static let bi = ContentFrames(rawValue: 4)
  static let ila = ContentFrames(rawValue: 8)
  static let ala = ContentFrames(rawValue: 16)
  static let an = ContentFrames(rawValue: 32)
  static let min = ContentFrames(rawValue: 64)
  static let object = ContentFrames(rawValue: 128)
  static let `as` = ContentFrames(rawValue: 256)
  static let via = ContentFrames(rawValue: 512)
  /// Someone is always spoken of or to as the verb's object: `accused X of …`.
  static let patient = ContentFrames(rawValue: 1024)
  /// Someone may be: `demanded (of X) that …`.
  static let addressee = ContentFrames(rawValue: 2048)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(names: [String]) {
    let all: [String: ContentFrames] = [
      "that": .that, "quote": .quote, "bi": .bi, "ila": .ila, "ala": .ala, "an": .an, "min": .min, "object": .object,
      "as": .as, "via": .via, "patient": .patient, "addressee": .addressee,
    ]
    self = names.reduce(into: []) { $0.formUnion(all[$1] ?? []) }
  }
}

/// A row of `reporting_verbs`.
struct ReportingVerb {
  let act: String
  /// Whether its past begins with an alef without hamza.
  let beginsWithBareAlef: Bool
  /// Whether it nearly always reports content.
  let strong: Bool
  /// Whether its subject is usually the speaker before.
  let continues: Bool
  let frames: ContentFrames
  /// The most usual of the frames.
  let primary: ContentFrames

  /// Whether a bare noun phrase behind a preposition of the frame is content too: where that is the verb's usual
  /// frame, and for strong verbs that do more than say. Weak verbs must at least be about an attitude.
  func takesPhrase(_ frame: ContentFrames) -> Bool {
    guard frames.contains(frame) else { return false }
    if strong { return primary == frame || (act != "say" && act != "report" && frame != .min) }
    return primary == frame && (frame == .an || Self.attitudes.contains(act))
  }

  /// Whether a noun phrase without a preposition is content (`announced the end of …`).
  var takesObject: Bool {
    frames.contains(.object) && (strong || ["call", "deny", "estimate", "expect", "describe"].contains(act))
  }

  private static let attitudes: Set<String> = [
    "call", "accuse", "promise", "threaten", "condemn", "warn", "expect", "deny",
  ]
}

/// What an attribution phrase does.
enum PhraseRole: String {
  /// What follows said it.
  case source
  /// A reporting verb follows.
  case clause
  /// A change of speaker.
  case turn
  /// The occasion of speaking.
  case venue
}

/// Typed rows of the attribution tables, read once.
enum AttributionTables {
  static let verbs: [ReportingVerb] = rows(.reportingVerb) { table, row in
    ReportingVerb(
      act: table.cell(row, "act"), beginsWithBareAlef: table.cell(row, "lemma").unicodeScalars.first == "\u{627}",
      strong: table.cell(row, "strength") == "strong",
      continues: table.cell(row, "continuation") == "1",
      frames: ContentFrames(names: table.alternatives(row, "frames")),
      primary: ContentFrames(names: Array(table.alternatives(row, "frames").prefix(1))))
  }

  /// `attaches`: the preposition lam of the phrase is written to the word behind it.
  static let phrases: [(role: PhraseRole, act: String, attaches: Bool)] = rows(.attributionPhrase) { table, row in
    let act = table.cell(row, "act")
    return (
      PhraseRole(rawValue: table.cell(row, "role")) ?? .turn, act.isEmpty ? "say" : act,
      table.cell(row, "final") == "1"
    )
  }

  /// Whether a row of `source_nouns` may stand for unnamed people, an institution, or a person met before.
  static let sourceKinds: [(anonymous: Bool, institution: Bool, person: Bool)] = rows(.sourceNoun) { table, row in
    let kinds = table.alternatives(row, "kind")
    return (kinds.contains("anonymous"), kinds.contains("institution"), kinds.contains("person"))
  }

  static let nounActs: [(act: String, use: String)] = rows(.reportingNoun) { table, row in
    (table.cell(row, "act"), table.cell(row, "use"))
  }

  static let titleKinds: [String] = rows(.title) { table, row in table.cell(row, "kind") }
  static let firstTitleKinds: [String] = rows(.title) { table, row in table.alternatives(row, "kind").first ?? "" }

  static let organizationTypes: [String] = rows(.organization) { table, row in table.cell(row, "type") }
  static let triggerTypes: [String] = rows(.organizationTrigger) { table, row in table.cell(row, "type") }

  private static func rows<Row>(_ cls: LexicalClass, _ read: (LanguageTable, Int) -> Row) -> [Row] {
    let table = Lexicon.shared.table(cls)
    return (0..<table.count).map { read(table, $0) }
  }
}

extension Document {
  /// Whether token `i` is a reading of a function word without a preposition written to it.
  func isPreposition(_ i: Int) -> Bool { roles(i).contains(.preposition) }

  func isComma(_ i: Int) -> Bool { isSign(i, Sign.arabicComma) || isSign(i, Sign.comma) }

  /// Commas, semicolons, dashes.
  func isPause(_ i: Int) -> Bool {
    guard i >= 0, i < tokens.count, tokens[i].kind == .sign else { return false }
    switch tokens[i].value {
    case Sign.comma, Sign.arabicComma, Sign.semicolon, Sign.arabicSemicolon, Sign.hyphen, Sign.enDash, Sign.emDash,
      0x640:
      return true
    default: return false
    }
  }

  func isFinalSign(_ i: Int) -> Bool {
    guard i >= 0, i < tokens.count, tokens[i].kind == .sign else { return i >= tokens.count }
    switch tokens[i].value {
    case Sign.stop, Sign.question, Sign.arabicQuestion, Sign.exclamation, Sign.ellipsis: return true
    default: return false
    }
  }

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

  /// Whether the word is printed with a final ta marbuta, which folding makes equal to a pronoun.
  func endsInTaMarbuta(_ i: Int) -> Bool {
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
