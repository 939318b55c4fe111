import Language

/// A word or phrase that bounds a number.
struct QuantityModifier {
  var bound: String
  var tokens: Range<Int>
  var proclitics: Proclitics
}

extension Document {
  /// The modifier that ends before token `i`; a preposition written apart may stand between.
  func modifier(before i: Int) -> QuantityModifier? {
    let end = isClitic(i - 1) ? i - 1 : i
    if isWord(end - 1, .between) { return nil }  // opens a range, bounds nothing
    var best: QuantityModifier?
    var j = end - 1
    while j >= 0, j >= end - 5, tokens[j].kind == .word {
      if has(j, .numberModifier) {
        for match in matches(j, .numberModifier) where match.end == end {
          let row = QuantityTables.modifiers[Int(match.row)]
          guard row.before else { continue }
          best = QuantityModifier(bound: row.bound, tokens: j..<end, proclitics: match.proclitics)
          break
        }
      }
      j -= 1
    }
    return best
  }

  /// The bound of a verb whose subject stands between: "the number of the dead exceeded 50".
  func exceeded(before i: Int) -> String? {
    var j = i - 1
    while j >= max(0, i - 4), tokens[j].kind == .word, !isParticle(j) {
      if j < i - 1, isWord(j, .exceeds) {
        let negated = j > 0 && matches(j - 1, .numberModifier).contains { $0.end == j + 1 }
        return negated ? "at_most" : "over"
      }
      j -= 1
    }
    return nil
  }

  /// The modifier at token `i` or behind up to two adjectives there.
  func modifier(after i: Int) -> QuantityModifier? {
    var j = i
    while j < tokens.count, j <= i + 2, tokens[j].kind == .word {
      for match in matches(j, .numberModifier) {
        let row = QuantityTables.modifiers[Int(match.row)]
        guard row.after, row.bound != "exact", !isWord(match.end, .from) else { continue }
        return QuantityModifier(bound: row.bound, tokens: j..<match.end, proclitics: match.proclitics)
      }
      if has(j, .functionWord) || has(j, .ruleWord) { return nil }
      j += 1
    }
    return nil
  }

  /// A preposition of one letter written apart (with a tatweel or before digits).
  func isClitic(_ i: Int) -> Bool {
    guard i >= 0, tokens[i].kind == .word else { return false }
    return analyzer.withFolded(tokens[i].value) { form in
      form.count == 2 && (Letter.isAny(form, 0, Letter.prepositions) || Letter.isAny(form, 0, Letter.conjunctions))
    }
  }
}
