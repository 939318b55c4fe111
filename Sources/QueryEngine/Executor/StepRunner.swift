import Facts
import QueryLanguage

/// Runs the steps of a plan, each from whole columns to whole columns.
final class StepRunner {
  let store: FactStore
  let pool: TextPool
  let cancellation: Cancellation
  let budget: Int
  let tests: TestEvaluator
  var ruleTables: [RuleTable] = []
  /// Rows that a place of a relation or rule may see; without an entry, all.
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
      case .either(let branches, let exports, let slots, let own, let text):
        frame = try either(frame, branches, exports, (slots, own), text)
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

  private func either(
    _ frame: Frame, _ branches: [[PlanStep]], _ exports: [Int], _ slots: (all: Range<Int>, own: Range<Int>),
    _ text: SourceRange
  ) throws -> Frame {
    let (slots, own) = slots
    let new = exports.filter { !frame.bound.contains($0) }
    var origins: [UInt32] = []
    var columns = [[Cell]](repeating: [], count: new.count)
    var facts = [[UInt64]](repeating: [], count: slots.count)
    var seen = TupleTable(width: 1 + new.count + slots.count)
    var choices = BranchChoices(inside: frame)
    for (number, branch) in branches.enumerated() {
      let found = try run(branch, from: frame.opened())
      let keys = Self.keys(of: found, new, slots, anyOrder: own)
      var kept: [Int] = []
      for row in 0..<found.count {
        guard seen.insert(keys, row).isNew else { continue }
        kept.append(row)
        origins.append(found.origins[row])
        for (i, variable) in new.enumerated() { columns[i].append(found.columns[variable][row]) }
        for (i, slot) in slots.enumerated() { facts[i].append(found.fact(slot, row)) }
      }
      choices.add(kept, of: found, branch: UInt32(number), of: text)
    }
    var result = frame.taking(origins)
    result.choices.merge(choices.all) { _, new in new }
    for (i, variable) in new.enumerated() { result.columns[variable] = columns[i] }
    for (i, slot) in slots.enumerated() { result.facts[slot] = facts[i] }
    result.bound.formUnion(new)
    return result
  }

  /// What makes a row of a branch: where it began, what it binds, and its facts, those of `anyOrder` in whatever order.
  private static func keys(
    of frame: Frame, _ variables: [Int], _ slots: Range<Int>, anyOrder: Range<Int>
  ) -> [[Cell]] {
    var keys: [[Cell]] = [frame.origins.map(Cell.init)]
    for variable in variables { keys.append(frame.columns[variable]) }
    var facts = slots.map { slot in (0..<frame.count).map { frame.fact(slot, $0) } }
    if anyOrder.count > 1 {
      let own = anyOrder.lowerBound - slots.lowerBound..<anyOrder.upperBound - slots.lowerBound
      for row in 0..<frame.count {
        let sorted = facts[own].map { $0[row] }.sorted()
        for (i, fact) in zip(own, sorted) { facts[i][row] = fact }
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
    for (clause, branches) in found.choices where frame.choices[clause] == nil {
      result.choices[clause] = branches + [UInt32](repeating: 0, count: lone.count)
    }
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
}
