import Facts
import QueryLanguage

/// One place of an atom where a name takes the value of a column.
struct AtomName {
  let name: Name
  /// Field of the relation or column of the rule.
  let column: Int
  /// The variable has its name from the field.
  let isPunned: Bool
  let range: SourceRange
}

/// What an atom's name stands for.
struct AtomTarget {
  let source: CheckedAtom.Source
  let name: String
  let columns: [String]

  func column(_ name: String) -> Int? { columns.firstIndex(of: name) }
}

/// Reads names off a pattern, before anything is known of types.
struct AtomNames {
  let rules: [String: Rule]

  func target(_ name: String) -> AtomTarget? {
    if let index = Schema.index(of: name) {
      return AtomTarget(
        source: .relation(index), name: name, columns: Schema.relations[index].fields.map(\.name))
    }
    // The number of the rule is filled in by the checker.
    return rules[name].map { AtomTarget(source: .rule(-1), name: name, columns: $0.parameters.map(\.text)) }
  }

  /// The variables that an atom gives values to; wrong arguments are passed over here and reported elsewhere.
  func bound(_ atom: Atom) -> [AtomName] {
    guard let target = target(atom.name.text) else { return [] }
    var isRelation = false
    if case .relation = target.source { isRelation = true }
    var names: [AtomName] = []
    for (i, argument) in atom.arguments.enumerated() {
      switch argument.kind {
      case .bare(let expression):
        guard case .variable(let name) = expression.kind else { continue }
        let column = isRelation ? target.column(name.text) : (i < target.columns.count ? i : nil)
        if let column {
          names.append(AtomName(name: name, column: column, isPunned: isRelation, range: argument.range))
        }
      case .named(let field, let expression):
        guard let column = target.column(field.text), case .variable(let name) = expression.kind else { continue }
        names.append(AtomName(name: name, column: column, isPunned: false, range: expression.range))
      case .restricted(let field, _):
        guard let column = target.column(field.text) else { continue }
        names.append(AtomName(name: field, column: column, isPunned: true, range: argument.range))
      case .allFields:
        for (column, name) in target.columns.enumerated() {
          names.append(
            AtomName(name: Name(name, argument.range), column: column, isPunned: true, range: argument.range))
        }
      case .anything, .skipped: continue
      }
    }
    return names
  }

  /// Names that a condition gives values to in every case, in order of appearance.
  func bound(_ condition: Condition) -> [String] {
    switch condition.kind {
    case .atom(let atom): return Self.unique(bound(atom).map(\.name.text))
    case .all(let parts): return Self.unique(parts.flatMap { bound($0) })
    case .any(let branches):
      let each = branches.map { bound($0) }
      return each[0].filter { name in each.allSatisfy { $0.contains(name) } }
    case .test, .not, .exists, .optional: return []
    }
  }

  /// Where a condition gives `name` its value.
  func place(of name: String, in condition: Condition) -> SourceRange? {
    switch condition.kind {
    case .atom(let atom): bound(atom).first { $0.name.text == name }?.name.range
    case .all(let parts), .any(let parts): parts.lazy.compactMap { place(of: name, in: $0) }.first
    case .test, .not, .exists, .optional: nil
    }
  }

  /// Whether a relation or rule stands anywhere in a condition.
  static func hasAtom(_ condition: Condition) -> Bool {
    switch condition.kind {
    case .atom: true
    case .test: false
    case .not(let inner), .exists(let inner), .optional(let inner): hasAtom(inner)
    case .all(let parts), .any(let parts): parts.contains { hasAtom($0) }
    }
  }

  /// Every name of a condition in order of appearance, without what stands under `not` and `exists`.
  func mentioned(_ condition: Condition) -> [String] {
    switch condition.kind {
    case .atom(let atom): Self.unique(bound(atom).map(\.name.text))
    case .test(let left, let test): Self.names(left) + Self.names(test)
    case .not(let inner), .exists(let inner): Self.hasAtom(inner) ? [] : mentioned(inner)
    case .optional(let inner): mentioned(inner)
    case .all(let parts), .any(let parts): Self.unique(parts.flatMap { mentioned($0) })
    }
  }

  private static func names(_ test: Test) -> [String] {
    switch test.kind {
    case .compare(_, let right), .inside(let right), .has(let right), .contains(let right): names(right)
    case .inList(let elements): elements.flatMap { names($0) }
    case .matches, .missing: []
    }
  }

  static func names(_ expression: Expression) -> [String] {
    switch expression.kind {
    case .variable(let name): [name.text]
    case .followed(let base, _), .negative(let base): names(base)
    case .call(let call): call.arguments.flatMap { names($0) } + (call.by.map { names($0) } ?? [])
    case .binary(_, let a, let b), .range(let a, let b): names(a) + names(b)
    case .text, .number, .date, .duration, .today, .parameter: []
    }
  }

  static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
