import Language

/// Who does it, and to whom.
extension EventReader {
  mutating func addAgentAndPatient() {
    if trigger.isTransitive, let agent = agentByHand() { add("agent", agent.entity) }
    if trigger.isVerb { addForVerb() } else { addForNoun() }
  }

  // MARK: Verbs

  private mutating func addForVerb() {
    let end = trigger.tokens.upperBound
    let next = nextMention(end, within: document.has(end, .title) ? Self.reach + 3 : Self.reach)
    let subject = subjectBefore() ?? next.flatMap { isSubject($0) ? $0 : nil }
    if let subject { add(role(of: subject), subject.entity) }
    // The pronoun on the verb is its object.
    if trigger.hasPronoun { return }
    let object =
      subject?.tokens.lowerBound == next?.tokens.lowerBound
      ? next.flatMap { nextMention($0.tokens.upperBound, within: Self.reach) } : next
    guard let object else { return }
    if trigger.type == "visit" { return subject == nil ? () : addHost(object.tokens.lowerBound) }
    if trigger.isTransitive, isObject(object) { add("patient", object.entity) }
  }

  /// Who is appointed, arrested or tried is named without who does it; a pronoun on the verb means the name before.
  private func role(of subject: NameMention) -> String {
    let passive =
      ["appoint", "elect", "arrest", "release", "trial"].contains(trigger.type) || trigger.frame.contains(.person)
    if trigger.hasPronoun { return subject.tokens.upperBound == trigger.tokens.lowerBound ? "patient" : "agent" }
    return passive && subject.kind == .person || trigger.isTransitive && hand != nil ? "patient" : "agent"
  }

  /// A name right before the verb.
  func subjectBefore() -> NameMention? {
    guard let mention = article.mention(at: trigger.tokens.lowerBound - 1),
      sentence.contains(mention.tokens.lowerBound),
      mention.kind != .place, mention.tokens.upperBound == trigger.tokens.lowerBound,
      !isGoverned(mention.tokens.lowerBound)
    else { return nil }
    return mention
  }

  /// A name behind the verb that no preposition governs, with titles and nouns in construct between; of places only a
  /// country right behind a transitive verb.
  private func isSubject(_ mention: NameMention) -> Bool {
    let i = mention.tokens.lowerBound
    let end = trigger.tokens.upperBound
    let between = tokens(from: end, to: i)
    // A name may begin inside a trigger of several words.
    guard i >= end, !document.isWord(end - 1, .to), !isGoverned(i) else { return false }
    guard !between.contains(where: { document.has($0, .functionWord) || document.isContext($0, .target) }) else {
      return false
    }
    if !document.has(end, .title), between.count > 3 || between.contains(where: isSubjectItself) { return false }
    guard mention.kind == .place else { return !between.contains(where: isRelation) }
    return trigger.isTransitive && i == end && document.has(i, .country)
      && nextMention(mention.tokens.upperBound, within: Self.reach) != nil
  }

  /// The son of somebody is not the one named.
  private func isRelation(_ i: Int) -> Bool {
    document.matches(i, .title).contains { AttributionTables.titleKinds[Int($0.row)].hasPrefix("relation") }
  }

  /// A definite noun, or a plural that governs nothing, is the subject itself.
  private func isSubjectItself(_ i: Int) -> Bool {
    guard document.tokens[i].kind == .word else { return false }
    if document.isDefinite(i) { return true }
    let word = document.folded(i)
    return ["\u{648}\u{646}", "\u{64A}\u{646}", "\u{627}\u{646}", "\u{64A}\u{627}"].contains(where: word.hasSuffix)
  }

  private func isObject(_ mention: NameMention) -> Bool {
    let i = mention.tokens.lowerBound
    let leading = tokens(from: trigger.tokens.upperBound, to: i).filter { document.has($0, .functionWord) }
    if leading.contains(where: { document.isWord($0, .in) }) { return false }
    if trigger.type == "sanction" || trigger.isViolent, document.isWord(i - 1, .on) { return true }
    if trigger.type == "release", mention.kind == .person, leading.contains(where: { document.isWord($0, .about) }) {
      return true
    }
    if trigger.type == "resign", hasProclitic(mention, Letter.ba) { return true }
    if trigger.type == "sanction" || !leading.isEmpty || isGoverned(i) { return false }
    return mention.kind == .person || trigger.isViolent
  }

  /// Whether a preposition is written to the word or stands before it.
  private func isGoverned(_ i: Int) -> Bool {
    if document.has(i - 1, .functionWord), document.isPreposition(i - 1) { return true }
    return document.senses(i).contains { !$0.proclitics.isDisjoint(with: .prepositions) && $0.cls != .phraseWord }
      && article.mention(at: i).map { Int(document.tokens[i].start) < $0.bytes.lowerBound } == true
  }

  /// The name behind `at the hands of`, `with the bullets of`.
  private func agentByHand() -> NameMention? {
    guard let hand, let next = nextMention(hand + 1, within: 3), next.kind != .place else { return nil }
    return next
  }

  /// Where `at the hands of` and the like stand behind the trigger: its subject is whom it is done to.
  private var hand: Int? {
    let end = min(sentence.upperBound, trigger.tokens.upperBound + 14)
    for i in tokens(from: trigger.tokens.upperBound, to: end) {
      if isClauseEnd(i) { return nil }
      guard document.isWord(i, .byHand) else { continue }
      if document.isWord(i - 1, .on) || document.isWord(i - 1, .from) || document.beginsWith(i, Letter.ba) { return i }
    }
    return nil
  }

  // MARK: Verbal nouns

  private mutating func addForNoun() {
    if trigger.isViolent || trigger.type == "sanction" { return addForViolence() }
    guard !trigger.hasPronoun, let next = nextMention(trigger.tokens.upperBound, within: Self.reach) else { return }
    let adjacent = next.tokens.lowerBound <= trigger.tokens.upperBound + 3
    guard adjacent, !isReachedThroughPreposition(next) else { return }
    switch trigger.type {
    case "elect": if next.kind == .person, trigger.frame.contains(.transitive) { addDone(to: next) }
    case "arrest", "release", "appoint", "trial": if next.kind == .person { addDone(to: next) }
    case "resign":
      guard next.kind == .person else { return }
      if trigger.frame.contains(.transitive) { addDone(to: next) } else { add("agent", next.entity) }
    case "visit":
      guard next.kind == .person else { return }
      add("agent", next.entity)
      addHost(next.tokens.upperBound)
    default: break
    }
  }

  /// The person in construct is whom it is done to, or who does it where `lam` leads to another: `the dismissal by X of
  /// the minister Y`.
  private mutating func addDone(to next: NameMention) {
    let end = next.tokens.upperBound
    guard let other = nextMention(end, within: 6), other.kind == .person, end < sentence.upperBound,
      hasProclitic(other, Letter.lam)
        || document.matches(end, .title).contains(where: { $0.proclitics.contains(.li) })
    else { return add("patient", next.entity) }
    add("agent", next.entity)
    add("patient", other.entity)
  }

  /// A preposition between the noun and the name, other than `on` and `for` of an arrest, a pardon.
  private func isReachedThroughPreposition(_ mention: NameMention) -> Bool {
    tokens(from: trigger.tokens.upperBound, to: mention.tokens.lowerBound).contains {
      document.has($0, .functionWord) && !document.isWord($0, .on) && !document.isWord($0, .about)
    }
  }

  /// Of attacks, strikes and sanctions: the agent is the nisba, the name that `of` or nothing joins, or the subject of
  /// the verb that wages it; the patient stands behind `on`, or behind a noun that governs it.
  private mutating func addForViolence() {
    let end = trigger.tokens.upperBound
    addNisba()
    addWaging()
    addSuffering()
    guard let next = nextMention(end, within: Self.reach) else { return }
    let i = next.tokens.lowerBound
    guard i >= end else { return }
    if let on = tokens(from: end, to: i).first(where: { document.isWord($0, .on) }) {
      if !tokens(from: on, to: i).contains(where: { document.isWord($0, .in) }) { add("patient", next.entity) }
      return
    }
    if tokens(from: end, to: i).contains(where: { document.has($0, .functionWord) }) { return }
    if hasProclitic(next, Letter.lam) {
      if trigger.frame.contains(.against) { return }
      add(participants.contains { $0.role == "agent" } || next.kind == .place ? "patient" : "agent", next.entity)
    } else if i == end
      || tokens(from: end, to: i).allSatisfy({ document.has($0, .title) || document.has($0, .organizationTrigger) }),
      !hasProclitic(next, Letter.ba), !trigger.hasPronoun
    {
      addGoverned(next)
    }
    if let behind = nextMention(next.tokens.upperBound, within: 3), reaches(behind, from: next) {
      add("patient", behind.entity)
    }
  }

  /// The name in construct: whom it is done to, or who does it where somebody or something else follows.
  private mutating func addGoverned(_ next: NameMention) {
    guard trigger.frame.contains(.transitive) else {
      if next.kind == .organization { add("agent", next.entity) }
      return
    }
    let object = nextMention(next.tokens.upperBound, within: 3)
    if let object, hasProclitic(object, Letter.lam) {
      add("agent", next.entity)
      add("patient", object.entity)
    } else if next.kind == .organization, isFollowedByObject(next) {
      add("agent", next.entity)
    } else {
      add("patient", next.entity)
    }
  }

  /// Whether an army that strikes stands right behind the noun, or an indefinite noun behind the name is its object.
  private func isFollowedByObject(_ mention: NameMention) -> Bool {
    if trigger.type == "strike", mention.tokens.lowerBound == trigger.tokens.upperBound { return true }
    let i = mention.tokens.upperBound
    guard i < sentence.upperBound, document.tokens[i].kind == .word else { return false }
    return document.isContext(i, .target)
      || !document.isDefinite(i) && !document.has(i, .functionWord) && document.has(i, .countedNoun)
  }

  /// Whether `on` leads from the agent to the other name.
  private func reaches(_ mention: NameMention, from agent: NameMention) -> Bool {
    let between = tokens(from: agent.tokens.upperBound, to: mention.tokens.lowerBound)
    return between.contains { document.isWord($0, .on) } && !between.contains { document.isWord($0, .in) }
  }

  /// The country of a nisba among the adjectives behind the noun: `Danish air strikes`; right behind one that governs
  /// whom it is done to, whose adjectives follow too.
  private mutating func addNisba() {
    let words = NameWords(document: document)
    for i in tokens(
      from: trigger.tokens.upperBound,
      to: min(sentence.upperBound, trigger.tokens.upperBound + (trigger.frame.contains(.transitive) ? 1 : 3)))
    {
      guard document.tokens[i].kind == .word, article.mention(at: i) == nil, !document.has(i, .functionWord) else {
        return
      }
      guard let nisba = document.match(i, .nisba), nisba.proclitics.subtracting(.al).isEmpty else {
        if words.endsInNisba(i) { continue }
        return
      }
      if nisba.form == 0 { return add("agent", article.country(ofRow: nisba.row)) }
    }
  }

  /// The subject of the verb of which the noun is the object: `X carried out an attack`, `the attack that X waged`.
  private mutating func addWaging() {
    let start = trigger.tokens.lowerBound
    let end = trigger.tokens.upperBound
    let before = max(sentence.lowerBound, start - 8)..<start
    if let verb = before.last(where: { document.isContext($0, .wage) }) { return addSubject(of: verb, to: start) }
    let behind = tokens(from: end, to: min(sentence.upperBound, end + 5))
    if let verb = behind.first(where: { document.isContext($0, .wage) }) { addSubject(of: verb, to: verb + 5) }
  }

  /// The name behind the verb, else the country of its subject's nisba.
  private mutating func addSubject(of verb: Int, to end: Int) {
    if let subject = nextMention(verb + 1, within: 3), subject.tokens.upperBound <= end {
      let first = subject.tokens.lowerBound
      if tokens(from: verb + 1, to: first).contains(where: { document.has($0, .functionWord) }) { return }
      // Persons wage attacks in words.
      if subject.kind == .person, Self.wages(document.folded(verb)) { return isInWords = true }
      if subject.kind == .place, first > verb + 1 || !document.has(first, anyOf: Self.states) { return }
      return add("agent", subject.entity)
    }
    for i in tokens(from: verb + 1, to: min(end, verb + 5)) {
      if document.tokens[i].kind != .word || document.has(i, .functionWord) { return }
      guard document.isDefinite(i), let nisba = document.match(i, .nisba), nisba.form == 0 else { continue }
      return add("agent", article.country(ofRow: nisba.row))
    }
  }

  /// Whether the verb is `wage`, not `carry out`.
  private static func wages(_ folded: String) -> Bool { folded.contains("\u{634}\u{646}") }

  private static let states = LexicalClass.country.mask | LexicalClass.capital.mask

  /// The subject of `suffered an attack`.
  private mutating func addSuffering() {
    let start = trigger.tokens.lowerBound
    guard let verb = (max(sentence.lowerBound, start - 8)..<start).last(where: { document.isContext($0, .undergo) })
    else {
      return
    }
    if let subject = nextMention(verb + 1, within: 3), subject.tokens.upperBound <= start {
      add("patient", subject.entity)
    } else if let subject = article.mention(at: verb - 1), sentence.contains(subject.tokens.lowerBound) {
      add("patient", subject.entity)
    }
  }

  // MARK: Hosts

  /// Whom a visitor goes to.
  private mutating func addHost(_ i: Int) {
    guard let host = nextMention(i, within: 4), host.kind == .place, isReached(host) else { return }
    add("host", host.entity)
  }

  /// Behind "to", or right behind the trigger or visitor.
  private func isReached(_ host: NameMention) -> Bool {
    let i = host.tokens.lowerBound
    return document.isWord(i - 1, .to) || i == trigger.tokens.upperBound || article.mention(at: i - 1) != nil
      || hasProclitic(host, Letter.lam)
  }
}
