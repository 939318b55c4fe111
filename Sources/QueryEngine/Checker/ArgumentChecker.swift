import Facts
import QueryLanguage

/// Checks the arguments of one relation or rule.
struct ArgumentChecker {
  private let pattern: PatternChecker
  private let target: AtomTarget
  private let scope: VariableNames

  init(_ pattern: PatternChecker, _ target: AtomTarget, _ scope: VariableNames) {
    self.pattern = pattern
    self.target = target
    self.scope = scope
  }

  typealias Checked = (
    bindings: [CheckedAtom.Binding], occurrences: [PatternDraft.Occurrence], tests: [PendingTest]
  )

  func check(_ atom: Atom) -> Checked {
    var result: Checked = ([], [], [])
    checkArity(atom)
    for name in pattern.atoms.bound(atom) { bind(name, &result) }
    for (i, argument) in atom.arguments.enumerated() { check(argument, at: i, &result) }
    noteUses(atom)
    return result
  }

  private var relation: Int? {
    if case .relation(let index) = target.source { return index }
    return nil
  }

  private func type(of column: Int) -> ValueType? {
    switch target.source {
    case .relation(let index): ValueType(Schema.relations[index].fields[column].type, of: index)
    case .rule: pattern.rules.columnTypes(target.name)[column]
    }
  }

  private func bind(_ name: AtomName, _ result: inout Checked) {
    guard let variable = scope[name.name.text] else { return }
    if !name.isPunned { checkBareWord(name) }
    result.bindings.append(.init(field: name.column, variable: variable))
    result.occurrences.append(.init(variable: variable, type: type(of: name.column), range: name.range))
  }

  /// `act: deny` instead of `act: "deny"`.
  private func checkBareWord(_ name: AtomName) {
    switch type(of: name.column) {
    case .symbol(let list)? where list.contains(name.name.text):
      pattern.expressions.reportBareSymbol(name.name)
    case .entity? where pattern.expressions.environment.store.names.contains(name.name.written):
      pattern.expressions.report(
        Diagnostic(
          "bare-name", "`\(name.name.written)` is a variable here, and also a known name", at: name.range,
          severity: .warning, suggestions: ["\"\(name.name.written)\""]))
    default: break
    }
  }

  private func check(_ argument: Argument, at place: Int, _ result: inout Checked) {
    switch argument.kind {
    case .bare(let expression): checkBare(expression, at: place, argument, &result)
    case .named(let field, let expression):
      guard let column = column(field) else { return }
      if case .variable = expression.kind { return }
      compare(column, expression, argument.range, &result)
    case .restricted(let field, let test):
      guard column(field) != nil, let variable = scope[field.text] else { return }
      result.tests.append(PendingTest(kind: .field(variable: variable, test), names: scope, range: argument.range))
    case .anything(let field): _ = column(field)
    case .skipped where relation != nil:
      report("misplaced-skip", "a relation's fields are named; those left out don't matter", argument.range)
    case .skipped, .allFields: break
    }
  }

  private func checkBare(_ expression: Expression, at place: Int, _ argument: Argument, _ result: inout Checked) {
    guard let relation else {
      if case .variable = expression.kind { return }
      if place < target.columns.count { compare(place, expression, argument.range, &result) }
      return
    }
    if case .variable(let name) = expression.kind {
      _ = column(name)
    } else {
      report(
        "unnamed-argument", "which field of \(target.name) is this? Fields are named", argument.range,
        example: Schema.relations[relation].example)
    }
  }

  /// `field: expression` is a comparison of a variable without a name.
  private func compare(_ column: Int, _ expression: Expression, _ range: SourceRange, _ result: inout Checked) {
    let variable = pattern.hiddenVariable()
    result.bindings.append(.init(field: column, variable: variable))
    result.occurrences.append(.init(variable: variable, type: type(of: column), range: range))
    let test = Test(.compare(.equal, expression), expression.range)
    result.tests.append(PendingTest(kind: .field(variable: variable, test), names: scope, range: range))
  }

  private func column(_ name: Name) -> Int? {
    if let column = target.column(name.text) { return column }
    if let relation {
      pattern.expressions.reportUnknownField(name, of: Schema.relations[relation])
    } else {
      pattern.expressions.report(
        Diagnostic(
          "unknown-field", "rule `\(target.name)` has no column `\(name.written)`", at: name.range,
          suggestions: NearNames.nearest(to: name.text, among: target.columns),
          choices: .init("columns of \(target.name)", target.columns)))
    }
    return nil
  }

  private func checkArity(_ atom: Atom) {
    guard relation == nil else { return }
    let positional = atom.arguments.filter {
      switch $0.kind {
      case .bare, .skipped: true
      case .named, .anything, .restricted, .allFields: false
      }
    }
    guard !positional.isEmpty else { return }
    let count = atom.arguments.count
    if positional.count == count, count != target.columns.count {
      report(
        "arity",
        target.columns.count == 1
          ? "rule `\(target.name)` has one column, not \(count)"
          : "rule `\(target.name)` has \(target.columns.count) columns, not \(count)",
        atom.range,
        example: "\(target.name)(\(target.columns.joined(separator: ", ")))")
    } else if count > target.columns.count {
      report(
        "arity",
        target.columns.count == 1
          ? "rule `\(target.name)` has only one column"
          : "rule `\(target.name)` has only \(target.columns.count) columns",
        atom.range)
    }
  }

  private func report(_ code: String, _ message: Message, _ range: SourceRange, example: String? = nil) {
    pattern.expressions.report(Diagnostic(code, message, at: range, example: example))
  }

  private func noteUses(_ atom: Atom) {
    var seen: [Int: Bool] = [:]
    for name in pattern.atoms.bound(atom) {
      guard let variable = scope[name.name.text] else { continue }
      seen[variable] = (seen[variable] ?? true) && name.isPunned
    }
    for (variable, punned) in seen {
      let old = pattern.uses[variable] ?? (0, true)
      pattern.uses[variable] = (old.atoms + 1, old.punned && punned)
    }
  }
}
