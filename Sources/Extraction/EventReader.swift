import Facts
import Language

/// Reads what stands around a trigger in its sentence.
struct EventReader {
  var article: AnnotatedArticle
  let document: Document
  let sentence: Range<Int>
  let trigger: EventTrigger
  private(set) var participants: [(role: String, entity: Int)] = []
  /// An attack of words: the president's on his party.
  var isInWords = false

  /// How far from the trigger its subject or the list of its parties begins.
  static let reach = 5

  init(article: AnnotatedArticle, sentence: Range<Int>, trigger: EventTrigger) {
    self.article = article
    document = article.document
    self.sentence = sentence
    self.trigger = trigger
  }

  mutating func read() -> EventMention? {
    addParties()
    if trigger.isMutual {
      addMediators()
      addRepresentatives()
    } else if !trigger.isNatural {
      addAgentAndPatient()
    }
    let place = place()
    let date = date()
    guard isKept(place, date) else { return nil }
    let bytes = document.bytes(trigger.tokens, without: trigger.proclitics)
    return EventMention(
      tokens: trigger.tokens, bytes: bytes, type: trigger.type, trigger: document.text(bytes: bytes), place: place,
      date: date, participants: participants, sources: article.sources(around: trigger.tokens),
      rule: trigger.isVerb ? "event_verb" : "event_noun")
  }

  private func isKept(_ place: Int?, _ date: Period?) -> Bool {
    if trigger.isMutual { return participants.filter { $0.role == "party" }.count >= 2 }
    guard !isInWords, hasWhatItNeeds(place) else { return false }
    if !participants.isEmpty { return true }
    // `This accident` has been told of before.
    return !trigger.isVerb && !document.isWord(trigger.tokens.lowerBound - 1, .this) && place != nil && date != nil
      && (trigger.isNatural || trigger.isViolent || trigger.type == "protest" || trigger.type == "elect")
  }

  /// What the trigger's frame asks for.
  private func hasWhatItNeeds(_ place: Int?) -> Bool {
    if trigger.frame.contains(.person), !participants.contains(where: { isPatient($0) }) { return false }
    if trigger.frame.contains(.armed) {
      guard participants.contains(where: { $0.role == "agent" }), participants.count > 1 || place != nil else {
        return false
      }
    }
    if trigger.type == "release", !namesReleased { return false }
    if trigger.frame.contains(.host), !participants.contains(where: { $0.role == "host" }) { return false }
    return !trigger.frame.contains(.post) || namesPost
  }

  /// People are released, not funds: one who is named, or a number of them.
  private var namesReleased: Bool {
    participants.contains(where: { isPatient($0) })
      || article.figures.contains { $0.measure == "released" && sentence.contains($0.tokens.lowerBound) }
  }

  private func isPatient(_ participant: (role: String, entity: Int)) -> Bool {
    participant.role == "patient" && article.entities[participant.entity].kind == .person
  }

  /// Whether a title of a post or the word for one stands behind the trigger in its clause.
  private var namesPost: Bool {
    let end = min(sentence.upperBound, trigger.tokens.upperBound + 10)
    return tokens(from: trigger.tokens.upperBound, to: end).contains { i in
      document.isContext(i, .office)
        || article.mention(at: i) == nil
          && document.matches(i, .title).contains {
            AttributionTables.titleKinds[Int($0.row)].hasPrefix("post") && !$0.proclitics.contains(.al)
          }
    }
  }

  mutating func add(_ role: String, _ entity: Int) {
    guard !participants.contains(where: { $0.entity == entity }) else { return }
    participants.append((role, entity))
  }

  // MARK: The clause

  /// The first mention that begins within so many tokens, in the clause.
  func nextMention(_ i: Int, within reach: Int) -> NameMention? {
    var j = i
    while j < min(sentence.upperBound, i + reach) {
      if let mention = article.mention(at: j) { return mention }
      if isClauseEnd(j) { return nil }
      j += 1
    }
    return nil
  }

  func tokens(from start: Int, to end: Int) -> Range<Int> { start..<max(start, end) }

  func isClauseEnd(_ i: Int) -> Bool {
    if document.tokens[i].kind == .sign { return !isQuotationMark(i) && !document.isSign(i, Sign.openParenthesis) }
    return document.isWord(i, .that) || document.isWord(i, .who) || document.isWord(i, .while)
      || document.isWord(i, .as)
  }

  func isQuotationMark(_ i: Int) -> Bool {
    guard i < document.tokens.count, document.tokens[i].kind == .sign else { return false }
    switch document.tokens[i].value {
    case Sign.quotation, Sign.openGuillemet, Sign.closeGuillemet, Sign.leftDouble, Sign.rightDouble: return true
    default: return false
    }
  }

  /// Whether a preposition is written to the name.
  func hasProclitic(_ mention: NameMention, _ letter: [UInt8]) -> Bool {
    let first = mention.tokens.lowerBound
    guard Int(document.tokens[first].start) < mention.bytes.lowerBound else { return false }
    return document.beginsWith(first, letter)
      || document.beginsWith(first, Letter.waw)
        && document.senses(first).contains { !$0.proclitics.isDisjoint(with: .prepositions) }
  }
}
