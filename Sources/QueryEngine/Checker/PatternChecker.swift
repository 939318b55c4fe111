import Facts
import QueryLanguage

/// Checks one pattern: looks up its names, finds the types of its variables, then checks its comparisons.
final class PatternChecker {
  let expressions: ExpressionChecker
  let atoms: AtomNames
  let rules: RuleCatalog
  /// In a rule, variables of only some branches of an `or` are local; in a query they are an error.
  let isRule: Bool

  var names: [String] = []
  var occurrenceCount = 0
  /// Atoms in which a variable stands, and whether it has its name from the field in all of them.
  var uses: [Int: (atoms: Int, punned: Bool)] = [:]
  var elsewhere: [String: Message] = [:]
  var explicitLocals: Set<String> = []
  var slots = 0 {
    didSet { mostSlots = max(mostSlots, slots) }
  }
  private var mostSlots = 0

  init(_ expressions: ExpressionChecker, rules: RuleCatalog, isRule: Bool) {
    self.expressions = expressions
    self.rules = rules
    self.isRule = isRule
    atoms = AtomNames(rules: rules.environment.rules)
  }

  struct Draft {
    let clauses: [PatternDraft]
    let outputs: [Int]
    let names: VariableNames
    let slots: Int
  }

  func draft(_ condition: Condition) -> Draft {
    let bound = atoms.bound(condition)
    let parts = Self.parts(condition)
    if !parts.contains(where: { Self.isPositive($0) }) { reportNoPositive(condition) }
    let optional = optionalNames(parts, bound: Set(bound))
    let visible = Set(bound).union(optional)
    var scope = VariableNames()
    for name in atoms.mentioned(condition) where visible.contains(name) { scope.add(name, add(name)) }
    var positive = VariableNames()
    for name in bound { positive.add(name, scope[name]!) }
    let clauses = parts.flatMap { clause($0, positive, tests: scope, isTop: true) }
    let outputs = scope.all.sorted().filter { !names[$0].hasPrefix("_") }
    return Draft(clauses: clauses, outputs: outputs, names: scope, slots: mostSlots)
  }

  private static func parts(_ condition: Condition) -> [Condition] {
    if case .all(let parts) = condition.kind { return parts }
    return [condition]
  }

  private static func isPositive(_ condition: Condition) -> Bool {
    switch condition.kind {
    case .atom: true
    case .any(let branches): branches.allSatisfy { parts($0).contains { isPositive($0) } }
    case .all(let parts): parts.contains { isPositive($0) }
    case .test, .not, .exists, .optional: false
    }
  }

  private func reportNoPositive(_ condition: Condition) {
    expressions.report(
      Diagnostic(
        "no-relation", "a query needs a relation that stands by itself, outside of `not`, `exists` and `optional`",
        at: condition.range, example: "quote(speaker: s), not post(person: s)"))
  }

  func add(_ name: String) -> Int {
    names.append(name)
    return names.count - 1
  }

  // MARK: - Clauses

  func clause(
    _ condition: Condition, _ scope: VariableNames, tests: VariableNames, isTop: Bool
  ) -> [PatternDraft] {
    guard AtomNames.hasAtom(condition) else {
      return [.test(PendingTest(kind: .condition(condition), names: tests, range: condition.range))]
    }
    switch condition.kind {
    case .atom(let atom): return draft(atom, scope)
    case .all(let parts): return parts.flatMap { clause($0, scope, tests: tests, isTop: isTop) }
    case .any(let branches): return [either(branches, scope, condition.range)]
    case .not(let inner): return [exists(inner, negated: true, scope, condition.range)]
    case .exists(let inner): return [exists(inner, negated: false, scope, condition.range)]
    case .optional(let inner):
      guard isTop else {
        expressions.report(
          Diagnostic(
            "nested-optional", "`optional` stands only at the top of a pattern, not inside another clause",
            at: condition.range))
        return []
      }
      return [self.optional(inner, scope, tests: tests)]
    case .test: return []
    }
  }

  /// Comparisons inside of branches see no variables of `optional`, which runs after all branches.
  private func either(_ branches: [Condition], _ scope: VariableNames, _ range: SourceRange) -> PatternDraft {
    let bound = branches.map { atoms.bound($0) }
    let everywhere = Set(bound[0].filter { name in bound.allSatisfy { $0.contains(name) } })
    let start = slots
    var end = start
    var drafts: [[PatternDraft]] = []
    for (i, branch) in branches.enumerated() {
      slots = start
      var inner = scope
      for name in bound[i] where scope[name] == nil {
        if !everywhere.contains(name) { noteBranchLocal(name, atoms.place(of: name, in: branch) ?? range) }
        let variable = add(name)
        inner.add(name, variable)
      }
      drafts.append(clause(branch, inner, tests: inner, isTop: false))
      end = max(end, slots)
    }
    slots = end
    let exports = Set(bound.joined()).compactMap { scope[$0] }.sorted()
    return .either(drafts, exports: exports, range, slots: start..<end)
  }

  private func noteBranchLocal(_ name: String, _ range: SourceRange) {
    elsewhere[name] = "`\(name)` has a value only in some branches of the `or`"
    guard !isRule, !name.hasPrefix("_") else { return }
    expressions.report(
      Diagnostic(
        "branch-variable", "`\(name)` has a value in only some branches of this `or`", at: range,
        suggestions: ["_\(name)"], hint: "every branch binds the same variables; one that begins with _ is local"))
  }

  // MARK: - Atoms

  private func draft(_ atom: Atom, _ scope: VariableNames) -> [PatternDraft] {
    guard let target = rules.target(atom.name, report: expressions.report) else { return [] }
    let arguments = ArgumentChecker(self, target, scope)
    let (bindings, occurrences, tests) = arguments.check(atom)
    occurrenceCount += 1
    let checked = CheckedAtom(
      source: target.source, bindings: bindings, factSlot: slots, occurrence: occurrenceCount - 1, text: atom.range)
    slots += 1
    return [.atom(checked, occurrences: occurrences)] + tests.map { .test($0) }
  }

  /// A variable for a field that is only compared.
  func hiddenVariable() -> Int { add("_") }
}

extension PendingTest {
  var variables: Set<Int> {
    switch kind {
    case .condition(let condition):
      return Set(Self.names(condition).compactMap { names[$0] })
    case .field(let variable, let test):
      let condition = Condition(.test(Expression(.today, range), test), range)
      return Set(Self.names(condition).compactMap { names[$0] }).union([variable])
    }
  }

  private static func names(_ condition: Condition) -> [String] { AtomNames(rules: [:]).mentioned(condition) }
}
