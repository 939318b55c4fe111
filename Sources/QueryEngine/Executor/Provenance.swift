import Facts
import Language

/// What rows stand on, in terms of the store: tuples of rules unfolded into the facts behind them.
struct Provenance {
  let store: FactStore
  let rules: [CheckedRule]
  let ruleTables: [RuleTable]

  /// The facts of the store under a list of packed facts, each once, sorted.
  func base(_ facts: some Collection<UInt64>) -> [FactReference] {
    if let sorted = sortedBase(facts) { return sorted }
    var seen: Set<UInt64> = []
    var waiting = Array(facts)
    var result: [FactReference] = []
    while let bits = waiting.popLast() {
      guard seen.insert(bits).inserted else { continue }
      let fact = PackedFact(bits: bits)
      if let rule = fact.rule {
        waiting += ruleTables[rule].facts[fact.row]
      } else {
        result.append(FactReference(relation: Int(fact.relation), row: fact.row))
      }
    }
    return result.sorted()
  }

  /// Facts of the store that are in order already, as most lists are.
  private func sortedBase(_ facts: some Collection<UInt64>) -> [FactReference]? {
    var result: [FactReference] = []
    result.reserveCapacity(facts.count)
    var last: UInt64?
    for bits in facts {
      let fact = PackedFact(bits: bits)
      if fact.rule != nil { return nil }
      if let last, bits <= last { return nil }
      last = bits
      result.append(FactReference(relation: Int(fact.relation), row: fact.row))
    }
    return result
  }

  private static let figure = Schema.index(of: "figure")!
  private static let unit = Schema.relations[figure].index(of: "unit")!

  /// The different units of the figures among the facts, sorted.
  func units(ofFiguresIn lists: [ArraySlice<UInt64>]) -> [String] {
    var units: [String: String] = [:]
    for list in lists {
      for fact in base(list) where fact.relation == Self.figure {
        if case .text(let unit) = store.value(relation: Self.figure, field: Self.unit, row: fact.row) {
          units[Folding.fold(unit)] = unit
        }
      }
    }
    return units.values.sorted()
  }

  /// Outlet and publication date of the first article among the facts, and the last source of the first claim.
  func origin(of facts: ArraySlice<UInt64>) -> (outlet: Cell, published: Cell, source: Cell) {
    var result: (outlet: Cell, published: Cell, source: Cell) = (.missing, .missing, .missing)
    let base = base(facts)
    if let article = base.lazy.compactMap({ store.article(relation: $0.relation, row: $0.row) }).first {
      result.outlet = cell("article", "outlet", article)
      result.published = cell("article", "published", article)
    }
    if let claim = base.first(where: { ValueType.claimRelations.contains($0.relation) }),
      let last = sources(of: claim).last
    {
      result.source = cell("source", "entity", last)
    }
    return result
  }

  private func cell(_ relation: String, _ field: String, _ row: Int) -> Cell {
    let index = Schema.index(of: relation)!
    return store.cells(relation: index, field: Schema.relations[index].index(of: field)!, rows: [UInt32(row)])[0]
  }

  /// A link without a position counts as nearest to the reader, so that it is never taken for the origin.
  private func position(ofSource row: Int) -> Double {
    if case .number(let position) = store.value("source", "position", row) { return position }
    return -.infinity
  }

  /// The rows of `source` that belong to a claim, by position.
  func sources(of claim: FactReference) -> [Int] {
    let index = Schema.index(of: "source")!
    let field = Schema.relations[index].index(of: "claim")!
    let claims = store.index(relation: index, field: field)
    let key = store.rowCell(relation: claim.relation, row: UInt32(claim.row))
    return claims.order[claims.range(for: key)].map(Int.init)
      .map { (row: $0, position: position(ofSource: $0)) }
      .sorted { ($0.position, $0.row) < ($1.position, $1.row) }
      .map(\.row)
  }
}
