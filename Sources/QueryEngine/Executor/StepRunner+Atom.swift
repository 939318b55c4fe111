import Facts

/// Atoms: rows so far and rows of a relation or rule are paired, and the pairs that agree go on.
extension StepRunner {
  /// Pairs of a row so far and a row of the relation are checked in chunks of this many.
  private static let chunk = 1 << 16

  func join(_ frame: Frame, _ step: AtomStep, onlyFirst: Bool) throws -> Frame {
    let source = source(step.atom)
    var kept = PairBuffer()
    try forEachChunk(of: frame, step, source) { pairs in
      try cancellation.check()
      kept.append(agreeing(pairs, frame, step, source), onlyFirst: onlyFirst)
      guard kept.count <= budget else { throw QueryFailure.overBudget(rows: budget) }
    }
    return bind(frame, kept, step, source)
  }

  /// Gives the pairs of a row so far and a row of the relation that the access path offers.
  private func forEachChunk(
    of frame: Frame, _ step: AtomStep, _ source: RowSource, _ body: (PairBuffer) throws -> Void
  ) throws {
    var pairs = PairBuffer()
    func pair(_ left: Int, _ rows: some Collection<UInt32>) throws {
      for right in rows {
        pairs.append(UInt32(left), right)
        guard pairs.count == Self.chunk else { continue }
        try body(pairs)
        pairs.removeAll()
      }
    }
    switch step.access {
    case .scan:
      let rows = UInt32(source.window.lowerBound)..<UInt32(source.window.upperBound)
      for left in 0..<frame.count { try pair(left, rows) }
    case .cells(let field, let cells):
      let rows = source.rows(field, in: cells)
      for left in 0..<frame.count { try pair(left, rows) }
    case .folded(let field, let texts):
      let rows = source.rows(field, folded: texts, pool)
      for left in 0..<frame.count { try pair(left, rows) }
    case .lookup(let field, let value):
      let keys = tests.values.values(value, frame.columns, count: frame.count)
      let index = source.index(field)
      for left in 0..<frame.count where keys[left] != .missing {
        try pair(left, index.order[index.range(for: keys[left])].lazy.filter { source.window.contains(Int($0)) })
      }
    }
    try body(pairs)
  }

  /// How many rows an atom's relation or rule has.
  func rowCount(_ atom: CheckedAtom) -> Int {
    switch atom.source {
    case .relation(let relation): store.tables[relation].count
    case .rule(let rule): ruleTables[rule].count
    }
  }

  private func source(_ atom: CheckedAtom) -> RowSource {
    switch atom.source {
    case .relation(let relation): return RowSource(relation: relation, window: windows[atom.occurrence], store)
    case .rule(let rule):
      let table = ruleTables[rule]
      return RowSource(table, number: rule, window: windows[atom.occurrence] ?? 0..<table.count, store)
    }
  }

  /// The pairs in which every bound variable has the value of its field.
  private func agreeing(_ pairs: PairBuffer, _ frame: Frame, _ step: AtomStep, _ source: RowSource) -> PairBuffer {
    var pairs = pairs
    for check in step.checks {
      let cells = source.cells(check.field, pairs.right)
      let column = frame.columns[check.variable]
      pairs.keep { i, left in
        let cell = cells[i]
        return cell != .missing && cell == column[Int(left)]
      }
    }
    for (first, second) in Self.repeated(step.binds) {
      let (a, b) = (source.cells(first, pairs.right), source.cells(second, pairs.right))
      pairs.keep { i, _ in a[i] != .missing && a[i] == b[i] }
    }
    return pairs
  }

  /// Fields that bind the same variable, in pairs.
  private static func repeated(_ binds: [CheckedAtom.Binding]) -> [(Int, Int)] {
    var fields: [Int: Int] = [:]
    var pairs: [(Int, Int)] = []
    for bind in binds {
      if let first = fields[bind.variable] {
        pairs.append((first, bind.field))
      } else {
        fields[bind.variable] = bind.field
      }
    }
    return pairs
  }

  private func bind(_ frame: Frame, _ pairs: PairBuffer, _ step: AtomStep, _ source: RowSource) -> Frame {
    var result = frame.taking(pairs.left)
    for bind in step.binds where !result.bound.contains(bind.variable) {
      result.columns[bind.variable] = source.cells(bind.field, pairs.right)
      result.bound.insert(bind.variable)
    }
    if step.atom.factSlot < result.facts.count { result.facts[step.atom.factSlot] = source.pack(pairs.right) }
    return result
  }
}
