import Language

/// Finds quantities: the number, its bounds and the noun it counts. What a count of people measures, and its
/// context, are left to `FigureAnnotator`, which knows the names and quotes.
enum QuantityAnnotator: Annotator {
  static func annotate(_ article: inout AnnotatedArticle) {
    let finder = QuantityFinder(article: article)
    article.figures = finder.run()
  }
}

struct QuantityFinder {
  let article: AnnotatedArticle
  let document: Document
  let reader: NumberReader

  private static let starts: UInt64 =
    [.numberWord, .countedNoun, .currency, .nisba, .nationality].reduce(0) { $0 | ($1 as LexicalClass).mask }

  init(article: AnnotatedArticle) {
    self.article = article
    document = article.document
    reader = NumberReader(article.document)
  }

  func run() -> [FigureMention] {
    var figures: [FigureMention] = []
    var i = 0
    while i < document.tokens.count {
      let token = document.tokens[i]
      guard token.kind == .number || (token.kind == .word && document.has(i, anyOf: Self.starts)) else {
        i += document.isBareArticle(i) ? 0 : 1
        if i < document.tokens.count, document.isBareArticle(i) { i = add(i, to: &figures) }
        continue
      }
      i = add(i, to: &figures)
    }
    return figures
  }

  /// Adds the quantity at token `i`, if there is one, and answers where to go on.
  private func add(_ i: Int, to figures: inout [FigureMention]) -> Int {
    if let reading = reader.read(i) {
      let (figure, end) = figure(of: reading)
      if let figure, !continuesAge(figure, after: figures.last) { figures.append(figure) }
      return max(end, i + 1)
    }
    guard document.tokens[i].kind == .word, let figure = dual(i) ?? bareSingular(i) else { return i + 1 }
    if !continuesAge(figure, after: figures.last) { figures.append(figure) }
    return max(figure.tokens.upperBound, i + 1)
  }

  // MARK: Numbers

  private func figure(of first: NumberReading) -> (FigureMention?, end: Int) {
    let reading = range(from: first)
    let tokens = reading.tokens
    if isZeroOrNoise(first) || document.isWord(tokens.upperBound, .partsOf) { return (nil, tokens.upperBound) }
    let unit = document.unit(after: reading.last)
    if article.date(at: tokens.lowerBound) != nil, unit?.kind != .time {
      guard let behind = countedBefore(reading.first), behind.measure == "duration" else { return (nil, reading.end) }
      return (behind, behind.tokens.upperBound)
    }
    if let age = definiteAge(reading) { return (age, reading.end) }
    if unit == nil || belongsToNounBefore(reading.first) {
      if let behind = countedBefore(reading.first) { return (behind, behind.tokens.upperBound) }
      if unit == nil, isLeftOut(reading) { return (nil, reading.end) }
    }
    if first.value == 1, !first.hasDigits, first.scale == 1, reading.high == nil, unit?.kind != .percent {
      return (nil, tokens.upperBound)
    }
    if let unit, unit.kind != .money, unit.kind != .percent, isQuotedName(tokens.lowerBound..<unit.end) {
      return (nil, unit.end)
    }
    let before = document.currencySign(tokens.lowerBound - 1)
    return (build(reading, unit: unit ?? before, signed: before != nil), max(unit?.end ?? 0, tokens.upperBound))
  }

  /// "Under the age of thirty".
  private func definiteAge(_ reading: QuantityRange) -> FigureMention? {
    let i = reading.tokens.lowerBound
    guard reading.first.proclitics == .al, i > 0, saysAge(at: i - 1) else { return nil }
    let modifier = document.modifier(before: i - 1)
    let start = modifier?.tokens.lowerBound ?? i - 1
    let tokens = start..<reading.end
    return FigureMention(
      tokens: tokens, bytes: document.bytes(tokens, without: modifier?.proclitics ?? []), value: reading.first.value,
      high: reading.high, bound: modifier?.bound ?? "exact", measure: "age", rule: "age")
  }

  private func build(_ reading: QuantityRange, unit: QuantityUnit?, signed: Bool) -> FigureMention {
    var start = reading.tokens.lowerBound
    if signed { start -= 1 } else if isPlus(start - 1) { start -= 1 }
    let end = max(unit?.end ?? 0, reading.tokens.upperBound)
    var span = document.bytes(start..<end, without: start == reading.tokens.lowerBound ? reading.first.proclitics : [])
    var tokens = start..<end
    var bound = reading.first.vague ? "over" : "exact"
    if let modifier = document.modifier(before: start), modifier.bound != "exact", !reading.ownsModifier {
      bound = modifier.bound
      tokens = modifier.tokens.lowerBound..<end
      span = document.bytes(tokens, without: modifier.proclitics)
    } else if reading.start < start {
      tokens = reading.start..<end
      span = document.bytes(tokens, without: reading.startProclitics)
    }
    if bound == "exact", let age = limitOfAge(before: start) {
      bound = age.bound
      tokens = age.tokens.lowerBound..<end
      span = document.bytes(tokens, without: age.proclitics)
    }
    if bound == "exact", let exceeded = document.exceeded(before: start) { bound = exceeded }
    if let modifier = document.modifier(after: end) {
      bound = modifier.bound
      tokens = tokens.lowerBound..<modifier.tokens.upperBound
      span = span.lowerBound..<Int(document.tokens[tokens.upperBound - 1].end)
    }
    var figure = FigureMention(
      tokens: tokens, bytes: span, value: reading.first.value, high: reading.high, bound: bound, unit: unit?.name,
      measure: unit?.measure ?? "count", rule: unit == nil ? "number" : "number_noun")
    figure.countsPeople = figure.measure == "count" && (unit == nil || unit!.kind == .person || unit!.kind == nil)
    if isAge(figure, isYears: unit?.kind == .time) || limitOfAge(before: start) != nil { figure.measure = "age" }
    return figure
  }

  /// "Under the age of 15 years"
  private func limitOfAge(before i: Int) -> QuantityModifier? {
    guard i > 1, saysAge(at: i - 1), let modifier = document.modifier(before: i - 1), modifier.bound != "exact" else {
      return nil
    }
    return modifier
  }

  /// "The twenty-seven states which …": a definite number in digits or above ten follows its noun.
  private func belongsToNounBefore(_ reading: NumberReading) -> Bool {
    reading.definite && reading.proclitics.isSubset(of: .al) && (reading.hasDigits || reading.value > 10)
      && reading.scale == 1 && document.isDefinite(reading.tokens.lowerBound - 1)
  }

  private func isPlus(_ i: Int) -> Bool {
    (document.isSign(i, Sign.plus) || (document.isSign(i, Sign.hyphen) && document.tokens[i].spaced))
      && !document.tokens[i + 1].spaced
  }
}
