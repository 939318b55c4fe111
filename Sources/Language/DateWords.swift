/// What a time word does in a date.
package enum TimeWordKind: String, Sendable {
  case dayOffset = "day_offset"
  case weekOffset = "week_offset"
  case monthOffset = "month_offset"
  case yearOffset = "year_offset"
  case quarterOffset = "quarter_offset"
  case seasonOffset = "season_offset"
  case decadeOffset = "decade_offset"
  case centuryOffset = "century_offset"
  case hourOffset = "hour_offset"
  case minuteOffset = "minute_offset"
  case weekEnd = "week_end"
  case decadePart = "decade_part"
  case part, vague, relative, preposition, season, century, decade, daypart, era, timezone, feast, anchor
  case relativeAnchor = "relative_anchor"
}

/// A row of `time_words`.
package struct TimeWord: Sendable {
  package let kind: TimeWordKind
  package let value: String
  /// The value as a number, for offsets.
  package let offset: Int?

  package static let rows: [TimeWord] = {
    let table = Lexicon.shared.table(.timeWord)
    return (0..<table.count).map { row in
      guard let kind = TimeWordKind(rawValue: table.cell(row, "kind")) else {
        preconditionFailure("time_words row \(row + 1): unknown kind \(table.cell(row, "kind"))")
      }
      let value = table.cell(row, "value")
      return TimeWord(kind: kind, value: value, offset: Int(value))
    }
  }()
}

extension Document {
  /// The readings of token `i` as a time word or phrase of the kind, longest first.
  package func timeWords(_ i: Int, _ kind: TimeWordKind) -> [(value: String, offset: Int?, match: LexicalMatch)] {
    guard i >= 0, i < tokens.count, has(i, .timeWord) else { return [] }
    return matches(i, .timeWord).compactMap { match in
      let row = TimeWord.rows[Int(match.row)]
      return row.kind == kind ? (row.value, row.offset, match) : nil
    }
  }
}
