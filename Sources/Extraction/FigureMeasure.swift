import Facts
import Language

/// Decides what a count of people or a bare number measures, by the words around it.
struct FigureMeasure {
  private let article: AnnotatedArticle
  private let document: Document
  private let figure: FigureMention
  private let index: Int
  private let sentence: Range<Int>

  /// How far a word whose other uses are common still speaks of the figure.
  private static let near = 4

  static func decide(_ index: Int, _ article: inout AnnotatedArticle) {
    let figure = article.figures[index]
    if figure.countsPeople {
      if let decision = FigureMeasure(article, index).measure() { article.figures[index].measure = decision }
    } else if ["participants", "detained", "population", "displaced"].contains(figure.measure),
      let decision = FigureMeasure(article, index).befallen()
    {
      article.figures[index].measure = decision
    }
  }

  private init(_ article: AnnotatedArticle, _ index: Int) {
    self.article = article
    document = article.document
    figure = article.figures[index]
    self.index = index
    sentence = document.sentences[document.sentenceIndex(ofToken: figure.tokens.lowerBound)].tokens
  }

  /// What is said right before or behind to have befallen people that the noun alone counts otherwise: "five
  /// protesters died", "forced 40 inhabitants to flee".
  private func befallen() -> String? {
    let befalling = ["killed", "wounded", "released", "missing", "displaced"]
    if let before = before(), before.distance < Self.near, befalling.contains(before.measure) { return before.measure }
    if let after = after(), after.distance <= 2, befalling.contains(after.measure) { return after.measure }
    return nil
  }

  private func measure() -> String? {
    if document.isWord(figure.tokens.lowerBound - 1, .byHand) || countsThings || isFraction { return nil }
    if let end = measureOfEnd { return end }
    let before = before()
    var after = after()
    // "Eight of the police and two of the protesters" tells who they are, not what befell them.
    if figure.unit == nil, before != nil, after?.measure == "participants" { after = nil }
    if let after, before == nil || (after.distance <= 2 && before!.distance > 2) { return after.measure }
    if let before, before.distance <= reach(of: before.measure) { return before.measure }
    if figure.unit == nil { return elided() ?? before?.measure }
    return pointedBack() ?? inhabitants() ?? later()
  }

  // MARK: Words around

  /// "Eight of them", where the figure before counts no people.
  private var countsThings: Bool {
    guard figure.unit == nil, document.isWord(figure.tokens.upperBound - 1, .fromPronoun), index > 0 else {
      return false
    }
    let previous = article.figures[index - 1]
    return previous.unit != nil && !previous.countsPeople && !QuantityTables.peopleMeasures.contains(previous.measure)
      && document.sentences[document.sentenceIndex(ofToken: previous.tokens.lowerBound)].tokens == sentence
  }

  /// "From 12 to 10 days": a number without a noun measures what the one it falls to does.
  private var measureOfEnd: String? {
    guard figure.unit == nil, index + 1 < article.figures.count else { return nil }
    let next = article.figures[index + 1]
    guard next.unit != nil, next.tokens.lowerBound == figure.tokens.upperBound + 1,
      document.isWord(figure.tokens.upperBound, .to)
    else { return nil }
    return ["duration", "distance", "percent", "money"].contains(next.measure) ? next.measure : nil
  }

  private var isFraction: Bool { figure.value != figure.value.rounded() }

  /// How far before the figure a word may stand that decides its measure.
  private func reach(of measure: String) -> Int {
    if figure.rule == "noun_number" { return Self.near }
    if figure.unit == nil { return measure == "participants" ? Self.near : 12 }
    return 20
  }

  private func before() -> (measure: String, distance: Int)? {
    var j = figure.tokens.lowerBound - 1
    var distance = 0
    while j >= sentence.lowerBound {
      if let previous = article.figures[..<index].last(where: { $0.tokens.contains(j) }) {
        if QuantityTables.peopleMeasures.contains(previous.measure), previous.measure != "population",
          distance <= 12
        {
          return (previous.measure, distance)
        }
        j = previous.tokens.lowerBound - 1
        continue
      }
      if let measure = people(j, distance) { return (measure, distance) }
      if document.tokens[j].kind != .sign { distance += 1 }
      j -= 1
    }
    return nil
  }

  private func after() -> (measure: String, distance: Int)? {
    var j = figure.tokens.upperBound
    var distance = 0
    while j < sentence.upperBound, document.tokens[j].kind == .word, distance <= Self.near {
      if article.figures[index...].dropFirst().first(where: { $0.tokens.contains(j) }) != nil { return nil }
      if let measure = people(j, distance) ?? counted(j) { return (measure, distance) }
      distance += 1
      j += 1
    }
    return nil
  }

  /// A verb behind an aside: "20 civilians, among them women, were killed".
  private func later() -> String? {
    var j = figure.tokens.upperBound
    while j < min(sentence.upperBound, figure.tokens.upperBound + 12) {
      if let next = article.figures.first(where: { $0.tokens.contains(j) }) {
        // "Four gunmen and three soldiers were killed"
        guard joins(j) else { return nil }
        j = max(j + 1, next.tokens.upperBound)
        continue
      }
      if agreesInNumber(j), let measure = people(j, Self.near + 1) { return measure }
      j += 1
    }
    return nil
  }

  /// Behind its subject a verb or participle is in the plural or dual: it ends in alef or nun.
  private func agreesInNumber(_ i: Int) -> Bool { document.ends(i, in: [Letter.alef, Letter.nun], letters: 4) }

  /// Whether the number at token `i` is joined to the figure by "and".
  private func joins(_ i: Int) -> Bool {
    document.isBareWaw(i - 1) || document.senses(i).contains { $0.proclitics.contains(.wa) && $0.cls != .phraseWord }
  }

  private func people(_ i: Int, _ distance: Int) -> String? {
    guard document.tokens[i].kind == .word, document.has(i, .measureWord) else { return nil }
    for match in document.matches(i, .measureWord) {
      let measure = QuantityTables.measures[Int(match.row)]
      guard QuantityTables.peopleMeasures.contains(measure) else { continue }
      if measure == "population", distance > 2 { continue }
      if measure == "displaced", countsEnvoys { continue }
      let onlyNear = QuantityTables.nearMeasures[Int(match.row)] || measure == "participants"
      if !onlyNear || distance <= Self.near { return measure }
    }
    return nil
  }

  /// Diplomats whom a country expels, observers who are brought to safety are not displaced.
  private var countsEnvoys: Bool { figure.unit != nil && figure.tokens.contains { document.isWord($0, .envoy) } }

  /// The measure of a noun in apposition: "2.6 million children, refugees".
  private func counted(_ i: Int) -> String? {
    guard document.has(i, .countedNoun) else { return nil }
    for sense in document.senses(i)
    where sense.cls == .countedNoun && sense.proclitics.isEmpty
      && (sense.suffix == .none || sense.suffix == .alef)
    {
      let measure = QuantityTables.nouns[Int(sense.row)].measure
      if QuantityTables.peopleMeasures.contains(measure) { return measure }
    }
    return nil
  }

  // MARK: What the number leaves out

  /// A number without a noun measures what the figure before it does, money also by a word for it.
  private func elided() -> String? {
    if nearMoneyWord() { return "money" }
    guard index > 0 else { return nil }
    let previous = article.figures[index - 1]
    let isClose =
      document.sentenceIndex(ofToken: figure.tokens.lowerBound)
      - document.sentenceIndex(ofToken: previous.tokens.lowerBound) <= 1
    guard isClose else { return nil }
    if previous.measure == "money" {
      return figure.value >= previous.value / 20 && figure.value <= previous.value * 20 && figure.value >= 100
        ? "money" : nil
    }
    guard QuantityTables.peopleMeasures.contains(previous.measure), pointsBack else { return nil }
    return previous.measure
  }

  private func nearMoneyWord() -> Bool {
    var j = figure.tokens.lowerBound - 1
    while j >= max(sentence.lowerBound, figure.tokens.lowerBound - 3) {
      if document.tokens[j].kind == .word, document.has(j, .measureWord),
        document.matches(j, .measureWord).contains(where: { QuantityTables.measures[Int($0.row)] == "money" })
      {
        return true
      }
      j -= 1
    }
    return false
  }

  /// "Six of them", "the six", "two others".
  private var pointsBack: Bool {
    let last = figure.tokens.upperBound - 1
    return document.isWord(last, .fromPronoun) || document.isWord(last, .other)
      || document.isBareArticle(figure.tokens.lowerBound) || document.isWord(figure.tokens.upperBound, .from)
  }

  /// A definite noun with the number of a figure before: "the three men".
  private func pointedBack() -> String? {
    guard figure.rule == "noun_number" else { return nil }
    return article.figures[..<index].last {
      $0.value == figure.value && QuantityTables.peopleMeasures.contains($0.measure)
    }?.measure
  }

  /// A million nationals are a people.
  private func inhabitants() -> String? {
    figure.value >= 1_000_000 && figure.bound != "over" && figure.rule == "number_noun" && isNational
      ? "population" : nil
  }

  private var isNational: Bool {
    let last = figure.tokens.upperBound - 1
    return document.tokens[last].kind == .word && Document.nisbas.contains { document.has(last, $0) }
  }
}
