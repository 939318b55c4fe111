import Facts
import Language

/// Reads what stands around a trigger in its sentence.
struct EventReader {
  private(set) var article: AnnotatedArticle
  private let document: Document
  private let sentence: Range<Int>
  private let trigger: EventTrigger
  private var participants: [(role: String, entity: Int)] = []

  /// How far from the trigger its subject or the list of its parties begins.
  private static let reach = 5

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
    if !participants.isEmpty { return true }
    return !trigger.isVerb && place != nil && date != nil
      && (trigger.isNatural || trigger.type == "protest" || trigger.type == "attack" || trigger.type == "strike")
  }

  private mutating func add(_ role: String, _ entity: Int) {
    guard !participants.contains(where: { $0.entity == entity }) else { return }
    participants.append((role, entity))
  }

  // MARK: Parties

  /// "Between A, B and C" behind the trigger, or the subjects of the verb before it.
  private mutating func addParties() {
    guard trigger.isMutual else { return }
    var i = trigger.tokens.upperBound
    let limit = min(sentence.upperBound, i + Self.reach)
    while i < limit, !isClauseEnd(i) {
      if document.isWord(i, .between) { return addList(from: i + 1) }
      i += 1
    }
    if !trigger.isVerb { return addSubjectsBefore() }
    // "Reached a truce": the noun is the event.
    if !leadsToNoun { addList(from: trigger.tokens.upperBound) }
  }

  private var leadsToNoun: Bool {
    guard trigger.type == "agree" else { return false }
    let end = trigger.tokens.upperBound
    let ahead = end..<max(end, min(sentence.upperBound, end + 9))
    return ahead.contains { i in
      document.isWord(i, .to) && i + 1 < sentence.upperBound
        && EventTrigger(at: i + 1, in: article).map { $0.isMutual && !$0.isVerb } == true
    }
  }

  /// Mentions in a row: "A, B and C", with or without titles between.
  private mutating func addList(from first: Int) {
    var i = first
    var gap = 0
    while i < sentence.upperBound, gap <= 3 {
      if let mention = article.mention(at: i) {
        add("party", mention.entity)
        i = mention.tokens.upperBound
        gap = 0
        guard continuesList(i) else { return }
      } else {
        if document.tokens[i].kind == .sign, !isQuotationMark(i), !document.isComma(i) { return }
        if document.tokens[i].kind == .word { gap += 1 }
        if gap > 1, document.has(i, .functionWord) || document.has(i, .reportingVerb) { return }
        i += 1
      }
    }
  }

  /// An "and", a comma or a quotation mark and another mention.
  private func continuesList(_ i: Int) -> Bool {
    var j = i
    while isQuotationMark(j) { j += 1 }
    guard j < sentence.upperBound else { return false }
    if document.isComma(j) { return article.mention(at: j + 1) != nil }
    if document.isBareWaw(j) { return true }
    return document.beginsWith(j, Letter.waw)
  }

  private func isQuotationMark(_ i: Int) -> Bool {
    guard i < document.tokens.count, document.tokens[i].kind == .sign else { return false }
    switch document.tokens[i].value {
    case Sign.quotation, Sign.openGuillemet, Sign.closeGuillemet, Sign.leftDouble, Sign.rightDouble: return true
    default: return false
    }
  }

  /// "A and B reached a truce": the mentions between a verb of agreeing and the trigger.
  private mutating func addSubjectsBefore() {
    var i = trigger.tokens.lowerBound - 1
    while i >= max(sentence.lowerBound, trigger.tokens.lowerBound - 10) {
      if document.has(i, .eventTrigger), let verb = EventTrigger(at: i, in: article), verb.isVerb, verb.isMutual {
        return addList(from: i + 1)
      }
      i -= 1
    }
  }

  /// Countries of the nisbas behind "by mediation of", and names there.
  private mutating func addMediators() {
    for i in sentence where document.isWord(i, .mediation) {
      var j = i + 1
      while j < sentence.upperBound, let entity = mediator(j) {
        add("mediator", entity)
        j = article.mention(at: j)?.tokens.upperBound ?? j + 1
        if document.isBareWaw(j) { j += 1 }
      }
    }
  }

  private mutating func mediator(_ i: Int) -> Int? {
    if let mention = article.mention(at: i) { return mention.kind == .person ? nil : mention.entity }
    guard document.has(i, .nisba), let sense = document.senses(i).first(where: { $0.cls == .nisba }) else { return nil }
    return country(document.lexicon.cell(.nisba, sense.row, "name"))
  }

  /// The entity of a country by its name in the tables, added when the article doesn't name it.
  private mutating func country(_ name: String) -> Int {
    let folded = Folding.fold(name)
    let known = article.entities.firstIndex { entity in
      entity.kind == .place
        && (Folding.fold(entity.name) == folded || entity.aliases.contains { Folding.fold($0) == folded })
    }
    if let known { return known }
    article.entities.append(ArticleEntity(name: name, kind: .place, aliases: [name], country: name))
    return article.entities.count - 1
  }

  /// People who stand for a party.
  private mutating func addRepresentatives() {
    guard trigger.type == "meet" || trigger.type == "negotiate", document.isWord(trigger.tokens.lowerBound - 1, .in),
      let verb = sentence.first(where: { document.isWord($0, .represents) }), verb < trigger.tokens.lowerBound
    else { return }
    for mention in article.mentions
    where mention.kind != .person && verb <= mention.tokens.lowerBound
      && mention.tokens.lowerBound < trigger.tokens.lowerBound
    {
      add("party", mention.entity)
    }
    for mention in article.mentions
    where mention.kind == .person && sentence.contains(mention.tokens.lowerBound)
      && mention.tokens.lowerBound > trigger.tokens.upperBound
    {
      add("representative", mention.entity)
    }
  }

  // MARK: Agents and patients

  private mutating func addAgentAndPatient() {
    let next = nextMention(trigger.tokens.upperBound, within: Self.reach)
    if !trigger.isVerb {
      if let next, !trigger.hasPronoun { addForNoun(next) }
      return
    }
    let subject = subjectBefore() ?? next.flatMap { isSubject($0) ? $0 : nil }
    if let subject { add(role(of: subject), subject.entity) }
    let object =
      subject?.tokens.lowerBound == next?.tokens.lowerBound
      ? next.flatMap { nextMention($0.tokens.upperBound, within: Self.reach) } : next
    guard let object else { return }
    if trigger.type == "visit" { return subject == nil ? () : addHost(object.tokens.lowerBound) }
    if trigger.isTransitive, isObject(object) { add("patient", object.entity) }
  }

  /// Who is appointed, arrested or tried is named without who does it; a pronoun on the verb means the name before.
  private func role(of subject: NameMention) -> String {
    let passive = ["appoint", "elect", "arrest", "release", "trial"].contains(trigger.type)
    let isObject = trigger.hasPronoun && subject.tokens.upperBound == trigger.tokens.lowerBound
    return isObject || (passive && subject.kind == .person) ? "patient" : "agent"
  }

  /// A name right before the verb.
  private func subjectBefore() -> NameMention? {
    guard let mention = article.mention(at: trigger.tokens.lowerBound - 1),
      sentence.contains(mention.tokens.lowerBound),
      mention.kind != .place, mention.tokens.upperBound == trigger.tokens.lowerBound,
      !isGoverned(mention.tokens.lowerBound)
    else { return nil }
    return mention
  }

  /// A name behind the verb that no preposition governs; of places only a country right behind a transitive verb.
  private func isSubject(_ mention: NameMention) -> Bool {
    let i = mention.tokens.lowerBound
    let end = trigger.tokens.upperBound
    // A name may begin inside a trigger of several words.
    if i < end || i > end + 3 || document.isWord(end - 1, .to) { return false }
    if (trigger.tokens.upperBound..<i).contains(where: { document.has($0, .functionWord) }) || isGoverned(i) {
      return false
    }
    guard mention.kind == .place else { return !trigger.hasPronoun || mention.kind == .organization }
    return trigger.isTransitive && i == trigger.tokens.upperBound && document.has(i, .country)
      && nextMention(mention.tokens.upperBound, within: Self.reach) != nil
  }

  private func isObject(_ mention: NameMention) -> Bool {
    let i = mention.tokens.lowerBound
    if trigger.type == "sanction" { return document.isWord(i - 1, .on) }
    if document.isWord(i - 1, .in) || isGoverned(i) { return false }
    return mention.kind == .person || trigger.type == "attack" || trigger.type == "strike"
  }

  /// Whether a preposition is written to the word or stands before it.
  private func isGoverned(_ i: Int) -> Bool {
    if document.has(i - 1, .functionWord), document.isPreposition(i - 1) { return true }
    return document.senses(i).contains { !$0.proclitics.isDisjoint(with: .prepositions) && $0.cls != .phraseWord }
      && article.mention(at: i).map { Int(document.tokens[i].start) < $0.bytes.lowerBound } == true
  }

  /// What a verbal noun governs.
  private mutating func addForNoun(_ next: NameMention) {
    let adjacent = next.tokens.lowerBound <= trigger.tokens.upperBound + 3
    switch trigger.type {
    case "arrest", "release", "appoint", "elect", "trial":
      if next.kind == .person, adjacent { add("patient", next.entity) }
    case "attack", "strike", "sanction":
      if next.tokens.lowerBound > trigger.tokens.upperBound,
        (trigger.tokens.upperBound..<next.tokens.lowerBound).contains(where: { document.isWord($0, .on) })
      {
        add("patient", next.entity)
      } else if next.tokens.lowerBound == trigger.tokens.upperBound, next.kind == .organization {
        add("agent", next.entity)
      }
    case "visit":
      guard next.kind == .person, adjacent else { return }
      add("agent", next.entity)
      addHost(next.tokens.upperBound)
    case "resign":
      if next.kind == .person, adjacent { add("agent", next.entity) }
    default: break
    }
  }

  /// Whom a visitor goes to.
  private mutating func addHost(_ i: Int) {
    guard let host = nextMention(i, within: 4), host.kind == .place, isReached(host.tokens.lowerBound) else { return }
    add("host", host.entity)
  }

  /// Behind "to", or right behind the trigger or visitor.
  private func isReached(_ i: Int) -> Bool {
    document.isWord(i - 1, .to) || i == trigger.tokens.upperBound || article.mention(at: i - 1) != nil
      || document.senses(i).contains { $0.proclitics.contains(.li) }
  }

  /// The first mention that begins within so many tokens, in the clause.
  private func nextMention(_ i: Int, within reach: Int) -> NameMention? {
    var j = i
    while j < min(sentence.upperBound, i + reach) {
      if let mention = article.mention(at: j) { return mention }
      if isClauseEnd(j) { return nil }
      j += 1
    }
    return nil
  }

  private func isClauseEnd(_ i: Int) -> Bool {
    if document.tokens[i].kind == .sign { return !isQuotationMark(i) && !document.isSign(i, Sign.openParenthesis) }
    return document.isWord(i, .that) || document.isWord(i, .who) || document.isWord(i, .while)
      || document.isWord(i, .as)
  }

  // MARK: Where and when

  /// The place right behind the trigger, or behind "in" in its clause.
  private func place() -> Int? {
    let end = trigger.tokens.upperBound
    if let mention = article.mention(at: end) ?? article.mention(at: end - 1), mention.kind == .place, !isParty(mention)
    {
      return mention.entity
    }
    var j = end
    while j < min(sentence.upperBound, end + 14), !isPause(j) {
      if document.isWord(j, .in), let mention = nextMention(j + 1, within: 3), mention.kind == .place {
        return mention.entity
      }
      j += 1
    }
    return nil
  }

  private func isParty(_ mention: NameMention) -> Bool { participants.contains { $0.entity == mention.entity } }

  private func isPause(_ i: Int) -> Bool { document.isFinalSign(i) || document.isSign(i, Sign.arabicSemicolon) }

  /// The nearest date of the clause.
  private func date() -> Period? {
    let near = article.dates.filter {
      sentence.contains($0.tokens.lowerBound) && distance($0.tokens) <= 8
        && !document.isWord($0.tokens.lowerBound - 1, .until)
    }
    return near.min { distance($0.tokens) < distance($1.tokens) }?.value
  }

  private func distance(_ tokens: Range<Int>) -> Int {
    tokens.lowerBound >= trigger.tokens.upperBound
      ? tokens.lowerBound - trigger.tokens.upperBound : trigger.tokens.lowerBound - tokens.upperBound
  }
}
