import Facts
import Language

/// A place that a figure may hold at, and how far the words around it say so: the less, the better.
private struct PlaceCandidate {
  var entity: Int
  var tokens: Range<Int>
  var doubt: Int
}

// Where a figure holds.
extension FigureContext {
  private static let stated = 0
  private static let likely = 8
  private static let unlikely = 16

  /// Of people the place that the sentence states, else that of the count before, else the lead's; of money only a
  /// place stated close by.
  func place(_ lead: Int?) -> Int? {
    if figure.measure == "money" { return moneyPlace() }
    if let host = host() ?? jail() { return host }
    if let best = best(of: candidates(in: scope)) { return best.entity }
    if scope != sentence, let best = best(of: candidates(in: sentence).filter { $0.doubt == Self.stated }) {
      return best.entity
    }
    if let before, sentences(since: before.tokens.lowerBound) <= 4, let place = before.place { return place }
    return lead
  }

  /// Of money a place stated close by, other than what it is meant for; else the country whose exports or debts they
  /// are; else that of the sum before.
  private func moneyPlace() -> Int? {
    let near = candidates(in: scope).filter {
      $0.doubt == Self.stated && distance($0.tokens) <= 12 && !isPurpose($0.tokens.lowerBound)
    }
    if let place = best(of: near)?.entity { return place }
    if let owner = possessorOfSum(.trade) ?? possessorOfSum(.holder), article.entities[owner].kind == .place {
      return owner
    }
    return goesOn ? before?.place : nil
  }

  /// Whether the sum is told of in one breath with the sum before: in its paragraph, or by the same source.
  var goesOn: Bool {
    guard let before else { return false }
    if isParagraphShared(with: before.tokens.lowerBound) { return true }
    return !figure.sources.isEmpty && figure.sources.last?.entity == before.sources.last?.entity
      && sentences(since: before.tokens.lowerBound) <= 2
  }

  /// "Holds in its prisons": the country named before.
  private func jail() -> Int? {
    guard figure.measure == "detained" else { return nil }
    for i in max(sentence.lowerBound, figure.tokens.lowerBound - 4)..<figure.tokens.lowerBound
    where document.isWord(i - 1, .in)
      && document.senses(i).contains(where: { $0.cls == .countedNoun && $0.suffix.isPronoun })
    {
      return lastPlace(before: i) { self.article.entities[$0].type == "country" }
    }
    return nil
  }

  /// "For the wounded in X": a word with "for" stands between the sum and the place.
  private func isPurpose(_ i: Int) -> Bool {
    guard i > figure.tokens.upperBound else { return false }
    return (figure.tokens.upperBound..<i).contains { j in
      document.senses(j).contains { $0.proclitics.contains(.li) && $0.cls != .phraseWord }
    }
  }

  /// The country that took refugees in: the subject of the verb before them.
  private func host() -> Int? {
    guard figure.measure == "displaced" || figure.measure == "population" else { return nil }
    for i in max(sentence.lowerBound, figure.tokens.lowerBound - 5)..<figure.tokens.lowerBound
    where document.isWord(i, .hosts) {
      if let mention = article.mention(at: i + 1), mention.kind == .place { return mention.entity }
      return lastPlace(before: i) { _ in true }
    }
    return nil
  }

  /// The least doubtful and nearest; of a chain ("in the town of X in the province of Y") the first, the smallest.
  private func best(of all: [PlaceCandidate]) -> PlaceCandidate? {
    guard var best = all.min(by: { $0.doubt + distance($0.tokens) < $1.doubt + distance($1.tokens) }) else {
      return nil
    }
    while let inner = all.last(where: { $0.tokens.upperBound <= best.tokens.lowerBound }), inner.doubt == Self.stated,
      best.doubt == Self.stated, continues(inner.tokens.upperBound..<best.tokens.lowerBound)
    {
      best = inner
    }
    return best
  }

  /// Whether only words that lead from a place to a larger one stand between.
  private func continues(_ gap: Range<Int>) -> Bool {
    gap.count <= 3
      && gap.allSatisfy {
        document.isWord($0, .in) || document.isWord($0, .locative) || document.has($0, .placeTrigger)
          || document.isComma($0)
      }
  }

  // MARK: Candidates

  private func candidates(in range: Range<Int>) -> [PlaceCandidate] {
    var found: [PlaceCandidate] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if let mention = article.mention(at: i) {
        if mention.kind == .place, let doubt = doubt(mention) {
          found.append(PlaceCandidate(entity: mention.entity, tokens: mention.tokens, doubt: doubt))
        }
        i = max(i + 1, mention.tokens.upperBound)
        continue
      }
      if let entity = pointedBack(i) {
        found.append(PlaceCandidate(entity: entity, tokens: i..<i + 1, doubt: Self.stated))
      }
      i += 1
    }
    return found
  }

  /// How little the words before a place say that something happened there; nil when it is no scene at all.
  private func doubt(_ mention: NameMention) -> Int? {
    let i = mention.tokens.lowerBound
    if article.isDateline(mention) || speaks(mention) || isHeld(i) { return nil }
    if isIn(i, prefixed: Int(document.tokens[i].start) < mention.bytes.lowerBound) { return Self.stated }
    if document.isWord(i - 1, .on) || document.isWord(i - 1, .between) || document.has(i - 1, .placeTrigger) {
      return Self.likely
    }
    if figure.measure == "displaced", document.isWord(i - 1, .from) || document.isWord(i - 1, .about) {
      return Self.stated
    }
    if document.isWord(i - 1, .from) { return nil }
    if document.has(i - 1, .eventTrigger) || document.has(i - 1, .measureWord) { return Self.likely }
    return figure.measure == "money" ? nil : Self.unlikely
  }

  /// Behind "in", perhaps with "the city of", "the north of" between; or with the preposition written to the word.
  private func isIn(_ i: Int, prefixed: Bool) -> Bool {
    if prefixed { return document.senses(i).contains { $0.proclitics.contains(.ba) } }
    var j = i - 1
    while j >= max(sentence.lowerBound, i - 4) {
      if document.isWord(j, .in) || document.isWord(j, .locative) { return true }
      if document.has(j, .placeTrigger) {
        if document.senses(j).contains(where: { $0.cls == .placeTrigger && $0.proclitics.contains(.ba) }) {
          return true
        }
      } else if !document.has(j, anyOf: Self.between) {
        return false
      }
      j -= 1
    }
    return false
  }

  /// Words between "in" and the place: "in the district of", "in most parts of".
  private static let between: UInt64 = LexicalClass.countedNoun.mask | LexicalClass.nameAdjective.mask

  /// The place as one who says something: its speech holds the figure.
  private func speaks(_ mention: NameMention) -> Bool {
    article.quotes.contains {
      $0.speaker == mention.entity && $0.reach.contains(mention.tokens.lowerBound)
        && !$0.tokens.contains(mention.tokens.lowerBound)
    }
  }

  /// "The army of X", "the president of X", "loyal to X": a name for who rules there.
  private func isHeld(_ i: Int) -> Bool {
    if document.senses(i).contains(where: { $0.proclitics.contains(.li) && $0.cls != .phraseWord }) { return true }
    let holders = LexicalClass.title.mask | LexicalClass.sourceNoun.mask | LexicalClass.organizationTrigger.mask
    return document.has(i - 1, anyOf: holders) && !document.has(i - 1, .placeTrigger)
  }

  // MARK: Pointing back

  /// "In the city", "the country": the last place of that kind before.
  private func pointedBack(_ i: Int) -> Int? {
    guard document.tokens[i].kind == .word else { return nil }
    if document.isWord(i, .market) { return marketCountry(i) }
    if document.isWord(i, .homeland) {
      if let home = speakersCountry { return home }
      return lastPlace(before: i) { self.article.entities[$0].type == "country" }
        ?? Self.leadPlace(of: article) { $0.type == "country" }
    }
    guard
      document.isWord(i - 1, .in) || document.isWord(i - 1, .locative) || document.isWord(i - 1, .from)
        || document.isWord(i - 1, .to),
      let match = document.match(i, .placeTrigger), match.proclitics.contains(.al)
    else { return nil }
    let type = NameTables.placeTriggers[Int(match.row)].type
    return lastPlace(before: i) { entity in
      self.article.entities[entity].type == type || self.begins(entity, match.row)
    }
  }

  /// "In the Tunisian market"
  private func marketCountry(_ i: Int) -> Int? {
    guard document.isWord(i - 1, .in), let nisba = document.match(i + 1, .nisba) else { return nil }
    return country(document.lexicon.cell(.nisba, nisba.row, "name"))
  }

  /// The country whose army or ministry speaks.
  private var speakersCountry: Int? {
    guard let speaker = quote?.speaker.map({ article.entities[$0] }), speaker.kind == .organization,
      speaker.type != "media", let name = speaker.country
    else { return nil }
    return country(name)
  }

  /// The place of that name in the tables, when the article names it.
  func country(_ name: String) -> Int? {
    let folded = Folding.fold(name)
    return article.entities.firstIndex { entity in
      entity.kind == .place && (entity.country == name || Folding.fold(entity.name) == folded)
        && entity.type == "country"
    }
  }

  private func lastPlace(before i: Int, where test: (Int) -> Bool) -> Int? {
    article.mentions.last {
      $0.tokens.upperBound <= i && $0.kind == .place && !article.isDateline($0) && test($0.entity)
        && !isHeld($0.tokens.lowerBound)
    }?.entity
  }

  /// Whether the place's name begins with the trigger of that row.
  private func begins(_ entity: Int, _ row: Int32) -> Bool {
    let word = document.lexicon.cell(.placeTrigger, row, "word")
    return article.entities[entity].name.hasPrefix(word + " ")
  }

  // MARK: The article's place

  /// The place named most, of those that pass the test.
  static func leadPlace(of article: AnnotatedArticle, where test: (ArticleEntity) -> Bool = { _ in true }) -> Int? {
    var counts: [Int: Int] = [:]
    for mention in article.mentions
    where mention.kind == .place && test(article.entities[mention.entity]) && !article.isDateline(mention) {
      counts[mention.entity, default: 0] += 1
    }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }
}

extension AnnotatedArticle {
  /// Whether the mention stands before the agency's mark at the begin of a paragraph: "Tunis, Tunisia (X) --".
  func isDateline(_ mention: NameMention) -> Bool {
    let first = document.sentences[document.sentenceIndex(ofToken: mention.tokens.lowerBound)].tokens.lowerBound
    guard first == 0 || document.tokens[first - 1].kind == .newline, mention.tokens.lowerBound < first + 6 else {
      return false
    }
    var i = first
    while i < min(document.tokens.count, first + 10) {
      if document.isDash(i) || document.isSign(i, Sign.colon) { return i >= mention.tokens.upperBound }
      let isPart = self.mention(at: i) != nil || document.tokens[i].kind == .sign || document.isLatin(i)
      guard isPart || i < mention.tokens.upperBound else { return false }
      i += 1
    }
    return false
  }
}
