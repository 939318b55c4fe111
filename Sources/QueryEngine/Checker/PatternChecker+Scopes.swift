import QueryLanguage

/// Clauses with variables of their own: `not`, `exists` and `optional`.
extension PatternChecker {
  func exists(
    _ inner: Condition, negated: Bool, _ scope: VariableNames, _ range: SourceRange
  ) -> PatternDraft {
    var visible = scope
    let word = negated ? "not" : "exists"
    for name in atoms.bound(inner) where scope[name] == nil {
      noteLocal(name, word, inner)
      visible.add(name, add(name))
    }
    let start = slots
    let drafts = clause(inner, visible, tests: visible, isTop: false)
    let used = start..<slots
    slots = start
    let shared = Self.variables(of: drafts).intersection(scope.all)
    if shared.isEmpty { warnUnshared(word, range) }
    return .exists(negated: negated, drafts, shared: shared, range, slots: used)
  }

  /// A name is local to one `not` or `exists`. Fields that name themselves may recur; a variable that was given a
  /// name of its own in two of them was meant to join.
  private func noteLocal(_ name: String, _ word: String, _ inner: Condition) {
    if let reason = elsewhere[name], reason.pattern.contains("`optional`") {
      expressions.report(
        Diagnostic("optional-variable", "`\(name)` has a value only in `optional`, not in `\(word)`", at: inner.range))
    }
    elsewhere[name] = "`\(name)` has a value only inside `\(word)`"
    guard !name.hasPrefix("_"), explicitNames(inner).contains(name) else { return }
    guard !explicitLocals.insert(name).inserted else { return }
    expressions.report(
      Diagnostic(
        "local-variable", "`\(name)` stands in two `not` or `exists` clauses but has no value outside of them",
        at: inner.range, suggestions: ["_\(name)"],
        hint: "a variable that no positive clause binds is local to one `not` or `exists`"))
  }

  private func explicitNames(_ condition: Condition) -> Set<String> {
    switch condition.kind {
    case .atom(let atom): Set(atoms.bound(atom).filter { !$0.isPunned }.map(\.name.text))
    case .all(let parts), .any(let parts): Set(parts.flatMap { explicitNames($0) })
    case .test, .not, .exists, .optional: []
    }
  }

  private func warnUnshared(_ word: String, _ range: SourceRange) {
    expressions.report(
      Diagnostic(
        "unshared-clause", "this `\(word)` shares no variable with the rest: it keeps all rows or none", at: range,
        severity: .warning))
  }

  /// Names that only `optional` clauses bind.
  func optionalNames(_ parts: [Condition], bound: Set<String>) -> Set<String> {
    var all: Set<String> = []
    for part in parts {
      guard case .optional(let inner) = part.kind else { continue }
      for name in atoms.bound(inner) where !bound.contains(name) {
        elsewhere[name] = "`\(name)` has a value only in `optional`, for comparisons and stages"
        guard !all.insert(name).inserted, !name.hasPrefix("_") else { continue }
        expressions.report(
          Diagnostic(
            "shared-optional", "`\(name)` stands in two `optional` clauses", at: inner.range,
            hint: "put both relations in one: optional (…, …)"))
      }
    }
    return all
  }

  func optional(_ inner: Condition, _ scope: VariableNames, tests: VariableNames) -> PatternDraft {
    var visible = scope
    var new: [Int] = []
    for name in atoms.bound(inner) where scope[name] == nil {
      visible.add(name, tests[name]!)
      new.append(tests[name]!)
    }
    let start = slots
    let drafts = clause(inner, visible, tests: visible, isTop: false)
    let shared = Self.variables(of: drafts).intersection(scope.all)
    return .optional(drafts, shared: shared, new: new, inner.range, slots: start..<slots)
  }

  /// Variables that drafts use, tests included.
  private static func variables(of drafts: [PatternDraft]) -> Set<Int> {
    var all: Set<Int> = []
    for draft in drafts {
      switch draft {
      case .atom(let atom, _): all.formUnion(atom.bindings.map(\.variable))
      case .test(let test): all.formUnion(test.variables)
      case .exists(_, let inner, _, _, _), .optional(let inner, _, _, _, _): all.formUnion(variables(of: inner))
      case .either(let branches, _, _, _): for branch in branches { all.formUnion(variables(of: branch)) }
      }
    }
    return all
  }
}
