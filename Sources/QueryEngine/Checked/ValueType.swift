import Facts
import QueryLanguage

/// What a variable or an expression of a query holds.
package enum ValueType: Hashable, Sendable {
  case text
  case number
  case date
  case duration
  /// One of a closed list.
  case symbol([String])
  case entity
  /// A row of a relation other than `entity`, by index into `Schema.relations`.
  case row(Int)
  /// A row of any of `Schema.claims`.
  case claim

  static let entityRelation = Schema.index(of: "entity")!
  static let claimRelations = Schema.claims.map { Schema.index(of: $0)! }

  /// The type of a field of `relation`. The id of an entity is the entity.
  init(_ field: FieldType, of relation: Int) {
    switch field {
    case .id: self = relation == Self.entityRelation ? .entity : .row(relation)
    case .text: self = .text
    case .number: self = .number
    case .date: self = .date
    case .symbol(let list): self = .symbol(list)
    case .entity: self = .entity
    case .reference(let target): self = .row(Schema.index(of: target)!)
    case .claim: self = .claim
    }
  }

  /// The type of values that are of both types; nil when there are none.
  func met(_ other: ValueType) -> ValueType? {
    if self == other { return self }
    switch (self, other) {
    case (.claim, .row(let relation)) where Self.claimRelations.contains(relation): return other
    case (.row(let relation), .claim) where Self.claimRelations.contains(relation): return self
    case (.text, .symbol), (.symbol, .text), (.symbol, .symbol): return .text
    default: return nil
    }
  }

  /// The narrowest type that has the values of both; nil when there is none.
  func joined(_ other: ValueType) -> ValueType? {
    if let met = met(other) {
      return isClaim && other.isClaim ? .claim : met
    }
    return isClaim && other.isClaim ? .claim : nil
  }

  /// Quotes, figures, events, posts: their rows travel packed with the relation.
  var isClaim: Bool {
    switch self {
    case .claim: true
    case .row(let relation): Self.claimRelations.contains(relation)
    case .text, .number, .date, .duration, .symbol, .entity: false
    }
  }

  /// Whether cells are codes of strings.
  var isTextual: Bool {
    switch self {
    case .text, .symbol: true
    case .number, .date, .duration, .entity, .row, .claim: false
    }
  }

  /// The type of a result column.
  var fieldType: FieldType {
    switch self {
    case .text, .duration: .text
    case .number: .number
    case .date: .date
    case .symbol(let list): .symbol(list)
    case .entity: .entity
    case .row(let relation): .reference(Schema.relations[relation].name)
    case .claim: .claim
    }
  }
}

extension ValueType: Phrase {
  /// As messages say it: `a number`, `an entity`, `the id of a quote`.
  package var message: Message {
    switch self {
    case .text: "a text"
    case .number: "a number"
    case .date: "a date"
    case .duration: "a duration"
    case .symbol: "a word of a closed list"
    case .entity: "an entity"
    case .row(let relation):
      Self.beginsWithVowel(Schema.relations[relation].name)
        ? "the id of an \(Schema.relations[relation].name)" : "the id of a \(Schema.relations[relation].name)"
    case .claim: "the id of a quote, figure, event or post"
    }
  }

  private static func beginsWithVowel(_ noun: String) -> Bool { "aeiou".contains(noun.first ?? "x") }
}
