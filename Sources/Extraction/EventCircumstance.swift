import Facts
import Language

/// Where, when, and whether at all.
extension EventReader {
  // MARK: Where and when

  /// The place right behind the trigger, what was struck, or the place behind "in" or its like in its clause.
  func place() -> Int? {
    let end = trigger.tokens.upperBound
    if let mention = article.mention(at: end) ?? article.mention(at: end - 1), mention.kind == .place,
      !takesPart(mention), !hasProclitic(mention, Letter.lam)
    {
      return mention.entity
    }
    if let placeStruck { return placeStruck }
    var j = end
    while j < min(sentence.upperBound, end + 14), !isPause(j) {
      if document.isWord(j, .that) || document.isWord(j, .while) { return nil }
      if document.isWord(j, .in), !document.isWord(j + 1, .this), let mention = nextMention(j + 1, within: 3),
        mention.kind == .place
      {
        return mention.entity
      }
      if let mention = article.mention(at: j), mention.kind == .place, mention.tokens.lowerBound == j,
        hasProclitic(mention, Letter.ba)
      {
        return mention.entity
      }
      j += 1
    }
    return nil
  }

  /// What is struck is where it happens.
  private var placeStruck: Int? {
    guard trigger.isViolent else { return nil }
    return participants.first { $0.role == "patient" && article.entities[$0.entity].kind == .place }?.entity
  }

  /// Whether the place does it or takes part in it; what is struck is where it happens too.
  private func takesPart(_ mention: NameMention) -> Bool {
    participants.contains { $0.entity == mention.entity && $0.role != "patient" }
  }

  private func isPause(_ i: Int) -> Bool { document.isFinalSign(i) || document.isSign(i, Sign.arabicSemicolon) }

  /// The nearest date of the clause; `a month before the election` is not the election's.
  func date() -> Period? {
    let near = article.dates.filter {
      let before = $0.tokens.lowerBound - 1
      return sentence.contains($0.tokens.lowerBound) && distance($0.tokens) <= 8 && !document.isWord(before, .until)
        && !document.isWord(before, .since) && !document.isWord($0.tokens.upperBound, .from)
    }
    return near.min { distance($0.tokens) < distance($1.tokens) }?.value
  }

  private func distance(_ tokens: Range<Int>) -> Int {
    tokens.lowerBound >= trigger.tokens.upperBound
      ? tokens.lowerBound - trigger.tokens.upperBound : trigger.tokens.lowerBound - tokens.upperBound
  }

  // MARK: Whether it happened

  /// Not when it is negated, denied, threatened, called for, planned or only possible; what is scheduled counts.
  var isReal: Bool {
    let first = trigger.tokens.lowerBound
    if trigger.isVerb, document.isWord(first - 1, .not) || isSubjunctive(first) { return false }
    if isFuture(first), !trigger.isScheduled { return false }
    // `To strike`: the purpose of something else.
    if trigger.proclitics.contains(.li), trigger.frame.contains(.transitive) || trigger.isVerb { return false }
    if isUnreal(before: first) || isStruckByNature { return false }
    return !isOnlyClaimed
  }

  /// `an` and a present verb: what somebody wants, can or must.
  private func isSubjunctive(_ i: Int) -> Bool {
    guard trigger.isVerb, isPresent(i) else { return false }
    return document.folded(i - 1 >= 0 ? i - 1 : i) == "\u{627}\u{646}" || document.isWord(i - 1, .had)
  }

  private func isPresent(_ i: Int) -> Bool { Letter.presentPrefixes.contains { document.beginsWith(i, $0) } }

  private func isFuture(_ i: Int) -> Bool { trigger.proclitics.contains(.sa) || document.isWord(i - 1, .future) }

  /// A word before it that makes it a wish, a threat or a possibility.
  private func isUnreal(before i: Int) -> Bool {
    var j = i - 1
    while j >= max(sentence.lowerBound, i - (trigger.isVerb ? 3 : 5)) {
      if document.tokens[j].kind == .sign, !isQuotationMark(j) { return false }
      if document.isContext(j, .unreal) { return true }
      j -= 1
    }
    return false
  }

  /// Earthquakes and storms strike too.
  private var isStruckByNature: Bool {
    guard trigger.isViolent, trigger.isVerb else { return false }
    let near =
      max(sentence.lowerBound, trigger.tokens.lowerBound - 4)..<min(sentence.upperBound, trigger.tokens.upperBound + 3)
    return near.contains { i in
      !trigger.tokens.contains(i) && (EventTrigger(at: i, in: article)?.isNatural ?? false)
    }
  }

  /// Inside content that denies, threatens, calls for or promises it.
  private var isOnlyClaimed: Bool {
    let around = article.quotes.filter {
      $0.tokens.lowerBound <= trigger.tokens.lowerBound && $0.tokens.upperBound >= trigger.tokens.upperBound
    }
    guard let inner = around.min(by: { $0.tokens.count < $1.tokens.count }) else { return false }
    return ["deny", "threaten", "call", "ask", "promise", "warn"].contains(inner.act)
  }
}
