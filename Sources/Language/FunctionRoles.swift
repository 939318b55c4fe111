/// What a function word does; a word may do several things.
public struct FunctionRoles: OptionSet, Sendable {
  public let rawValue: UInt16
  public static let relative = FunctionRoles(rawValue: 1)
  public static let clauseEnd = FunctionRoles(rawValue: 2)
  public static let negation = FunctionRoles(rawValue: 4)
  public static let pronoun = FunctionRoles(rawValue: 8)
  public static let conjunction = FunctionRoles(rawValue: 16)
  public static let preposition = FunctionRoles(rawValue: 32)
  public static let demonstrative = FunctionRoles(rawValue: 64)
  public static let particle = FunctionRoles(rawValue: 128)
  public static let auxiliary = FunctionRoles(rawValue: 256)
  public static let adverb = FunctionRoles(rawValue: 512)
  public static let that = FunctionRoles(rawValue: 1024)
  public static let interrogative = FunctionRoles(rawValue: 2048)

  public init(rawValue: UInt16) { self.rawValue = rawValue }

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
  public static func of(_ row: Int32) -> FunctionRoles { rows[Int(row)] }
}
