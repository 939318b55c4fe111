import Facts
import QueryLanguage

/// Runs the steps of a plan, each from whole columns to whole columns.
final class StepRunner {
  private let store: FactStore
  private let pool: TextPool
  private let cancellation: Cancellation
  private let budget: Int
  private let tests: TestEvaluator
  var ruleTables: [RuleTable] = []
  /// Rows that a place of a rule may see; without an entry, all.
  var windows: [Int: Range<Int>] = [:]
  /// Rows that unknown conditions dropped, by the text of the condition; counted only where rows are rows of the
  /// answer, not under `not` and `exists`.
  private(set) var fallen: [SourceRange: Int] = [:]
  var countsFallen = false
  private var depth = 0

  init(_ store: FactStore, _ pool: TextPool, _ cancellation: Cancellation, budget: Int) {
    self.store = store
    self.pool = pool
    self.cancellation = cancellation
    self.budget = budget
    tests = TestEvaluator(values: ColumnEvaluator(store: store, pool: pool), cancellation: cancellation)
  }

  /// With `existential`, one row for each row of `frame` is enough, since only their origins count.
  func run(_ steps: [PlanStep], from frame: Frame, existential: Bool = false) throws -> Frame {
    var frame = frame
    for (i, step) in steps.enumerated() {
      try cancellation.check()
      switch step {
      case .atom(let atom): frame = try join(frame, atom, onlyFirst: existential && i == steps.count - 1)
      case .filter(let test): frame = try filter(frame, test)
      case .exists(let negated, let inner, let shared): frame = try exists(frame, inner, shared, negated)
      case .either(let branches, let exports, let slots): frame = try either(frame, branches, exports, slots)
      case .optional(let inner, let new, let slots): frame = try optional(frame, inner, new, slots)
      }
      guard frame.count <= budget else { throw QueryFailure.overBudget(rows: budget) }
    }
    return frame
  }

  // MARK: - Conditions

  private func filter(_ frame: Frame, _ test: CheckedTest) throws -> Frame {
    let (places, unknown) = try passing(test, frame.columns, count: frame.count)
    if countsFallen, depth == 0 { noteFallen(test.text, unknown) }
    return places.count == frame.count ? frame : frame.taking(places)
  }

  /// The rows that a condition keeps, and the number of those it can't decide.
  func passing(_ test: CheckedTest, _ columns: [[Cell]], count: Int) throws -> (places: [UInt32], unknown: Int) {
    let verdicts = try tests.verdicts(test.test, columns, count: count)
    var places: [UInt32] = []
    var unknown = 0
    var i = 0
    while i < verdicts.count {
      if verdicts[i] == .yes { places.append(UInt32(i)) }
      if verdicts[i] == .unknown { unknown &+= 1 }
      i &+= 1
    }
    return (places, unknown)
  }

  func noteFallen(_ text: SourceRange, _ count: Int) {
    if count > 0 { fallen[text, default: 0] += count }
  }

  // MARK: - Clauses of several steps

  private func exists(_ frame: Frame, _ inner: [PlanStep], _ shared: Set<Int>, _ negated: Bool) throws -> Frame {
    depth += 1
    defer { depth -= 1 }
    let found = try run(inner, from: frame.opened(keeping: shared), existential: true)
    var there = [Bool](repeating: false, count: frame.count)
    for origin in found.origins { there[Int(origin)] = true }
    let places = (0..<UInt32(frame.count)).filter { there[Int($0)] != negated }
    return places.count == frame.count ? frame : frame.taking(places)
  }

  private func either(_ frame: Frame, _ branches: [[PlanStep]], _ exports: [Int], _ slots: Range<Int>) throws
    -> Frame
  {
    let new = exports.filter { !frame.bound.contains($0) }
    var origins: [UInt32] = []
    var columns = [[Cell]](repeating: [], count: new.count)
    var facts = [[UInt64]](repeating: [], count: slots.count)
    var seen = TupleTable(width: 1 + new.count + slots.count)
    for branch in branches {
      let found = try run(branch, from: frame.opened())
      let keys = Self.keys(of: found, new, slots)
      for row in 0..<found.count {
        guard seen.insert(keys, row).isNew else { continue }
        origins.append(found.origins[row])
        for (i, variable) in new.enumerated() { columns[i].append(found.columns[variable][row]) }
        for (i, slot) in slots.enumerated() { facts[i].append(found.fact(slot, row)) }
      }
    }
    var result = frame.taking(origins)
    for (i, variable) in new.enumerated() { result.columns[variable] = columns[i] }
    for (i, slot) in slots.enumerated() { result.facts[slot] = facts[i] }
    result.bound.formUnion(new)
    return result
  }

  /// What makes a row of a branch: where it began, what it binds, and its facts in whatever order.
  private static func keys(of frame: Frame, _ variables: [Int], _ slots: Range<Int>) -> [[Cell]] {
    var keys: [[Cell]] = [frame.origins.map(Cell.init)]
    for variable in variables { keys.append(frame.columns[variable]) }
    var facts = slots.map { slot in (0..<frame.count).map { frame.fact(slot, $0) } }
    if slots.count > 1 {
      for row in 0..<frame.count {
        let sorted = facts.map { $0[row] }.sorted()
        for i in facts.indices { facts[i][row] = sorted[i] }
      }
    }
    return keys + facts
  }

  private func optional(_ frame: Frame, _ inner: [PlanStep], _ new: [Int], _ slots: Range<Int>) throws -> Frame {
    let counts = countsFallen
    countsFallen = false
    defer { countsFallen = counts }
    let found = try run(inner, from: frame.opened())
    var there = [Bool](repeating: false, count: frame.count)
    for origin in found.origins { there[Int(origin)] = true }
    let lone = (0..<UInt32(frame.count)).filter { !there[Int($0)] }
    var result = frame.taking(found.origins + lone)
    for variable in new {
      result.columns[variable] = found.columns[variable] + [Cell](repeating: .missing, count: lone.count)
    }
    for slot in slots {
      result.facts[slot] =
        (0..<found.count).map { found.fact(slot, $0) } + [UInt64](repeating: PackedFact.none, count: lone.count)
    }
    result.bound.formUnion(new)
    return result
  }

  // MARK: - Atoms

  /// Pairs of a row so far and a row of the relation are checked in chunks of this many.
  private static let chunk = 1 << 16

  private func join(_ frame: Frame, _ step: AtomStep, onlyFirst: Bool) throws -> Frame {
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

  private func source(_ atom: CheckedAtom) -> RowSource {
    switch atom.source {
    case .relation(let relation): return RowSource(relation: relation, store)
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

/// Pairs of row numbers.
struct PairBuffer {
  private(set) var left: [UInt32] = []
  private(set) var right: [UInt32] = []

  var count: Int { left.count }

  mutating func append(_ a: UInt32, _ b: UInt32) {
    left.append(a)
    right.append(b)
  }

  /// Adds pairs; with `onlyFirst` only one for each left row.
  mutating func append(_ pairs: PairBuffer, onlyFirst: Bool) {
    guard onlyFirst else {
      left += pairs.left
      right += pairs.right
      return
    }
    for i in 0..<pairs.count where left.last != pairs.left[i] { append(pairs.left[i], pairs.right[i]) }
  }

  mutating func removeAll() {
    left.removeAll(keepingCapacity: true)
    right.removeAll(keepingCapacity: true)
  }

  /// Keeps the pairs for which `holds`, given the place and the left row, is true.
  mutating func keep(_ holds: (Int, UInt32) -> Bool) {
    var kept = PairBuffer()
    for i in 0..<count where holds(i, left[i]) { kept.append(left[i], right[i]) }
    self = kept
  }
}
