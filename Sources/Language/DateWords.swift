/// What a time word does in a date; the column `kind` of `time_words`.
public enum TimeWordKind: UInt8, Sendable, CaseIterable {
  case dayOffset, weekOffset, monthOffset, yearOffset, quarterOffset, seasonOffset, decadeOffset, centuryOffset
  case hourOffset, minuteOffset, weekEnd, decadePart
  case part, vague, relative, preposition, season, century, decade, daypart, era, timezone, feast, anchor
  case relativeAnchor

  /// By the name that the table has for each: `day_offset`.
  static let named: [String: TimeWordKind] = Dictionary(
    uniqueKeysWithValues: allCases.map { kind in
      ("\(kind)".reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }, kind)
    })
}

/// What a word or phrase can do in a date: a bit for each kind of time word, and one for nouns that name a unit of the
/// calendar.
public struct TimeKinds: OptionSet, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  public init(_ kind: TimeWordKind) { rawValue = 1 << UInt32(kind.rawValue) }

  public static let dateUnit = TimeKinds(rawValue: 1 << 31)
}

/// A row of `time_words`.
public struct TimeWord: Sendable {
  public let kind: TimeWordKind
  public let value: String
  /// The value as a number, for offsets.
  public let offset: Int?

  public static let rows: [TimeWord] = {
    let table = Lexicon.shared.table(.timeWord)
    return (0..<table.count).map { row in
      guard let kind = TimeWordKind.named[table.cell(row, "kind")] else {
        preconditionFailure("time_words row \(row + 1): unknown kind \(table.cell(row, "kind"))")
      }
      let value = table.cell(row, "value")
      return TimeWord(kind: kind, value: value, offset: Int(value))
    }
  }()
}

extension Document {
  /// The readings of token `i` as a time word or phrase of the kind, longest first.
  public func timeWords(_ i: Int, _ kind: TimeWordKind) -> [(value: String, offset: Int?, match: LexicalMatch)] {
    guard timeKinds(i).contains(TimeKinds(kind)) else { return [] }
    return matches(i, .timeWord).compactMap { match in
      let row = TimeWord.rows[Int(match.row)]
      return row.kind == kind ? (row.value, row.offset, match) : nil
    }
  }
}

/// Calendar units of the nouns that name them, by row of `counted_nouns`.
enum DateUnits {
  private static let names: [(DateUnit, String)] = [
    (.day, "day"), (.week, "week"), (.month, "month"), (.year, "year"),
  ]

  static let byNoun: [DateUnit?] = {
    let nouns = Lexicon.shared.table(.countedNoun)
    let words = Lexicon.shared.table(.timeWord)
    var units: [String: DateUnit] = [:]
    for row in 0..<words.count where words.cell(row, "kind") == "anchor" {
      let phrase = words.cell(row, "phrase")
      guard !phrase.contains(" "), let unit = names.first(where: { $0.1 == words.cell(row, "value") }) else { continue }
      units[phrase] = unit.0
    }
    return (0..<nouns.count).map { row in
      nouns.cell(row, "class") == "time" ? units[nouns.cell(row, "singular")] : nil
    }
  }()
}

/// A row of `months`.
struct MonthName: Sendable {
  let month: Int
  let hijri: Bool
  /// Also another word, or a name: a month only beside a day, a year or the word "month".
  let ambiguous: Bool

  static let rows: [MonthName] = {
    let table = Lexicon.shared.table(.month)
    return (0..<table.count).map { row in
      MonthName(
        month: Int(table.cell(row, "month"))!, hijri: table.cell(row, "calendar") == "hijri",
        ambiguous: table.cell(row, "ambiguous") == "1")
    }
  }()
}

extension Document {
  /// The calendar unit of the noun at token `i`, with the sense that names it.
  func dateUnit(_ i: Int) -> (unit: DateUnit, sense: Sense)? {
    guard timeKinds(i).contains(.dateUnit) else { return nil }
    for sense in senses(i) where sense.cls == .countedNoun {
      if let unit = DateUnits.byNoun[Int(sense.row)] { return (unit, sense) }
    }
    return nil
  }

  /// The day of the week at token `i`, 1 for Monday.
  public func weekday(_ i: Int) -> (day: Int, proclitics: Proclitics)? {
    guard has(i, .weekday), let match = match(i, .weekday) else { return nil }
    return Int(lexicon.cell(.weekday, match.row, "day")).map { ($0, match.proclitics) }
  }

  /// "Last", "next", "current" behind a noun.
  func relative(_ i: Int) -> (offset: Int, end: Int)? {
    for word in timeWords(i, .relative) where word.match.proclitics.isSubset(of: .al) {
      guard word.match.proclitics == .al || word.match.end - word.match.start > 1, let offset = word.offset else {
        continue
      }
      return (offset, word.match.end)
    }
    return nil
  }
}
