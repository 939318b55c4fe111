import QueryLanguage

/// Builds the steps of one conjunction.
struct StepBuilder {
  let statistics: Statistics
  /// The place of a rule that is looked up before all else.
  let first: Int?
  private(set) var bound: Set<Int>
  private(set) var waiting: [Clause]
  private var steps: [PlanStep] = []

  init(_ statistics: Statistics, _ clauses: [Clause], bound: Set<Int>, first: Int?) {
    self.statistics = statistics
    self.first = first
    self.bound = bound
    waiting = clauses
  }

  mutating func build() -> [PlanStep] {
    addReady()
    while let next = cheapest() {
      if next.isStuck {
        distribute(waiting.remove(at: next.place))
      } else {
        add(waiting.remove(at: next.place))
      }
      addReady()
    }
    addOptional()
    return steps
  }

  /// The relation or `or` to take next. One that is stuck needs variables that only another stuck one gives.
  private func cheapest() -> (place: Int, isStuck: Bool)? {
    var best: (place: Int, cost: Double)?
    var stuck: Int?
    for (i, clause) in waiting.enumerated() {
      if case .either(let branches, let exports, _, _) = clause, !isReady(branches, exports) {
        stuck = stuck ?? i
      } else if let cost = cost(clause), cost < best?.cost ?? .infinity {
        best = (i, cost)
      }
    }
    return best.map { ($0.place, false) } ?? stuck.map { ($0, true) }
  }

  private func cost(_ clause: Clause) -> Double? {
    switch clause {
    case .atom(let atom): atom.occurrence == first ? -1 : self.cost(atom)
    case .either(let branches, _, _, _):
      if let first, branches.contains(where: { Recursion.leads($0, to: first) }) {
        -1
      } else {
        branches.reduce(0) { $0 + ($1.compactMap { self.cost($0) }.min() ?? 1) }
      }
    case .test, .exists, .optional: nil
    }
  }

  /// Conditions inside of the branches have their variables, and each branch binds what the others bind.
  private func isReady(_ branches: [[Clause]], _ exports: [Int]) -> Bool {
    let partly = Set(exports).filter { variable in !branches.allSatisfy { Body.bound($0).contains(variable) } }
    return Self.needs(branches).union(partly).isSubset(of: bound)
  }

  /// Variables that conditions inside branches need from outside.
  private static func needs(_ branches: [[Clause]]) -> Set<Int> {
    var all: Set<Int> = []
    for branch in branches {
      var needed: Set<Int> = []
      for clause in branch {
        switch clause {
        case .test(let test): needed.formUnion(test.test.columns)
        case .exists(_, _, let shared, _, _): needed.formUnion(shared)
        case .either(let inner, _, _, _): needed.formUnion(needs(inner))
        case .atom, .optional: break
        }
      }
      all.formUnion(needed.subtracting(Body.bound(branch)))
    }
    return all
  }

  // MARK: - Steps

  private mutating func add(_ clause: Clause) {
    switch clause {
    case .atom(let atom): steps.append(.atom(step(atom)))
    case .either(let branches, let exports, let text, let slots):
      let plans = branches.map { branch in
        var inner = StepBuilder(statistics, branch, bound: bound, first: first)
        return inner.build()
      }
      steps.append(.either(plans, exports: exports, slots: slots, own: slots, text: text))
      bound.formUnion(exports)
    case .test, .exists, .optional: break
    }
  }

  /// `(A or B), rest` as `(A, rest) or (B, rest)`.
  private mutating func distribute(_ clause: Clause) {
    guard case .either(let branches, let exports, let text, let own) = clause else { return }
    let rest = waiting.filter { !$0.isOptional }
    waiting.removeAll { !$0.isOptional }
    let all = branches.map { $0 + rest }
    let plans = all.map { branch in
      var inner = StepBuilder(statistics, branch, bound: bound, first: first)
      return inner.build()
    }
    let given = Set(exports).union(Body.bound(rest))
    let slots = 0..<(all.joined().map(\.slotsEnd).max() ?? 0)
    steps.append(.either(plans, exports: given.sorted(), slots: slots, own: own, text: text))
    bound.formUnion(given)
  }

  /// Conditions whose variables all have values.
  private mutating func addReady() {
    waiting.removeAll { clause in
      switch clause {
      case .test(let test):
        guard test.test.columns.isSubset(of: bound) else { return false }
        steps.append(.filter(test))
        return true
      case .exists(let negated, let inner, let shared, _, _):
        guard shared.isSubset(of: bound) else { return false }
        var builder = StepBuilder(statistics, inner, bound: shared, first: nil)
        steps.append(.exists(negated: negated, builder.build(), shared: shared))
        return true
      case .atom, .either, .optional: return false
      }
    }
  }

  private mutating func addOptional() {
    for clause in waiting {
      guard case .optional(let inner, _, let new, let slots) = clause else { continue }
      var builder = StepBuilder(statistics, inner, bound: bound, first: nil)
      steps.append(.optional(builder.build(), new: new, slots: slots))
    }
    for clause in waiting {
      if case .optional(_, _, let new, _) = clause { bound.formUnion(new) }
    }
    addReady()
  }

  private mutating func step(_ atom: CheckedAtom) -> AtomStep {
    let (estimate, access) = (cost(atom), access(atom))
    var checks: [CheckedAtom.Binding] = []
    var binds: [CheckedAtom.Binding] = []
    for binding in atom.bindings {
      if bound.contains(binding.variable) { checks.append(binding) } else { binds.append(binding) }
    }
    if case .lookup(let field, .column(let variable)) = access {
      checks.removeAll { $0.field == field && $0.variable == variable }
    }
    bound.formUnion(atom.bindings.map(\.variable))
    return AtomStep(atom: atom, access: access, checks: checks, binds: binds, estimate: estimate)
  }
}

extension Clause {
  fileprivate var isOptional: Bool {
    if case .optional = self { return true }
    return false
  }

  /// The slot behind the last one that the clause fills.
  fileprivate var slotsEnd: Int {
    switch self {
    case .atom(let atom): atom.factSlot + 1
    case .either(_, _, _, let slots), .optional(_, _, _, let slots): slots.upperBound
    case .test, .exists: 0
    }
  }
}
