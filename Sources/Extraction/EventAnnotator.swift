import Facts
import Language

/// Finds events: a trigger, who took part, where and when. Only those that tell at least one of who, or both where
/// and when.
enum EventAnnotator: Annotator {
  static func annotate(_ article: inout AnnotatedArticle) {
    for sentence in article.document.sentences { addEvents(in: sentence.tokens, &article) }
  }

  private static func addEvents(in sentence: Range<Int>, _ article: inout AnnotatedArticle) {
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      guard article.document.has(i, .eventTrigger), let trigger = EventTrigger(at: i, in: article) else {
        i += 1
        continue
      }
      i = trigger.tokens.upperBound
      var reader = EventReader(article: article, sentence: sentence, trigger: trigger)
      guard let event = reader.read() else { continue }
      article.entities = reader.article.entities
      article.events.append(event)
    }
  }
}

/// A word or phrase that opens an event.
struct EventTrigger {
  let type: String
  let isVerb: Bool
  let tokens: Range<Int>
  let proclitics: Proclitics
  /// A pronoun stands for who took part.
  let hasPronoun: Bool

  private static let rows: [(type: String, isVerb: Bool)] = {
    let table = Lexicon.shared.table(.eventTrigger)
    return (0..<table.count).map { (table.cell($0, "type"), table.cell($0, "part") == "verb") }
  }()

  /// Verbs of saying and deciding are quotes, not events.
  private static let left: Set<String> = ["announce_policy"]

  init?(at i: Int, in article: AnnotatedArticle) {
    let document = article.document
    guard document.tokens[i].kind == .word else { return nil }
    // Of names only those of summits open an event.
    if let mention = article.mention(at: i), mention.kind != .place || mention.tokens.lowerBound < i { return nil }
    guard article.dateAt[i] < 0, !document.has(i, .organizationTrigger) else { return nil }
    let found = document.matches(i, .eventTrigger).first { match in
      !Self.left.contains(Self.rows[Int(match.row)].type) && !(match.suffix == .his && document.endsInTaMarbuta(i))
    }
    guard let match = found else { return nil }
    let row = Self.rows[Int(match.row)]
    if row.isVerb, match.end == i + 1 {
      if match.proclitics.contains(.al) || document.isDefinite(i) { return nil }
      if document.has(i, .reportingVerb), !Self.mutual.contains(row.type) { return nil }
      if row.type == "aid" || row.type == "trial" { return nil }
    }
    type = row.type
    isVerb = row.isVerb
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
  var isTransitive: Bool {
    ["attack", "strike", "arrest", "release", "appoint", "elect", "sanction", "trial"].contains(type)
  }

  /// Nobody does it.
  var isNatural: Bool { type == "accident" || type == "disaster" }
}
