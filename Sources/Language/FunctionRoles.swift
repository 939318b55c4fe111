/// What a function word does; a word may do several things.
package struct FunctionRoles: OptionSet, Sendable {
  package let rawValue: UInt16
  package static let relative = FunctionRoles(rawValue: 1)
  package static let clauseEnd = FunctionRoles(rawValue: 2)
  package static let negation = FunctionRoles(rawValue: 4)
  package static let pronoun = FunctionRoles(rawValue: 8)
  package static let conjunction = FunctionRoles(rawValue: 16)
  package static let preposition = FunctionRoles(rawValue: 32)
  package static let demonstrative = FunctionRoles(rawValue: 64)
  package static let particle = FunctionRoles(rawValue: 128)
  package static let auxiliary = FunctionRoles(rawValue: 256)
  package static let adverb = FunctionRoles(rawValue: 512)
  package static let that = FunctionRoles(rawValue: 1024)
  package static let interrogative = FunctionRoles(rawValue: 2048)

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  init(names: [String]) {
    let all: [String: FunctionRoles] = [
      "relative": .relative, "clause_end": .clauseEnd, "negation": .negation, "pronoun": .pronoun,
      "conjunction": .conjunction, "preposition": .preposition, "demonstrative": .demonstrative,
      "particle": .particle, "auxiliary": .auxiliary, "adverb": .adverb, "that": .that,
      "interrogative": .interrogative,
    ]
    self = names.reduce(into: []) { $0.formUnion(all[$1] ?? []) }
  }
}

extension FunctionRoles {
  private static let rows: [FunctionRoles] = {
    let table = Lexicon.shared.table(.functionWord)
    return (0..<table.count).map { FunctionRoles(names: table.alternatives($0, "role")) }
  }()

  /// The roles of a row of the table of function words.
  package static func of(_ row: Int32) -> FunctionRoles { rows[Int(row)] }
}

extension Document {
  /// What token `i` does as a function word, all readings together.
  package func roles(_ i: Int) -> FunctionRoles {
    guard i >= 0, i < tokens.count, tokens[i].kind == .word else { return [] }
    return analyzer.word(tokens[i].value).roles
  }
}
