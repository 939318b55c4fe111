import Language

/// Finite reporting verbs, verbs that relay another's words, participles and verbal nouns.
extension QuoteScanner {
  // MARK: Finite verbs

  mutating func finiteCue(at i: Int, in sentence: Range<Int>) -> Int? {
    guard let cue = verbCue(at: i), isAsserted(cue, in: sentence) else { return nil }
    guard let complement = complement(of: cue, sentenceEnd: sentence.upperBound) else {
      return trailingCue(cue, in: sentence)
    }
    guard let subject = subject(of: cue, complement, in: sentence) else { return nil }
    if subject.resolved || complement.kind == .preposition, complement.kind != .colon, isNoun(cue) { return nil }
    guard
      let content = content(
        from: complement.contentStart, sentenceEnd: sentence.upperBound, governed: complement.governed)
    else { return nil }
    guard complement.kind != .preposition || content.tokens.count >= 2 || content.form == "direct" else { return nil }
    let between = cue.match.end..<complement.subjectEnd
    var (outlets, venue) = outlets(in: between)
    var source = subject.source
    if outlets.isEmpty, i > sentence.lowerBound {
      (outlets, venue) = self.outlets(in: clauseBegin(before: i, in: sentence)..<i)
    }
    if let relay = relay(of: source, in: between, cue: cueText(i)) { (source, outlets) = relay }
    return add(
      content, by: source, outlets: outlets, venue: venue, cueToken: i, act: cue.verb.act,
      rule: "verb-\(complement.kind)\(subject.resolved ? "-resolved" : "")",
      reach: clauseBegin(before: i, in: sentence)..<complement.contentStart, resume: complement.contentStart)
  }

  /// `X announced, quoting Y, that` makes Y the origin; `X announced through its spokesman Z that` keeps X, and Z
  /// stands between.
  private mutating func relay(of source: Source, in range: Range<Int>, cue: String) -> (Source, [SourceLink])? {
    for p in range {
      guard let phrase = document.match(p, .attributionPhrase), phrase.form == 0, phrase.end > p + 1 else { continue }
      let row = AttributionTables.phrases[Int(phrase.row)]
      guard row.role == .source, let other = readSource(from: phrase.end, to: range.upperBound) else { continue }
      if row.act == "report" { return (other, [SourceLink(entity: source.entity, cue: cue)]) }
      return (source, [SourceLink(entity: other.entity, cue: document.text(p..<phrase.end))])
    }
    return nil
  }

  /// Whether the verb states that something was said: no negation, no subjunctive, no agentless passive, no future.
  private func isAsserted(_ cue: VerbCue, in sentence: Range<Int>) -> Bool {
    if cue.match.form >= VerbForm.passive { return false }
    if !cue.match.proclitics.isDisjoint(with: [.li, .sa]) { return false }
    // Weak verbs in the dual are far more often nouns in the accusative.
    if !cue.verb.strong, cue.match.form % 16 == 2 || cue.match.form % 16 == 3 { return false }
    let before = cue.token - 1
    guard before >= sentence.lowerBound else { return true }
    // `ma` negates too, but far more often it is part of `often` or `what`.
    if document.roles(before).contains(.negation), !document.roles(before).contains(.relative),
      cue.verb.act != "deny"
    {
      return false
    }
    // `the tariffs that he announced`, `as he announced them`: the pronoun stands for a thing, not for content.
    if cue.match.suffix.isPronoun, document.isWord(before, .who) || document.isWord(before, .as) { return false }
    if cue.match.form >= VerbForm.present, document.isWord(before, .that),
      document.ruleWord(before, .that)?.form == 0, document.folded(before).utf8.count <= 8
    {
      return false
    }
    return true
  }

  /// Whether a form without a subject of its own is more likely a noun: the word is counted or tells a time.
  private func isNoun(_ cue: VerbCue) -> Bool {
    let nouns = LexicalClass.countedNoun.mask | LexicalClass.timeWord.mask | LexicalClass.numberWord.mask
    return !cue.verb.strong && cue.match.form == VerbForm.past && document.has(cue.token, anyOf: nouns)
  }

  private struct Subject {
    var source: Source
    /// Whether it was carried over from a speaker before.
    var resolved: Bool
  }

  /// Behind the verb, before it, or carried over from the speaker before.
  private mutating func subject(of cue: VerbCue, _ complement: Complement, in sentence: Range<Int>) -> Subject? {
    if leadsWithSubject(cue.token, in: sentence), let source = leftSubject(of: cue.token, in: sentence) {
      return Subject(source: source, resolved: false)
    }
    let loose = cue.verb.strong && complement.kind != .object && complement.kind != .preposition
    if complement.subjectEnd > cue.match.end,
      let source = readSource(from: cue.match.end, to: complement.subjectEnd, loose: loose)
    {
      return Subject(source: source, resolved: false)
    }
    if let source = leftSubject(of: cue.token, in: sentence) { return Subject(source: source, resolved: false) }
    // Inside a quote the subject is never carried over: its speaker is not the one it speaks of.
    if enclosingQuote != nil { return nil }
    if cue.match.form >= VerbForm.present, !continuesInPresent(cue, complement, in: sentence) { return nil }
    let agreement: Agreement =
      switch cue.match.form {
      case VerbForm.past, VerbForm.present: .masculine
      case VerbForm.past + 1, VerbForm.present + 1: .feminine
      default: .plural
      }
    if let source = sentenceSubject(before: cue.token, in: sentence, agreement) {
      return Subject(source: source, resolved: true)
    }
    guard let last = discourse.last(agreeing: agreement, in: article) else { return nil }
    return Subject(source: Source(entity: last.entity, tokens: cue.token..<cue.token, via: last.via), resolved: true)
  }

  /// `and he says that`: a strong verb at a sentence's begin. Others look like agentless passives (`it is recalled`).
  private func continuesInPresent(_ cue: VerbCue, _ complement: Complement, in sentence: Range<Int>) -> Bool {
    guard cue.verb.strong, cue.verb.act != "report", cue.verb.act != "expect", cue.token == sentence.lowerBound else {
      return false
    }
    return complement.kind != .preposition && complement.kind != .object
  }

  /// The noun phrase before a verb: `the agency said …`, `and a source in the ministry had said …`.
  mutating func leftSubject(of i: Int, in sentence: Range<Int>) -> Source? {
    var start = clauseBegin(before: i, in: sentence)
    while start < i, skipsToSubject(start) { start += 1 }
    guard start < i else { return nil }
    guard let source = readSource(from: start, to: i, loose: false) else { return pluralSubject(start..<i) }
    // What stands between the phrase and the verb may only be adverbs and the like.
    var q = source.tokens.upperBound
    while q < i {
      if let date = article.date(at: q) {
        q = max(q + 1, date.tokens.upperBound)
      } else if document.isWord(q, .who) || document.isPause(q) || adjunctPhrase(q) != nil {
        q += 1
      } else if !document.roles(q).isDisjoint(with: [.auxiliary, .particle, .adverb, .preposition]) {
        q += 1
      } else if outletAddressed(at: q) != nil || marks.stretch(at: q) != nil || article.mentionAt[q] >= 0 {
        q += 1
      } else if document.isDefinite(q) || document.isSign(q, Sign.openParenthesis) {
        q = document.isSign(q, Sign.openParenthesis) ? skipParentheses(q) : q + 1
      } else {
        return nil
      }
    }
    return source
  }

  /// Whether the clause begins with a word that its subject follows before the verb: `that`, `but`, a form of `be`.
  private func leadsWithSubject(_ i: Int, in sentence: Range<Int>) -> Bool {
    let begin = clauseBegin(before: i, in: sentence)
    guard begin < i else { return false }
    let head = [begin, begin - 1].filter { $0 >= sentence.lowerBound }
    return head.contains { document.isWord($0, .be) || document.isWord($0, .that) || document.isWord($0, .however) }
  }

  /// A short phrase of unknown words before a plural verb: `hackers claimed …`.
  private mutating func pluralSubject(_ range: Range<Int>) -> Source? {
    guard let cue = verbCue(at: range.upperBound), cue.match.form % 16 >= 4 else { return nil }
    var end = range.upperBound
    while end > range.lowerBound, !document.roles(end - 1).isDisjoint(with: [.particle, .auxiliary]) { end -= 1 }
    let phrase = range.lowerBound..<end
    guard (1...3).contains(phrase.count), phrase.allSatisfy({ document.tokens[$0].kind == .word && !stopsPhrase($0) }),
      !phrase.contains(where: { document.isBarePreposition($0) || article.dateAt[$0] >= 0 })
    else { return nil }
    return Source(entity: article.anonymous(phraseText(phrase)), tokens: phrase)
  }

  private func skipsToSubject(_ p: Int) -> Bool {
    if document.isWord(p, .that) || document.isWord(p, .but) { return true }
    return article.mentionAt[p] < 0 && article.dateAt[p] < 0
      && !document.roles(p).isDisjoint(with: [.auxiliary, .conjunction, .particle])
  }

  /// First token of the clause that token `i` stands in: behind the last pause, complementizer or quote.
  func clauseBegin(before i: Int, in sentence: Range<Int>) -> Int {
    var p = i
    var pauses = 0
    while p > sentence.lowerBound, p > i - 30 {
      let q = p - 1
      if document.isWord(q, .that) || document.isSign(q, Sign.colon) { return p }
      if document.isFinalSign(q) { return p }
      if marks.closing(at: q) != nil, article.mentionAt[q - 1] < 0 { return p }
      if document.isPause(q) {
        pauses += 1
        // An apposition or a date between commas belongs to the clause.
        if pauses > 2 || !isApposition(from: p, to: i) { return p }
      }
      if q < clauseStartOfScan { return p }
      p = q
    }
    return p
  }

  private var clauseStartOfScan: Int { openClause }

  private func isApposition(from p: Int, to i: Int) -> Bool {
    if article.date(at: p) != nil || document.isWord(p, .who) { return true }
    guard let mention = article.mention(at: p) else { return p == i || document.isPause(p) }
    return mention.kind == .person && document.isPause(mention.tokens.upperBound)
  }

  /// The person or organization that the sentence is about: its first ungoverned name or description before token `i`.
  mutating func sentenceSubject(before i: Int, in sentence: Range<Int>, _ agreement: Agreement?) -> Source? {
    if let last = lastQuote, last.tokens.lowerBound >= sentence.lowerBound, last.reach.lowerBound < i,
      let speaker = last.speaker, agreement.map({ article.agrees(speaker, $0) }) ?? true
    {
      return Source(
        entity: speaker, tokens: i..<i, via: last.sources.filter { $0.entity != speaker })
    }
    var p = sentence.lowerBound
    while p < i {
      if let stretch = marks.opening(at: p), article.mention(at: p + 1) == nil {
        p = stretch.close + 1
        continue
      }
      if let mention = article.mention(at: p) {
        let named = mention.kind != .place || agreement == .feminine
        if !isGoverned(mention), named, agreement.map({ article.agrees(mention.entity, $0) }) ?? true {
          return Source(entity: mention.entity, tokens: mention.tokens)
        }
        p = max(p + 1, mention.tokens.upperBound)
        continue
      }
      if let head = description(at: p), head.cls != .organizationTrigger,
        let source = readSource(from: p, to: i, loose: false),
        agreement.map({ article.agrees(source.entity, $0) }) ?? true
      {
        return source
      }
      p += 1
    }
    return nil
  }

  /// `"…", said X`: the quoted stretch stands right before the verb.
  private mutating func trailingCue(_ cue: VerbCue, in sentence: Range<Int>) -> Int? {
    var before = cue.token - 1
    if document.isPause(before) { before -= 1 }
    guard cue.verb.frames.contains(.quote) || cue.verb.strong, let stretch = marks.closing(at: before),
      let content = direct(stretch), content.tokens.count >= 3
    else { return nil }
    var end = cue.match.end
    while end < sentence.upperBound, !document.isFinalSign(end), end < cue.match.end + 20 { end += 1 }
    guard let source = readSource(from: cue.match.end, to: end) else { return nil }
    return add(
      content, by: source, cueToken: cue.token, act: cue.verb.act, rule: "quote-verb",
      reach: stretch.open..<source.tokens.upperBound, resume: source.tokens.upperBound)
  }

  /// Outlets spoken to between a cue and its content: links before the speaker; the first is the venue.
  func outlets(in range: Range<Int>) -> ([SourceLink], Int?) {
    var p = range.lowerBound
    while p < range.upperBound {
      if let outlet = outletAddressed(at: p) {
        guard !isOwnOutlet(outlet.entity) else { return ([], nil) }
        return ([SourceLink(entity: outlet.entity, cue: nil)], outlet.entity)
      }
      if let phrase = document.match(p, .attributionPhrase),
        AttributionTables.phrases[Int(phrase.row)].role == .venue,
        let outlet = outletBehind(phrase.end, to: range.upperBound)
      {
        guard !isOwnOutlet(outlet) else { return ([], nil) }
        return ([SourceLink(entity: outlet, cue: nil)], outlet)
      }
      p += 1
    }
    return ([], nil)
  }

  /// The outlet within the few words behind an occasion (`in an interview with the network "…"`).
  private func outletBehind(_ start: Int, to limit: Int) -> Int? {
    var p = start
    while p < min(limit, start + 5) {
      if let mention = article.mention(at: p), isMedia(mention.entity) { return mention.entity }
      p += 1
    }
    return nil
  }

  // MARK: Relays

  /// `X reported from Y that …`: the chain is X, then Y.
  mutating func relayCue(at i: Int, in sentence: Range<Int>) -> Int? {
    guard
      let match = document.matches(i, .reportingVerb).first(where: {
        AttributionTables.verbs[Int($0.row)].frames.contains(.via) && $0.form < VerbForm.passive
      }), match.proclitics.isDisjoint(with: [.li, .sa]), !document.roles(i - 1).contains(.negation)
    else { return nil }
    guard let from = wordAhead(.about, from: match.end, to: min(sentence.upperBound, match.end + 16)) else {
      return nil
    }
    guard let start = relayedContent(from: from + 1, to: sentence.upperBound) else { return nil }
    guard let origin = readSource(from: from + 1, to: start.sourceEnd) else { return nil }
    let relay =
      readSource(from: match.end, to: from, loose: false) ?? leftSubject(of: i, in: sentence)
    guard let content = content(from: start.content, sentenceEnd: sentence.upperBound) else { return nil }
    var links = relay?.via ?? []
    if let relay { links.append(SourceLink(entity: relay.entity, cue: cueText(i))) }
    return add(
      content, by: Source(entity: origin.entity, tokens: origin.tokens), outlets: links, cueToken: i, act: "report",
      rule: "relay", reach: clauseBegin(before: i, in: sentence)..<start.content, resume: start.content)
  }

  private func wordAhead(_ word: RuleWord, from: Int, to limit: Int) -> Int? {
    var p = from
    while p < limit {
      if document.isWord(p, word) { return p }
      if document.isWord(p, .that) || document.isSign(p, Sign.colon) { return nil }
      if let stretch = marks.opening(at: p) {
        p = stretch.close + 1
      } else if let mention = article.mention(at: p) {
        p = max(p + 1, mention.tokens.upperBound)
      } else {
        p += 1
      }
    }
    return nil
  }

  /// Where relayed content begins: behind `that`, a colon, `his saying (that)`, or at a quoted stretch.
  private func relayedContent(from: Int, to limit: Int) -> (sourceEnd: Int, content: Int)? {
    var p = from
    while p < min(limit, from + 30) {
      if document.isWord(p, .that) { return (p, p + 1) }
      if document.isSign(p, Sign.colon) { return (p, p + 1) }
      if let saying = document.matches(p, .reportingVerb).first(where: {
        $0.form >= VerbForm.masdar && $0.suffix.isPronoun
      }) {
        var next = saying.end
        while document.isPause(next) { next += 1 }
        if document.isWord(next, .that) || document.isSign(next, Sign.colon) { next += 1 }
        return (p, next)
      }
      if let stretch = marks.opening(at: p) {
        if article.mention(at: p + 1) == nil, stretch.content.count >= 4 { return (p, p) }
        p = stretch.close + 1
        continue
      }
      p += 1
    }
    return nil
  }

  // MARK: Participles

  /// Where the content of the participle at `i` begins (`adding that …`, `stressing "…"`).
  func participleComplement(at i: Int) -> (match: LexicalMatch, complement: Complement)? {
    guard i < document.tokens.count, document.has(i, .reportingVerb), article.mentionAt[i] < 0 else { return nil }
    for match in document.matches(i, .reportingVerb) where isParticiple(match) {
      let verb = AttributionTables.verbs[Int(match.row)]
      let sentence = document.sentences[document.sentenceIndex(ofToken: i)]
      guard let complement = nearComplement(VerbCue(match: match, verb: verb), sentence.tokens.upperBound) else {
        continue
      }
      return (match, complement)
    }
    return nil
  }

  private func isParticiple(_ match: LexicalMatch) -> Bool {
    match.form >= VerbForm.participle && match.form < VerbForm.masdar && !match.proclitics.contains(.al)
      && !match.suffix.isPronoun
  }

  /// A complement within a few words: a participle's content follows it closely.
  private func nearComplement(_ cue: VerbCue, _ sentenceEnd: Int) -> Complement? {
    guard let complement = complement(of: cue, sentenceEnd: sentenceEnd) else { return nil }
    let reach = complement.kind == .that || complement.kind == .colon ? 10 : 6
    guard complement.kind != .object, complement.contentStart <= cue.match.end + reach else { return nil }
    return complement
  }

  mutating func participleCue(at i: Int, in sentence: Range<Int>) -> Int? {
    guard let (match, complement) = participleComplement(at: i) else { return nil }
    // At a sentence's begin or behind `the` it is an adjective or a subject of its own.
    guard i > sentence.lowerBound, !document.isBarePreposition(i - 1) else { return nil }
    let agreement: Agreement =
      switch match.form - VerbForm.participle {
      case 0, 4: .masculine
      case 1: .feminine
      default: .plural
      }
    let verb = AttributionTables.verbs[Int(match.row)]
    let source: Source? =
      enclosingQuote == nil
      ? sentenceSubject(before: i, in: sentence, agreement)
        ?? discourse.last(agreeing: agreement, in: article).map {
          Source(entity: $0.entity, tokens: i..<i, via: $0.via)
        }
      : nil
    guard let source else { return nil }
    guard
      let content = content(
        from: complement.contentStart, sentenceEnd: sentence.upperBound, governed: complement.governed)
    else { return nil }
    let (outlets, venue) = outlets(in: match.end..<complement.subjectEnd)
    return add(
      content, by: source, outlets: outlets, venue: venue, cueToken: i, act: verb.act, rule: "participle",
      reach: i..<complement.contentStart, resume: complement.contentStart)
  }

  // MARK: Verbal nouns

  /// `his saying that …`, `the announcement of officials that …`.
  mutating func masdarCue(at i: Int, in sentence: Range<Int>) -> Int? {
    for match in document.matches(i, .reportingVerb) where match.form >= VerbForm.masdar {
      guard !match.proclitics.contains(.al) else { continue }
      let verb = AttributionTables.verbs[Int(match.row)]
      guard verb.strong, verb.frames.contains(.that), let that = thatAhead(from: match.end, to: sentence.upperBound)
      else {
        continue
      }
      let source: Source?
      if match.suffix.isPronoun {
        guard that <= match.end + 2 else { continue }
        source = sentenceSubject(before: i, in: sentence, nil)
      } else {
        source = readSource(from: match.end, to: that, loose: false)
      }
      guard let source, let content = content(from: that + 1, sentenceEnd: sentence.upperBound) else { continue }
      return add(
        content, by: source, cueToken: i, act: verb.act, rule: "verbal-noun", reach: i..<that, resume: that + 1)
    }
    return nil
  }

  private func thatAhead(from: Int, to limit: Int) -> Int? {
    var p = from
    while p < min(limit, from + 8) {
      if document.isWord(p, .that) { return p }
      if document.isPause(p) || document.isFinalSign(p) || isFiniteCue(p) { return nil }
      p += 1
    }
    return nil
  }
}
