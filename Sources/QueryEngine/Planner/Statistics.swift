import Facts

/// What the planner knows of the sizes of things.
package struct Statistics: Sendable {
  private let counts: [Int]

  package init(_ store: FactStore) { counts = store.tables.map(\.count) }

  func rows(_ source: CheckedAtom.Source) -> Double {
    switch source {
    case .relation(let relation): Double(counts[relation])
    // Unknown before it is computed; larger than a look-up, smaller than a large relation.
    case .rule: 1_000
    }
  }

  /// How many different values a field may have.
  func distinct(_ source: CheckedAtom.Source, field: Int) -> Double {
    guard case .relation(let relation) = source else { return 100 }
    let rows = Double(counts[relation])
    let guess: Double =
      switch Schema.relations[relation].fields[field].type {
      case .id: rows
      case .symbol(let list): Double(list.count)
      case .entity: Double(counts[ValueType.entityRelation])
      case .reference(let target): Double(counts[Schema.index(of: target)!])
      case .claim: ValueType.claimRelations.reduce(0) { $0 + Double(counts[$1]) }
      case .text: rows / 2
      case .number: rows / 10
      case .date: rows / 20
      }
    return max(1, min(guess, rows))
  }
}
