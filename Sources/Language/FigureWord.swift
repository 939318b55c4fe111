/// Words that the rules of figures ask for by name; their spellings are rows of the table `figure_words`.
public enum FigureWord: Sendable, CaseIterable {
  /// Quarters, thirds …, and the like of a number: fractions and multiples.
  case partsOf
  /// What a definite number behind it names rather than counts ("the group of seven").
  case grouped
  case superlative
  /// Nouns that lead to a place as "in" does.
  case locative
  /// The country, without its name.
  case homeland
  /// Events that a date behind them belongs to.
  case landmark
  /// Spelt like a dual.
  case notDual
  /// Verbs whose subject pays or gets a sum.
  case spends
  /// "In exchange for"
  case exchanged
  case exceeds
  /// Adjectives that stand before the noun that is counted ("two of the senior …").
  case elder
  /// "The period", without saying which.
  case period
  /// What a nisba behind it tells the country of.
  case market
  /// Verbs of taking people in.
  case hosts
  /// People who are abroad for a state, a paper or the like: sent away they go home.
  case envoy

  fileprivate static let rows = NamedRows<FigureWord>(.figureWord)
}

extension Document {
  /// Whether token `i` is the word, with or without proclitics.
  public func isWord(_ i: Int, _ word: FigureWord) -> Bool {
    guard i >= 0, i < tokens.count, tokens[i].kind == .word, has(i, .figureWord) else { return false }
    return senses(i).contains { $0.cls == .figureWord && FigureWord.rows[$0.row] == word }
  }
}
