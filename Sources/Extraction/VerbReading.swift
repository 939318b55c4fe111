import Language

/// Whether a form that the table of verbs knows is one here: many are nouns too, or first persons.
extension QuoteScanner {
  /// A past form that stands where only a noun can: behind a preposition (`in its campaign`), behind `was carried
  /// out`, or, of a weak verb that is a noun too, behind an indefinite noun (`changed his offer`).
  func isNominal(_ cue: VerbCue) -> Bool {
    guard cue.match.form < VerbForm.present, cue.match.proclitics.isDisjoint(with: .conjunctions) else { return false }
    let before = cue.token - 1
    guard before >= 0, document.tokens[before].kind == .word else { return false }
    if document.isBarePreposition(before) {
      return !document.isWord(before, .after) && !document.isWord(before, .before) && !document.isWord(before, .from)
        || cue.match.suffix.isPronoun
    }
    if document.isWord(before, .undergoes) { return true }
    return !cue.verb.strong && isAlsoNoun(cue) && isIndefiniteNoun(before)
  }

  /// The form is a noun of some table too, or carries a pronoun, which a possessed noun does as well.
  private func isAlsoNoun(_ cue: VerbCue) -> Bool {
    let nouns =
      LexicalClass.countedNoun.mask | LexicalClass.timeWord.mask | LexicalClass.reportingNoun.mask
      | LexicalClass.title.mask | LexicalClass.sourceNoun.mask | LexicalClass.eventTrigger.mask
    if cue.match.suffix.isPronoun || document.has(cue.token, anyOf: nouns) { return true }
    return document.senses(cue.token).contains { $0.cls == .reportingVerb && $0.form >= VerbForm.masdar }
  }

  /// A word that is neither definite nor a name, a source, an adjective of one, or a function word.
  private func isIndefiniteNoun(_ p: Int) -> Bool {
    guard article.mentionAt[p] < 0, article.dateAt[p] < 0, !document.isDefinite(p) else { return false }
    let others =
      LexicalClass.title.mask | LexicalClass.sourceNoun.mask | LexicalClass.organizationTrigger.mask
      | LexicalClass.nisba.mask | LexicalClass.nationality.mask | LexicalClass.functionWord.mask
      | LexicalClass.ruleWord.mask | LexicalClass.attributionPhrase.mask
    return !document.has(p, anyOf: others)
  }

  /// A form with a pronoun that a verbal noun has too: `and urging them` reads like `and he urged them`.
  func isPossessedNoun(_ cue: VerbCue) -> Bool {
    cue.match.suffix.isPronoun
      && document.senses(cue.token).contains { $0.cls == .reportingVerb && $0.form >= VerbForm.masdar }
  }

  /// A past printed with a damma on its first letter.
  func isPrintedPassive(_ cue: VerbCue) -> Bool {
    guard cue.match.form < VerbForm.present else { return false }
    var i = Int(document.tokens[cue.token].start)
    if !cue.match.proclitics.isDisjoint(with: .conjunctions) {
      i += Letter.length(document.bytes, i)
      while i < document.bytes.count, Letter.isMark(document.bytes, i) { i += 2 }
    }
    i += Letter.length(document.bytes, i)
    return i + 1 < document.bytes.count && document.bytes[i] == 0xD9 && document.bytes[i + 1] == 0x8F
  }

  /// A present of the first person (`I believe`), which the past of a verb that begins with a bare alef looks like
  /// after folding, or a past with the ending of `we`.
  func isFirstPerson(_ cue: VerbCue) -> Bool {
    if cue.match.suffix == .our, !cue.verb.strong { return true }
    // A verb's `me` is written with nun.
    if cue.match.suffix == .my, !document.folded(cue.token).hasSuffix("\u{646}\u{64A}") { return true }
    guard cue.match.form == VerbForm.past, cue.verb.beginsWithBareAlef else { return false }
    let start = Int(document.tokens[cue.token].start)
    return cue.match.proclitics.isEmpty && document.bytes[start] == 0xD8 && document.bytes[start + 1] == 0xA3
  }
}
