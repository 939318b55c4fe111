/// The words that the rules of posts and events ask for by name. They are content words: to other rules they are what
/// their other readings are.
package enum ContextWord: Sendable, CaseIterable {
  /// The former, the present, the acting holder of a post.
  case incumbency
  /// The post of, the duties of.
  case office
  /// At, for the affairs of.
  case postScope
  /// He is, she is.
  case copula
  /// In his capacity as.
  case capacity
  /// Verbs that an attack or a sanction is the object of, with its author as the subject.
  case wage
  /// Verbs that an attack is the object of, with its victim as the subject.
  case undergo
  /// What makes an event a wish, a threat, a plan or a possibility.
  case unreal
  /// Nouns for what is struck.
  case target

  fileprivate static let rows = NamedRows<ContextWord>(.contextWord)
}

extension Document {
  /// Whether token `i` is the word, with or without proclitics.
  package func isContext(_ i: Int, _ word: ContextWord) -> Bool { contextWord(i, word) != nil }

  /// The reading of token `i` as the word.
  package func contextWord(_ i: Int, _ word: ContextWord) -> Sense? {
    guard has(i, .contextWord) else { return nil }
    return senses(i).first { $0.cls == .contextWord && ContextWord.rows[$0.row] == word }
  }
}
