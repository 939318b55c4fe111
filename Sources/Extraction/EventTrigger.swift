import Language

/// A word or phrase that opens an event.
struct EventTrigger {
  let type: String
  let isVerb: Bool
  let frame: Frame
  let tokens: Range<Int>
  let proclitics: Proclitics
  /// A pronoun stands for who took part.
  let hasPronoun: Bool

  /// What the column `frame` of the table says of a row.
  struct Frame: OptionSet {
    let rawValue: UInt8
    /// A noun governs whom it is done to.
    static let transitive = Frame(rawValue: 1)
    /// The person it is done to must be named.
    static let person = Frame(rawValue: 2)
    /// The clause must name a post.
    static let post = Frame(rawValue: 4)
    /// Who does it must be named.
    static let armed = Frame(rawValue: 8)
    /// The place reached must be named.
    static let host = Frame(rawValue: 16)
    /// A noun leads with `on` to whom it is done to.
    static let against = Frame(rawValue: 32)

    static let named: [String: Frame] = [
      "transitive": .transitive, "person": .person, "post": .post, "armed": .armed, "host": .host, "against": .against,
    ]
  }

  private struct Row {
    var type: String
    var isVerb: Bool
    var frame: Frame
    /// Whether the word opens an event by itself.
    var opens: Bool
  }

  private static let rows: [Row] = {
    let table = Lexicon.shared.table(.eventTrigger)
    return (0..<table.count).map { row in
      let frame = table.alternatives(row, "frame")
      return Row(
        type: table.cell(row, "type"), isVerb: table.cell(row, "part") == "verb",
        frame: frame.reduce(into: []) { $0.formUnion(Frame.named[$1] ?? []) },
        // Verbs of saying and deciding are quotes, not events.
        opens: !frame.contains("none") && table.cell(row, "type") != "announce_policy")
    }
  }()

  init?(at i: Int, in article: AnnotatedArticle) {
    let document = article.document
    guard document.has(i, .eventTrigger), document.tokens[i].kind == .word else { return nil }
    // Of names only those of summits open an event.
    if let mention = article.mention(at: i), mention.kind != .place || mention.tokens.lowerBound < i { return nil }
    guard article.dateAt[i] < 0, !document.has(i, .organizationTrigger) else { return nil }
    let found = document.matches(i, .eventTrigger).first { match in
      Self.rows[Int(match.row)].opens && match.suffix != .my
        && !(match.suffix == .his && document.endsInTaMarbuta(i))
    }
    guard let match = found else { return nil }
    let row = Self.rows[Int(match.row)]
    if row.isVerb, match.end == i + 1 {
      if match.proclitics.contains(.al) { return nil }
      if document.has(i, .reportingVerb), !Self.mutual.contains(row.type) { return nil }
      if row.type == "aid" || row.type == "trial" { return nil }
    }
    type = row.type
    isVerb = row.isVerb
    frame = row.frame
    tokens = i..<match.end
    proclitics = match.proclitics
    hasPronoun = match.suffix.isPronoun || Self.carriesPronoun(i, row: match.row, document)
  }

  /// Whether a form that the table prints with a pronoun (`his arrest`) stands there.
  private static func carriesPronoun(_ i: Int, row: Int32, _ document: Document) -> Bool {
    guard !document.endsInTaMarbuta(i) else { return false }
    return document.analyzer.withFolded(document.tokens[i].value) { word in
      pronouns.contains { ends(word, in: $0) } && !ends(word, in: lemmas[Int(row)])
    }
  }

  private static func ends(_ word: UnsafeBufferPointer<UInt8>, in ending: [UInt8]) -> Bool {
    word.count >= ending.count && word[(word.count - ending.count)...].elementsEqual(ending)
  }

  private static let pronouns = [
    "\u{647}", "\u{647}\u{627}", "\u{647}\u{645}", "\u{647}\u{645}\u{627}", "\u{647}\u{646}",
  ].map { Array($0.utf8) }

  private static let lemmas: [[UInt8]] = {
    let table = Lexicon.shared.table(.eventTrigger)
    return (0..<table.count).map { Array(Folding.fold(table.cell($0, "lemma")).utf8) }
  }()

  /// Somebody gets a post by it.
  var isAppointment: Bool { type == "appoint" || type == "elect" }

  /// Both sides take part alike.
  var isMutual: Bool { Self.mutual.contains(type) }

  private static let mutual: Set<String> = ["clash", "exchange", "negotiate", "meet", "agree", "truce", "sign"]

  /// Someone does it to someone.
  var isTransitive: Bool { Self.done.contains(type) || frame.contains(.transitive) }

  private static let done: Set<String> = [
    "attack", "strike", "arrest", "release", "appoint", "elect", "sanction", "trial",
  ]

  /// Somebody uses force against somebody or something.
  var isViolent: Bool { type == "attack" || type == "strike" }

  /// Nobody does it.
  var isNatural: Bool { type == "accident" || type == "disaster" }

  /// It is told of before it happens, with its day: a visit, an election.
  var isScheduled: Bool { ["meet", "visit", "elect", "negotiate", "trial", "sign"].contains(type) }
}
