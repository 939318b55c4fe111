import QueryLanguage

/// Types of variables, and clauses built once they are known.
extension PatternChecker {
  /// The types of all variables that have one; clashes are reported.
  func types(of drafts: [PatternDraft]) -> [Int: ValueType] {
    var types: [Int: ValueType] = [:]
    for draft in drafts {
      switch draft {
      case .atom(_, let occurrences):
        for occurrence in occurrences {
          if let type = occurrence.type { meet(&types, occurrence.variable, type, occurrence.range) }
        }
      case .either(let branches, _, let range, _):
        for (variable, type) in joined(branches, range) { meet(&types, variable, type, range) }
      case .exists(_, let inner, _, let range, _):
        for (variable, type) in self.types(of: inner) { meet(&types, variable, type, range) }
      case .optional(let inner, _, _, let range, _):
        for (variable, type) in self.types(of: inner) { meet(&types, variable, type, range) }
      case .test: break
      }
    }
    return types
  }

  private func joined(_ branches: [[PatternDraft]], _ range: SourceRange) -> [(Int, ValueType)] {
    var types: [Int: ValueType] = [:]
    for branch in branches {
      for (variable, type) in self.types(of: branch) {
        guard let old = types[variable] else {
          types[variable] = type
          continue
        }
        if let joined = old.joined(type) {
          types[variable] = joined
        } else {
          reportClash(variable, old, type, range)
        }
      }
    }
    return types.sorted { $0.key < $1.key }
  }

  private func meet(_ types: inout [Int: ValueType], _ variable: Int, _ type: ValueType, _ range: SourceRange) {
    guard let old = types[variable] else {
      types[variable] = type
      return
    }
    if let met = old.met(type) {
      types[variable] = met
    } else {
      reportClash(variable, old, type, range)
    }
  }

  private func reportClash(_ variable: Int, _ a: ValueType, _ b: ValueType, _ range: SourceRange) {
    let mixes = (a == .entity && b == .text) || (a == .text && b == .entity)
    expressions.report(
      Diagnostic(
        "type-clash", "`\(names[variable])` can't be both \(a) and \(b)", at: range,
        hint: mixes ? "an entity and a text meet through alias(entity, text)" : nil))
  }

  // MARK: - Clauses

  func clauses(_ drafts: [PatternDraft], types: [Int: ValueType]) -> [Clause] {
    drafts.compactMap { draft in
      switch draft {
      case .atom(let atom, _): .atom(atom)
      case .test(let pending): build(pending, types).map { .test($0) }
      case .exists(let negated, let inner, let shared, let range, let slots):
        .exists(
          negated: negated, clauses: clauses(inner, types: types), shared: shared, text: range, factSlots: slots)
      case .either(let branches, let exports, let range, let slots):
        .either(
          branches: branches.map { clauses($0, types: types) }, exports: exports, text: range, factSlots: slots)
      case .optional(let inner, let shared, let new, _, let slots):
        .optional(clauses: clauses(inner, types: types), shared: shared, new: new, factSlots: slots)
      }
    }
  }

  private func build(_ pending: PendingTest, _ types: [Int: ValueType]) -> CheckedTest? {
    let scope = PatternScope(variables: pending.names, types: types, elsewhere: elsewhere)
    let test: RowTest?
    switch pending.kind {
    case .condition(let condition): test = expressions.check(condition, in: scope)
    case .field(let variable, let right):
      guard let type = types[variable] else { return nil }
      test = expressions.check((.column(variable), type), right, in: scope)
    }
    return test.map { CheckedTest(test: $0, text: pending.range) }
  }

  /// The checked pattern; nil when something in it was wrong.
  func body(_ condition: Condition) -> Body? {
    let draft = draft(condition)
    let types = types(of: draft.clauses)
    let clauses = clauses(draft.clauses, types: types)
    guard !expressions.hasErrors else { return nil }
    let variables = names.enumerated().map { CheckedColumn(name: $1, type: types[$0] ?? .text) }
    return Body(variables: variables, outputs: draft.outputs, clauses: clauses, factSlots: draft.slots)
  }

  /// Variables that join only because fields have the same name.
  var punnedJoins: [String] {
    uses.filter { $0.value.atoms > 1 && $0.value.punned }.keys.sorted().map { names[$0] }
  }
}
