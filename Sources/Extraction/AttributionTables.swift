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
}
