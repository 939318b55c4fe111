import Language

/// Titles of several: each person gets the title in the singular.
extension PostScanner {
  /// `the two heads of the services A "X" and B "Y"`, `the ministers of defence, the Danish X and the Dutch Y`, `his two
  /// deputies X and Y`, `X and Y, the two guards of`; the token after what it read.
  mutating func addShared(_ title: TitlePhrase) -> Int? {
    guard let match = document.matches(title.match.start, .title).first(where: { $0.form >= 2 }) else { return nil }
    var title = title
    title.match = match
    if let first = personBehind(title) {
      let persons = list(from: first)
      // A construct without a noun governs the names: `the lawyers of X and Y`.
      if persons.count > 1 { return title.closed ? add(title, to: persons) : nil }
      return title.match.form == 2 || title.isShared ? addParts(title, first) : nil
    }
    guard title.closed else { return nil }
    let before = listBefore(title)
    return before.count > 1 ? add(title, to: before) : nil
  }

  private mutating func add(_ title: TitlePhrase, to persons: [NameMention]) -> Int? {
    let tokens = title.match.start..<title.tokens.upperBound
    guard names(title.match, tokens) else { return nil }
    let printed = singular(title, before: tokens.upperBound)
    for person in persons { add(person, printed, organization(in: tokens), tokens, "post-shared") }
    return max(title.tokens.upperBound, persons.last!.tokens.upperBound)
  }

  // MARK: One title for a list of names

  /// The name and those behind it with `and` or a comma.
  private func list(from first: NameMention) -> [NameMention] {
    var names = [first]
    while names.count < 8, let next = nextOfList(names.last!.tokens.upperBound) { names.append(next) }
    return names
  }

  private func nextOfList(_ i: Int) -> NameMention? {
    var at = marks.closing(at: i) != nil ? i + 1 : i
    if document.isComma(at) { at += 1 }
    if document.isBareWaw(at) { return person(beginningAt: at + 1) }
    guard words.begins(at, [Letter.waw]), let mention = article.mention(at: at), mention.kind == .person,
      mention.tokens.lowerBound == at, mention.bytes.lowerBound > Int(document.tokens[at].start)
    else { return nil }
    return mention
  }

  /// The names joined by `and` that end before the title.
  private func listBefore(_ title: TitlePhrase) -> [NameMention] {
    guard title.match.form == 2, title.match.proclitics.subtracting(.al).isEmpty else { return [] }
    var end = title.tokens.lowerBound
    if document.isPause(end - 1) { end -= 1 }
    guard let last = person(endingBefore: end) else { return [] }
    var first = person(endingBefore: last.tokens.lowerBound)
    if first == nil, document.isBareWaw(last.tokens.lowerBound - 1) {
      first = person(endingBefore: last.tokens.lowerBound - 1)
    }
    guard let first, list(from: first).count == 2 else { return [] }
    return [first, last]
  }

  // MARK: Names with a part of the title each

  /// A name behind the part of the title that is the first person's alone, then further parts with a name each.
  private mutating func addParts(_ title: TitlePhrase, _ first: NameMention) -> Int? {
    guard let own = lastPart(of: title) else { return nil }
    var holders = [(first, own)]
    while holders.count < 8, let next = nextHolder(holders.last!.0.tokens.upperBound) { holders.append(next) }
    guard holders.count > 1 else { return nil }
    let head = singular(title, before: own.lowerBound)
    for (person, part) in holders {
      let proclitics: Proclitics = part == own ? [] : .wa
      let printed = document.text(bytes: document.bytes(part, without: proclitics))
      add(person, "\(head) \(printed)", organization(in: part), title.match.start..<part.upperBound, "post-shared")
    }
    return holders.last!.0.tokens.upperBound
  }

  private func nextHolder(_ i: Int) -> (NameMention, Range<Int>)? {
    var at = marks.closing(at: i) != nil ? i + 1 : i
    if document.isComma(at) { at += 1 }
    guard let part = coordinated(at) else { return nil }
    var behind = part.upperBound
    if marks.opening(at: behind) != nil { behind += 1 }
    return person(beginningAt: behind).map { ($0, part) }
  }

  /// The nisba or name at the end of the title that is the first person's alone.
  private func lastPart(of title: TitlePhrase) -> Range<Int>? {
    let last = title.tokens.upperBound - 1
    guard last > title.match.start else { return nil }
    if let mention = article.mention(at: last) { return mention.tokens }
    return last..<last + 1
  }

  /// A name or nisba behind `and`.
  private func coordinated(_ i: Int) -> Range<Int>? {
    guard words.begins(i, [Letter.waw]) else { return nil }
    if let mention = article.mention(at: i), mention.kind != .person { return mention.tokens }
    return words.isCoordinated(i) ? i..<i + 1 : nil
  }

  // MARK: The singular

  /// The title in the singular, and the nouns between it and `end`.
  private func singular(_ title: TitlePhrase, before end: Int) -> String {
    let article = title.match.proclitics.contains(.al) ? "\u{627}\u{644}" : ""
    var parts = [article + head(title)]
    for i in title.match.end..<max(title.match.end, end) {
      let trigger = document.match(i, .organizationTrigger)
      if let trigger, trigger.suffix == .my {
        parts.append(document.lexicon.table(.organizationTrigger).alternatives(Int(trigger.row), "word").first ?? "")
      } else {
        parts.append(document.text(i..<i + 1))
      }
    }
    return parts.joined(separator: " ")
  }

  /// The title word in the singular, feminine where the dual is, with the pronoun it carries.
  private func head(_ title: TitlePhrase) -> String {
    let table = document.lexicon.table(.title)
    let row = Int(title.match.row)
    let masculine = table.alternatives(row, "masculine").first ?? ""
    let feminine = table.alternatives(row, "feminine").first ?? ""
    let stem = Folding.fold(feminine).dropLast() + "\u{62A}"
    let isFeminine = !feminine.isEmpty && document.folded(title.match.start).contains(stem)
    guard title.match.suffix.isPronoun else { return isFeminine ? feminine : masculine }
    let owned = isFeminine ? feminine.dropLast() + "\u{62A}" : Substring(masculine)
    return owned + Self.pronoun(title.match.suffix)
  }

  private static func pronoun(_ suffix: Suffix) -> String {
    switch suffix {
    case .his: "\u{647}"
    case .her: "\u{647}\u{627}"
    case .their: "\u{647}\u{645}"
    case .theirDual: "\u{647}\u{645}\u{627}"
    case .theirFeminine: "\u{647}\u{646}"
    case .our: "\u{646}\u{627}"
    default: ""
    }
  }
}
