import Facts
import Language

// Who did it, holds them, pays or owns the sum.
extension FigureContext {
  private static let acted: Set<String> = ["killed", "wounded", "detained", "released", "displaced"]

  /// Of people whoever the sentence names as the cause or as the verb's subject, else the agent of the count before;
  /// of money whoever pays or owns it.
  func agent(at place: Int?) -> Int? {
    if figure.measure == "money" { return isPrice ? nil : owner() }
    guard Self.acted.contains(figure.measure) else { return nil }
    if let named = byHand() ?? subject() { return named }
    let last = article.figures[..<index].last { Self.acted.contains($0.measure) }
    guard let last, last.place == place || place == nil || last.place == nil,
      sentences(since: last.tokens.lowerBound) <= 6
    else { return nil }
    return last.agent
  }

  // MARK: People

  /// The name behind "by the hand of", "in raids of"; the nearest to the figure.
  private func byHand() -> Int? {
    var best: (entity: Int, distance: Int)?
    for j in sentence where document.isWord(j, .byHand) {
      guard let entity = nextName(j + 1)?.entity ?? attacker(j + 1) else { continue }
      let distance = distance(j..<j + 1)
      if best == nil || distance < best!.distance { best = (entity, distance) }
    }
    return best?.entity
  }

  /// "An air raid of the …-ian kind": the army of that country when the article names it, else the country.
  private func attacker(_ i: Int) -> Int? {
    for j in i...i + 1 where j < sentence.upperBound {
      guard let nisba = document.match(j, .nisba) else { continue }
      let name = document.lexicon.cell(.nisba, nisba.row, "name")
      return article.entities.firstIndex { $0.type == "military" && $0.country == name } ?? country(name)
    }
    return nil
  }

  /// The first name of who can act within a few words, before a preposition that leads elsewhere.
  private func nextName(_ i: Int) -> NameMention? {
    var j = i
    while j < min(sentence.upperBound, i + 5) {
      if let mention = article.mention(at: j) { return canAct(mention) ? mention : nil }
      if document.isWord(j, .in) || document.isWord(j, .on) || document.isFinalSign(j) || isBorder(j) { return nil }
      j += 1
    }
    return nil
  }

  /// The subject of the verb that counts them: behind it, before it, or the one who speaks of "they arrested".
  private func subject() -> Int? {
    guard let verb = verb() else { return nil }
    if let mention = article.mention(at: verb + 1), canAct(mention), !isGoverned(mention) { return mention.entity }
    // "X announced the death of": X only says so.
    if let mention = article.mention(at: verb - 1), canAct(mention), sentence.contains(verb - 1), !isGoverned(mention),
      !tells(mention.entity)
    {
      return mention.entity
    }
    guard isActive(verb) else { return nil }
    if document.isWord(verb - 1, .that), let speaker = quote?.speaker, quote?.tokens.lowerBound == verb {
      return speaker
    }
    return lastActor(before: verb)
  }

  /// The last word before the figure that counts people as the figure does, within a few words.
  private func verb() -> Int? {
    var j = figure.tokens.lowerBound - 1
    while j >= max(sentence.lowerBound, figure.tokens.lowerBound - 9) {
      if isCounting(j) { return j }
      if isBorder(j) || document.isFinalSign(j) { return nil }
      j -= 1
    }
    return nil
  }

  private func isCounting(_ i: Int) -> Bool {
    guard document.tokens[i].kind == .word, document.has(i, .measureWord) else { return false }
    return document.matches(i, .measureWord).contains {
      QuantityTables.measures[Int($0.row)] == figure.measure && !$0.proclitics.contains(.al)
    }
  }

  /// A verb in the feminine (written with ta before or behind) or behind "that he": its subject is left out. The
  /// masculine may as well be a passive.
  private func isActive(_ i: Int) -> Bool {
    if document.isWord(i - 1, .that), document.folded(i - 1).utf8.count > 4 { return true }
    guard i + 4 >= figure.tokens.lowerBound, figure.measure != "wounded" else { return false }
    return document.analyzer.withFolded(document.tokens[i].value) { form in
      guard form.count > 6 else { return false }
      let first = Letter.isAny(form, 0, Letter.conjunctions) ? 2 : 0
      let begins = form[first] == 0xD8 && form[first + 1] == 0xAA
      let ends = form[form.count - 2] == 0xD8 && form[form.count - 1] == 0xAA
      return begins || ends
    }
  }

  private func lastActor(before i: Int) -> Int? {
    // Behind "while" a source is no longer only telling.
    let tellsOnly = !(scope.lowerBound..<max(scope.lowerBound, i)).contains(where: isBorder)
    // A name with a colon behind it only says what follows.
    return article.mentions.last {
      $0.tokens.upperBound <= i && sentence.contains($0.tokens.lowerBound) && canAct($0) && !isGoverned($0)
        && !document.isSign($0.tokens.upperBound, Sign.colon)
        && !(tellsOnly && tells($0.entity))
    }?.entity
  }

  /// Whether the name is who the figure comes from.
  private func tells(_ entity: Int) -> Bool { figure.sources.contains { $0.entity == entity } }

  /// Armed forces, groups and countries; media only tell.
  private func canAct(_ mention: NameMention) -> Bool {
    if mention.kind == .place { return document.has(mention.tokens.lowerBound, .country) }
    return mention.kind == .organization && article.entities[mention.entity].type != "media"
  }

  // MARK: Money

  /// "1,200 dollars an ounce", "at a price of": nobody's sum.
  private var isPrice: Bool {
    let end = figure.tokens.upperBound
    if end < document.tokens.count, document.tokens[end].kind == .word,
      document.senses(end).contains(where: {
        $0.cls == .countedNoun && $0.proclitics.isSuperset(of: [.li, .al])
          && QuantityTables.nouns[Int($0.row)].kind != .person
      })
    {
      return true
    }
    return moneyWords(within: 12).contains { QuantityTables.moneyRoles[$0.row] == .price }
  }

  /// The possessor of a money word, or the subject that pays or gets it.
  private func owner() -> Int? {
    possessorOfSum(.holder) ?? buyer() ?? payWord().flatMap { payer($0) ?? speakerPaying($0) } ?? companySpeaking()
  }

  /// "The debts of X", "the budget of X", "the exports of X"
  func possessorOfSum(_ role: QuantityTables.MoneyRole) -> Int? {
    for word in moneyWords(within: role == .trade ? 25 : 12) where QuantityTables.moneyRoles[word.row] == role {
      if let mention = possessor(word.token) { return mention.entity }
    }
    return nil
  }

  /// "X … in exchange for": the first organization of the clause, the club or firm that pays.
  private func buyer() -> Int? {
    let near = max(scope.lowerBound, figure.tokens.lowerBound - 3)..<figure.tokens.lowerBound
    guard near.contains(where: { document.isWord($0, .exchanged) }) else { return nil }
    return article.mentions.first {
      scope.contains($0.tokens.lowerBound) && $0.kind == .organization && canAct($0)
        && $0.tokens.upperBound <= figure.tokens.lowerBound
    }?.entity
  }

  /// The last word before the figure that says someone pays or gets it.
  private func payWord() -> Int? {
    let holder = moneyWords(within: 12).first { QuantityTables.moneyRoles[$0.row] == .holder }?.token
    let spends = (max(scope.lowerBound, figure.tokens.lowerBound - 12)..<figure.tokens.lowerBound).last {
      document.isWord($0, .spends)
    }
    return [holder, spends].compactMap { $0 }.max()
  }

  /// Words for money before the figure, nearest first.
  private func moneyWords(within reach: Int) -> [(token: Int, row: Int)] {
    var found: [(token: Int, row: Int)] = []
    var j = figure.tokens.lowerBound - 1
    while j >= max(scope.lowerBound, figure.tokens.lowerBound - reach), !isBorder(j), !joinsClause(j) {
      if document.tokens[j].kind == .word, document.has(j, .measureWord) {
        for match in document.matches(j, .measureWord) where QuantityTables.measures[Int(match.row)] == "money" {
          found.append((j, Int(match.row)))
        }
      }
      j -= 1
    }
    return found
  }

  /// The name right behind a money word or behind one noun more: "the debts of X".
  private func possessor(_ i: Int) -> NameMention? {
    for j in i + 1...i + 3 where j < figure.tokens.lowerBound {
      if let mention = article.mention(at: j) { return canPay(mention) && !isGoverned(mention) ? mention : nil }
      if document.isParticle(j) || document.tokens[j].kind != .word { return nil }
    }
    return nil
  }

  /// A comma with "and" behind it, where the next clause begins.
  private func joinsClause(_ i: Int) -> Bool {
    document.isComma(i) && document.senses(i + 1).contains { $0.proclitics.contains(.wa) && $0.cls != .phraseWord }
  }

  /// The subject of the word that pays: behind it, else the last name before it that no preposition governs.
  private func payer(_ word: Int) -> Int? {
    if let mention = article.mention(at: word + 1), canPay(mention), !isGoverned(mention) { return mention.entity }
    return article.mentions.last {
      $0.tokens.upperBound <= word && scope.contains($0.tokens.lowerBound) && canPay($0) && !isGoverned($0)
        && !article.isDateline($0)
    }?.entity
  }

  /// "Said that he had paid", "announced the allocation of", "I have paid": the speaker pays.
  private func speakerPaying(_ word: Int) -> Int? {
    guard let quote else { return nil }
    let that = quote.tokens.lowerBound - 1
    if document.isWord(that, .that) { return document.folded(that).utf8.count > 4 ? quote.speaker : nil }
    return quote.form == "indirect" || isFirstPerson(word) ? quote.speaker : nil
  }

  /// As far as the letters tell: ta, `na` or a leading nun.
  private func isFirstPerson(_ i: Int) -> Bool {
    document.analyzer.withFolded(document.tokens[i].value) { form in
      guard form.count >= 6 else { return false }
      let last = form[form.count - 1]
      let before = form[form.count - 3]
      let endsInTa = form[form.count - 2] == 0xD8 && last == 0xAA
      let endsInNa = form[form.count - 2] == 0xD8 && last == 0xA7 && before == 0x86
      return endsInTa || endsInNa || (form[0] == 0xD9 && form[1] == 0x86)
    }
  }

  /// A company that speaks of money speaks of its own.
  private func companySpeaking() -> Int? {
    guard let speaker = figure.sources.last?.entity, article.entities[speaker].type == "company" else { return nil }
    return speaker
  }

  private func canPay(_ mention: NameMention) -> Bool { mention.kind == .person || canAct(mention) }

  /// Whether a preposition is written to the name or stands before it, or a title that its owner follows.
  private func isGoverned(_ mention: NameMention) -> Bool {
    let i = mention.tokens.lowerBound
    if document.isPreposition(i - 1) || document.isWord(i - 1, .from) || document.isWord(i - 1, .in) { return true }
    guard Int(document.tokens[i].start) < mention.bytes.lowerBound else { return false }
    return document.senses(i).contains { !$0.proclitics.isDisjoint(with: .prepositions) && $0.cls != .phraseWord }
  }
}
