/// Words that the rules ask for by name; their spellings are rows of the table `rule_words`.
public enum RuleWord: UInt8, Sendable, CaseIterable {
  case that
  case about
  case aboutPronoun
  case to
  case toPronoun
  case on
  case from
  case `in`
  case with
  case between
  case byWay
  case against
  case before
  case after
  case until
  case since
  case during
  case who
  case and
  case or
  case be
  case had
  case not
  case son
  case house
  case father
  case god
  case servant
  case `self`
  case each
  case other
  case this
  case `as`
  case `while`
  case but
  case because
  case `where`
  case named
  case beside
  case nameLam
  case modal
  case however
  case fromPronoun
  case numbered
  case future
  case byHand
  case partitive
  case compared
  case mediation
  case represents
  case ofPerson
  case ofClub
  case undergoes
  case program
  case masculinePlace
  case then
  case any
  case issued
  case family
  case whether
}

extension RuleWord {
  /// Bit of the word in `Word.ruleWords`.
  var mask: UInt64 { 1 << UInt64(rawValue) }

  private static let rows = NamedRows<RuleWord>(.ruleWord)

  static func named(_ row: Int32) -> RuleWord { rows[row] }
}

extension Document {
  /// The reading of token `i` as the word.
  public func ruleWord(_ i: Int, _ word: RuleWord) -> LexicalMatch? {
    guard isWord(i, word) else { return nil }
    for sense in senses(i) where sense.cls == .ruleWord && RuleWord.named(sense.row) == word {
      return LexicalMatch(
        cls: .ruleWord, form: sense.form, proclitics: sense.proclitics, suffix: sense.suffix, row: sense.row,
        start: i, end: i + 1)
    }
    return nil
  }

  /// Whether a text of one word is the word.
  package func isWord(_ text: String, _ word: RuleWord) -> Bool {
    var text = text
    return text.withUTF8 { analyzer.word(analyzer.analyze($0)).ruleWords & word.mask != 0 }
  }
}
