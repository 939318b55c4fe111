import QueryLanguage

/// A query without one of its conditions.
struct Relaxation {
  let query: Query
  let removed: SourceRange

  /// One for each condition at the top of the pattern, each restricted argument, and each `where`.
  static func all(of query: Query) -> [Relaxation] {
    var all: [Relaxation] = []
    if case .pattern(let condition) = query.source {
      for (relaxed, removed) in conditions(condition) {
        var copy = query
        copy.source = .pattern(relaxed)
        all.append(Relaxation(query: copy, removed: removed))
      }
    }
    for (i, stage) in query.stages.enumerated() {
      guard case .where(let condition) = stage.kind else { continue }
      var copy = query
      copy.stages.remove(at: i)
      all.append(Relaxation(query: copy, removed: condition.range))
    }
    return all
  }

  private static func conditions(_ condition: Condition) -> [(Condition, SourceRange)] {
    let parts: [Condition] = if case .all(let parts) = condition.kind { parts } else { [condition] }
    var all: [(Condition, SourceRange)] = []
    for (i, part) in parts.enumerated() {
      if case .atom(let atom) = part.kind {
        for (relaxed, removed) in arguments(atom) {
          var copy = parts
          copy[i].kind = .atom(relaxed)
          all.append((joined(copy, condition.range), removed))
        }
      }
      guard parts.count > 1 else { continue }
      var copy = parts
      copy.remove(at: i)
      all.append((joined(copy, condition.range), part.range))
    }
    return all
  }

  private static func joined(_ parts: [Condition], _ range: SourceRange) -> Condition {
    parts.count == 1 ? parts[0] : Condition(.all(parts), range)
  }

  /// An atom without one restriction; a field that a restriction binds stays bound.
  private static func arguments(_ atom: Atom) -> [(Atom, SourceRange)] {
    var all: [(Atom, SourceRange)] = []
    for (i, argument) in atom.arguments.enumerated() {
      var copy = atom
      switch argument.kind {
      case .restricted(let field, _):
        copy.arguments[i].kind = .bare(Expression(.variable(field), argument.range))
      case .named(let field, let expression):
        if case .variable = expression.kind { continue }
        copy.arguments[i].kind = .anything(field)
      case .bare(let expression):
        if case .variable = expression.kind { continue }
        copy.arguments[i].kind = .skipped
      case .anything, .skipped, .allFields: continue
      }
      all.append((copy, argument.range))
    }
    return all
  }
}
