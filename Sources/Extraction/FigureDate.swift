import Facts
import Language

// When a figure holds.
extension FigureContext {
  /// The nearest date that is told of it; without one that of the figure before, when it stands close.
  func date() -> Period? {
    if figure.measure == "population" || isHeldNow { return nil }
    if let day = dayPointedBack { return day }
    let here = article.dates.filter { sentence.contains($0.tokens.lowerBound) && holds($0) }
    let told = here.filter { scope.contains($0.tokens.lowerBound) }
    if told.isEmpty, let period = samePeriod { return period }
    if let date = nearest(told) { return running(date, here) }
    if saysWhen, let date = nearest(here) { return running(date, here) }
    return carried()
  }

  private func nearest(_ dates: [DateMention]) -> DateMention? {
    guard figure.measure == "money" else { return dates.min { distance($0.tokens) < distance($1.tokens) } }
    let near = dates.filter { distance($0.tokens) <= 20 }
    return near.last { $0.tokens.lowerBound < figure.tokens.lowerBound }
      ?? near.min { distance($0.tokens) < distance($1.tokens) }
  }

  /// "136 prisoners" are a state, "arrested 136" is an event.
  private var isHeldNow: Bool { figure.measure == "detained" && !figure.countsPeople }

  /// Whether the date of the report is the event's: "announced on Friday the death of six", not "said on Friday that".
  private var saysWhen: Bool {
    guard let quote else { return true }
    if figure.measure == "killed" || figure.measure == "wounded" || figure.measure == "detained" { return true }
    return quote.form != "direct" && !document.isWord(quote.tokens.lowerBound - 1, .that)
  }

  /// Counts of one event stand close to each other; of sums only a period goes on behind the sentence.
  private func carried() -> Period? {
    guard let before, let date = before.date, figure.measure != "displaced" else { return nil }
    let gap = sentences(since: before.tokens.lowerBound)
    if figure.measure == "money" { return gap == 0 || !date.isDay && (gap == 1 || goesOn) ? date : nil }
    return gap <= 2 ? date : nil
  }

  /// "During this period": the last one told.
  private var samePeriod: Period? {
    let said = scope.first {
      document.isWord($0, .period) && (document.isWord($0 - 1, .this) || document.isWord($0 + 1, .self))
    }
    guard let i = said else { return nil }
    if let date = before?.date, !date.isDay { return date }
    return article.dates.last { $0.tokens.upperBound <= i && $0.value?.isDay == false }?.value
  }

  /// "The four men": the day of the four who were told of before.
  private var dayPointedBack: Period? {
    guard figure.rule == "noun_number", figure.measure != "money" else { return nil }
    return article.figures[..<index].last { $0.value == figure.value && $0.date?.isDay == true }?.date
  }

  /// Dates something is compared with, or that others precede or follow, don't say when.
  private func holds(_ date: DateMention) -> Bool {
    let i = date.tokens.lowerBound
    if document.isWord(i - 1, .about) || document.isWord(i - 1, .before) || document.isWord(i - 1, .after) {
      return false
    }
    if document.isWord(i - 1, .landmark), document.isWord(i - 2, .since) || document.isWord(i - 2, .after) {
      return false
    }
    if isSince(date), let since = sinceToken(date), isRecord(since) { return false }
    return !(1...3).contains { document.isWord(i - $0, .compared) }
  }

  /// "The worst since 2014"
  private func isRecord(_ since: Int) -> Bool {
    (1...7).contains { step in
      let i = since - step
      return i >= sentence.lowerBound && !figure.tokens.contains(i) && document.isWord(i, .superlative)
    }
  }

  /// From "since" to the last day told, or to "until".
  private func running(_ date: DateMention, _ here: [DateMention]) -> Period? {
    guard let value = date.value else { return nil }
    if isUntil(date), let start = here.last(where: { $0.tokens.lowerBound < date.tokens.lowerBound && isSince($0) }) {
      return start.value.flatMap { Period(from: $0, to: value) }
    }
    guard isSince(date) else { return value }
    if let end = here.first(where: { $0.tokens.lowerBound > date.tokens.lowerBound && isUntil($0) })?.value {
      return Period(from: value, to: end)
    }
    return lastDay.flatMap { Period(from: value, to: $0) } ?? value
  }

  /// The last day that a count before holds on when that is fresh, else the day of publication.
  private var lastDay: Period? {
    guard let anchor = article.anchor else { return nil }
    let fresh = article.figures[..<index].last {
      guard $0.isContextual, let day = $0.date, day.isDay else { return false }
      return day.start <= anchor.end && day.start >= anchor.start - 7
    }
    return fresh?.date ?? anchor
  }

  private func isUntil(_ date: DateMention) -> Bool { document.isWord(date.tokens.lowerBound - 1, .until) }

  private func isSince(_ date: DateMention) -> Bool { sinceToken(date) != nil }

  /// "Since the outbreak of … in March": the word may stand some words before the date.
  private func sinceToken(_ date: DateMention) -> Int? {
    var j = date.tokens.lowerBound - 1
    while j >= max(sentence.lowerBound, date.tokens.lowerBound - 9), article.dateAt[j] < 0 {
      if document.isWord(j, .since) { return j }
      if document.isComma(j), date.tokens.lowerBound - j > 3 { return nil }
      j -= 1
    }
    return nil
  }
}
