import Facts
import Language
import QueryLanguage

/// Constants that stand for entities and rows of the store.
extension ExpressionChecker {
  /// The entities that `name` fits: by any alias, folded, or exactly by canonical name when `printed`; else the one
  /// that has it as id.
  func entities(called name: String, printed: Bool, at range: SourceRange) -> Set<Cell> {
    let store = environment.store
    var rows = store.names.entities(named: name)
    if printed {
      let all = rows
      rows = all.filter { store.name(ofEntity: Int($0)) == .text(name) }
      if rows.isEmpty, let other = all.first {
        reportOtherName(name, of: store.name(ofEntity: Int(other)).description, at: range)
        return []
      }
    }
    if rows.isEmpty {
      let byId = self.rows(withId: name, of: [ValueType.entityRelation], at: nil)
      guard byId.isEmpty else { return byId }
      reportUnknown(name, at: range)
    } else if rows.count > 1 {
      reportSeveral(name, rows, at: range)
    }
    return Set(rows.map(Cell.init))
  }

  private func reportOtherName(_ name: String, of main: String, at range: SourceRange) {
    report(
      Diagnostic(
        "other-name", "\"\(name)\" is another name of \"\(main)\", and `==` compares with the main name", at: range,
        severity: .warning, suggestions: ["\"\(main)\""], hint: "`=` takes all names"))
  }

  private func reportUnknown(_ name: String, at range: SourceRange) {
    guard environment.knowsNames else { return }
    let nearest = nearestNames(to: name)
    noteUnknownName(name, nearest: nearest)
    report(
      Diagnostic(
        "unknown-name", "no article names \"\(name)\"", at: range, severity: .warning,
        suggestions: nearest.map { "\"\($0)\"" }))
  }

  /// Canonical names of the entities whose forms are nearest.
  func nearestNames(to name: String) -> [String] {
    let store = environment.store
    let folded = Folding.fold(name)
    var forms = NearNames.nearest(to: folded, among: store.names.forms)
    if forms.isEmpty { forms = NamesByPart.containing(folded, among: store.names.forms) }
    var names: [String] = []
    for form in forms {
      for row in store.names.entities(named: form) {
        let canonical = store.name(ofEntity: Int(row)).description
        if !names.contains(canonical) { names.append(canonical) }
      }
    }
    return Array(names.prefix(3))
  }

  private func reportSeveral(_ name: String, _ rows: [UInt32], at range: SourceRange) {
    let store = environment.store
    let names = rows.prefix(8).map { store.name(ofEntity: Int($0)).description }
    report(
      Diagnostic(
        "several-entities", "\"\(name)\" fits \(rows.count) entities; all of them are taken", at: range,
        severity: .warning, choices: .init("entities", names), hint: "one of them: == \"\(names[0])\""))
  }

  /// The rows of these relations that have the id `id`; that there are none is reported at `range`.
  func rows(withId id: String, of relations: [Int], at range: SourceRange?) -> Set<Cell> {
    let store = environment.store
    var found: Set<Cell> = []
    for relation in relations {
      guard Schema.relations[relation].index(of: "id") == 0, let code = store.strings.code(of: id),
        case .text = store.tables[relation].columns[0]
      else { continue }
      let index = store.idIndex(relation: relation)
      for place in index.range(for: Cell(code)) {
        found.insert(store.rowCell(relation: relation, row: index.order[place]))
      }
    }
    if found.isEmpty, let range, environment.knowsNames {
      report(
        Diagnostic(
          "unknown-id", "nothing in the store has the id \"\(id)\"", at: range, severity: .warning))
    }
    return found
  }
}
