import Language

/// Those who take part alike in a meeting, an agreement, a fight, with mediators and representatives.
extension EventReader {
  /// "Between A, B and C" behind the trigger, or the subjects of the verb before it.
  mutating func addParties() {
    guard trigger.isMutual else { return }
    var i = trigger.tokens.upperBound
    let limit = min(sentence.upperBound, i + Self.reach)
    while i < limit, !isClauseEnd(i) {
      if document.isWord(i, .between) {
        addList(from: i + 1)
        return
      }
      i += 1
    }
    if !trigger.isVerb, hasVerbBefore { return addSubjectsBefore() }
    // "Reached a truce": the noun is the event.
    if leadsToNoun { return }
    if trigger.isVerb, let before = subjectBefore() { add("party", before.entity) }
    let next = trigger.tokens.upperBound
    guard trigger.isVerb || introducesName(next) else { return }
    if let end = addList(from: next) { addCounterpart(from: end) }
  }

  /// Whether a name, or a title or noun before one, stands there without a preposition.
  private func introducesName(_ i: Int) -> Bool {
    guard i < sentence.upperBound, trigger.type == "meet" || trigger.type == "negotiate" || trigger.type == "clash"
    else {
      return false
    }
    // Who mediates is no party.
    if document.isWord(i - 1, .mediation) { return false }
    if let mention = article.mention(at: i) {
      return (mention.kind != .place || document.has(i, .country)) && !hasProclitic(mention, Letter.ba)
    }
    return document.has(i, .title) && !document.isPreposition(i)
  }

  /// The other side of "X met Y", "the talks of X with Y": behind titles, "with", or a preposition written to it.
  private mutating func addCounterpart(from start: Int) {
    var with = false
    var i = start
    while i < min(sentence.upperBound, start + 6) {
      if document.isWord(i, .with) {
        with = true
      } else if let mention = article.mention(at: i) {
        let direct = trigger.isVerb && (i == start || document.has(start, .title))
        guard mention.kind != .place || with, with || hasProclitic(mention, Letter.ba) || direct else { return }
        addList(from: i)
        return
      } else if document.tokens[i].kind == .sign && !isQuotationMark(i) || document.has(i, .reportingVerb)
        || document.has(i, .functionWord) && article.date(at: i) == nil
      {
        return
      }
      i += 1
    }
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

  /// Mentions in a row: "A, B and C", with or without titles between; the token behind them.
  @discardableResult
  private mutating func addList(from first: Int) -> Int? {
    var i = first
    var gap = 0
    while i < sentence.upperBound, gap <= 3 {
      if let mention = article.mention(at: i) {
        i = mention.tokens.upperBound
        gap = 0
        // What a title governs is no party when its holder is named behind it.
        if mention.kind != .person, article.mention(at: i)?.kind == .person { continue }
        add("party", mention.entity)
        guard continuesList(i) else { return i }
      } else {
        if document.tokens[i].kind == .sign, !isQuotationMark(i), !document.isComma(i) { return nil }
        if document.tokens[i].kind == .word { gap += 1 }
        if gap > 1, document.has(i, .functionWord) || document.has(i, .reportingVerb) { return nil }
        i += 1
      }
    }
    return nil
  }

  /// An "and" with a mention or what introduces one, or a comma with a mention, past a quotation mark.
  private func continuesList(_ i: Int) -> Bool {
    var j = i
    while isQuotationMark(j) { j += 1 }
    guard j < sentence.upperBound else { return false }
    if document.isComma(j) { return article.mention(at: j + 1) != nil }
    if document.isBareWaw(j) { return true }
    guard document.beginsWith(j, Letter.waw) else { return false }
    return article.mention(at: j) != nil
      || document.has(j, anyOf: LexicalClass.title.mask | LexicalClass.organizationTrigger.mask)
  }

  /// "A and B reached a truce": the mentions between a verb of agreeing and the trigger.
  private mutating func addSubjectsBefore() {
    if let verb = verbBefore { addList(from: verb + 1) }
  }

  private var hasVerbBefore: Bool { verbBefore != nil }

  private var verbBefore: Int? {
    let start = trigger.tokens.lowerBound
    return (max(sentence.lowerBound, start - 10)..<start).last { i in
      document.has(i, .eventTrigger) && EventTrigger(at: i, in: article).map { $0.isVerb && $0.isMutual } == true
    }
  }

  /// Countries of the nisbas behind "by mediation of", and names there.
  mutating func addMediators() {
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
  mutating func addRepresentatives() {
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
}
