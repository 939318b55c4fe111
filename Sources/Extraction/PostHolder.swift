import Language

/// Whose title it is.
extension PostScanner {
  /// How many words may stand between a predicate and what makes it one.
  private static let reach = 10

  func personBehind(_ title: TitlePhrase) -> NameMention? {
    var at = title.behind
    if document.isComma(at), title.closed { at += 1 }
    if marks.opening(at: at) != nil { at += 1 }
    if document.isSign(at, 0x23) { at += 1 }
    if !title.closed, governsPerson(title) { return nil }
    return person(beginningAt: at)
  }

  /// `the spokesman of the family of X`: an indefinite noun at the end governs the name.
  private func governsPerson(_ title: TitlePhrase) -> Bool {
    let last = title.tokens.upperBound - 1
    if document.isWord(last, .named) { return true }
    return last >= title.match.end && !words.has(last, .title) && !document.isContext(last, .incumbency)
      && (words.has(last, .organizationTrigger) || words.has(last, .ordinaryWord))
  }

  /// A person right before the title, perhaps with something in parentheses behind the name, and a comma or a
  /// parenthesis before the title.
  func personBefore(_ title: TitlePhrase, paused: Bool) -> NameMention? {
    guard title.match.proclitics.subtracting(.al).isEmpty else { return nil }
    var at = title.tokens.lowerBound - 1
    let separated = document.isPause(at) || document.isSign(at, Sign.openParenthesis)
    if separated { at -= 1 }
    guard let mention = person(endingBefore: at + 1) else { return nil }
    if separated, !title.isPredicate { return mention }
    return !paused && isApposition(title, to: mention) ? mention : nil
  }

  /// Whether a title right behind a name is the bearer's: not when a title stands before the name already, or when the
  /// verb before it takes two persons (`the chairman met the minister`), as long as the title is no predicate.
  private func isApposition(_ title: TitlePhrase, to mention: NameMention) -> Bool {
    if title.isPredicate {
      let last = title.tokens.lowerBound - 1
      return appointmentOfPronoun(before: last, from: max(0, last - Self.reach)) == nil
    }
    guard mention.tokens.upperBound != heldUntil, title.closed else { return false }
    let verb = mention.tokens.lowerBound - 1
    if let event = EventTrigger(at: verb, in: article), event.isVerb { return false }
    return !document.senses(verb).contains {
      $0.cls == .reportingVerb && $0.form < VerbForm.passive && AttributionTables.verbs[Int($0.row)].takesAddressee
    }
  }

  /// The person of whom a clause says that they hold the post: `X, who is head of`, `X, who held the post of`, `X, in
  /// his capacity as`, `his appointment as head of`.
  func personOfClause(_ title: TitlePhrase) -> NameMention? {
    let at = title.tokens.lowerBound - 1
    let start = document.sentences[document.sentenceIndex(ofToken: title.tokens.lowerBound)].tokens.lowerBound
    if let copula = copula(before: title) { return person(endingBefore: pastPause(copula)) }
    if isCapacity(at) { return nearestPerson(before: at, from: start) }
    if title.isPredicate, document.isWord(at, .be) { return person(endingBefore: at) }
    let office = document.isContext(at, .office) && document.contextWord(at, .office)?.proclitics.contains(.li) != true
    guard office || title.isPredicate else { return nil }
    if let pronoun = appointmentOfPronoun(before: at, from: max(start, at - Self.reach)) {
      return nearestPerson(before: pronoun, from: start)
    }
    return personAppointed(before: at, from: max(start, at - Self.reach), office: office)
  }

  /// `his appointment`, `appointed him`: whom the pronoun means stands before.
  func appointmentOfPronoun(before last: Int, from first: Int) -> Int? {
    var at = last
    while at >= first, !document.isFinalSign(at) {
      if let event = EventTrigger(at: at, in: article), event.isAppointment, event.hasPronoun { return at }
      at -= 1
    }
    return nil
  }

  /// `is`, right before the title, or before what another title joins with `and`.
  private func copula(before title: TitlePhrase) -> Int? {
    var at = title.tokens.lowerBound - 1
    if isCopula(at) { return at }
    guard title.match.proclitics.contains(.wa) else { return nil }
    let first = at - Self.reach
    while at > first, document.tokens.indices.contains(at), document.tokens[at].kind == .word,
      article.mention(at: at)?.kind != .person, !document.has(at, .reportingVerb), !document.isWord(at, .who)
    {
      at -= 1
      if isCopula(at) { return at }
    }
    return nil
  }

  /// Whom the verb or verbal noun before a predicate puts in the post: the name behind it, or the one before `who`.
  private func personAppointed(before last: Int, from first: Int, office: Bool) -> NameMention? {
    var named: NameMention?
    var at = last
    while at >= first, !document.isFinalSign(at) {
      if document.isWord(at, .who) { return named ?? person(endingBefore: pastPause(at)) }
      if let event = EventTrigger(at: at, in: article), event.isAppointment { return named }
      if let mention = article.mention(at: at), mention.kind == .person, named == nil { named = mention }
      // The post of somebody's father is not theirs.
      if !office, document.has(at, .title), named == nil { return nil }
      at -= 1
    }
    return office && named?.tokens.upperBound == last - 1 ? named : nil
  }

  private func isCopula(_ i: Int) -> Bool { document.isContext(i, .copula) }

  private func isCapacity(_ i: Int) -> Bool { document.isContext(i, .capacity) }

  private func pastPause(_ i: Int) -> Int { document.isPause(i - 1) ? i - 1 : i }

  private func nearestPerson(before i: Int, from start: Int) -> NameMention? {
    var at = i - 1
    while at >= start, !document.isFinalSign(at) {
      if let mention = article.mention(at: at), mention.kind == .person { return mention }
      at -= 1
    }
    return nil
  }

  /// The person whose name, or what stands in parentheses or a closing mark behind it, ends before `i`.
  func person(endingBefore i: Int) -> NameMention? {
    var at = i - 1
    if document.isSign(at, Sign.closeParenthesis) {
      let limit = max(0, at - 6)
      while at > limit, !document.isSign(at, Sign.openParenthesis) { at -= 1 }
      at -= 1
    }
    if marks.closing(at: at) != nil { at -= 1 }
    guard let mention = article.mention(at: at), mention.kind == .person, mention.tokens.upperBound == at + 1 else {
      return nil
    }
    return mention
  }

  func person(beginningAt i: Int) -> NameMention? {
    guard let mention = article.mention(at: i), mention.kind == .person, mention.tokens.lowerBound == i else {
      return nil
    }
    return document.bytes[Int(document.tokens[i].start)..<mention.bytes.lowerBound].isEmpty ? mention : nil
  }
}

extension ReportingVerb {
  /// Whether the person it is said to stands behind it as its object: `informed the minister that`.
  var takesAddressee: Bool { act == "accuse" || act == "report" && !strong && frames.contains(.object) }
}
