/// What a number word contributes to a number.
public enum NumberWordKind: String, Sendable {
  case unit, teen, ten, hundred, scale, vague, fraction, percent, ordinal
}

/// A row of `number_words`.
public struct NumberWord: Sendable {
  /// Missing for words such as "several".
  public let value: Double?
  public let kind: NumberWordKind
  public let form: Form

  /// The form of a scale word.
  public enum Form: String, Sendable {
    case singular = ""
    case plural
    case dual
    /// Accusative, or a dual in construct when a noun follows.
    case accusative
  }

  public static let rows: [NumberWord] = {
    let table = Lexicon.shared.table(.numberWord)
    return (0..<table.count).map { row in
      guard let kind = NumberWordKind(rawValue: table.cell(row, "kind")),
        let form = Form(rawValue: table.cell(row, "form"))
      else {
        preconditionFailure("number_words row \(row + 1): unknown kind or form")
      }
      return NumberWord(value: Double(table.cell(row, "value")), kind: kind, form: form)
    }
  }()
}

extension Document {
  /// The reading of token `i` as a number word, without its phrases; bare spellings before those with a suffix.
  func numberWord(_ i: Int, where test: (Sense, NumberWord) -> Bool) -> (sense: Sense, word: NumberWord)? {
    guard i < tokens.count, has(i, .numberWord), tokens[i].kind == .word else { return nil }
    var found: (Sense, NumberWord)?
    for sense in senses(i) where sense.cls == .numberWord {
      let word = NumberWord.rows[Int(sense.row)]
      guard test(sense, word) else { continue }
      if sense.suffix == .none { return (sense, word) }
      if found == nil { found = (sense, word) }
    }
    return found
  }

  /// The token after a percent sign or phrase that begins at token `i`.
  public func percentEnd(_ i: Int) -> Int? {
    guard i < tokens.count else { return nil }
    if isSign(i, Sign.percent) || isSign(i, Sign.arabicPercent) { return i + 1 }
    for match in matches(i, .numberWord) where NumberWord.rows[Int(match.row)].kind == .percent { return match.end }
    return nil
  }

  /// Whether token `i` is an ordinal number word.
  public func isOrdinal(_ i: Int) -> Bool { ordinal(i) != nil }

  /// The value of token `i` as an ordinal.
  public func ordinal(_ i: Int) -> Int? {
    guard i >= 0 else { return nil }
    return numberWord(i) { _, word in word.kind == .ordinal }?.word.value.map { Int($0) }
  }
}
