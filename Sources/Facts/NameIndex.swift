import Language

/// Entities by the folded forms of their names.
package struct NameIndex: Sendable {
  private let rows: [String: [UInt32]]

  /// `forms` are pairs of an entity row and a canonical name or surface form of it.
  package init(forms: [(entity: UInt32, text: String)]) {
    var rows: [String: [UInt32]] = [:]
    for form in forms { rows[Folding.fold(form.text), default: []].append(form.entity) }
    self.rows = rows.mapValues { Array(Set($0)).sorted() }
  }

  /// Rows of the entities that are called `name`, in order.
  package func entities(named name: String) -> [UInt32] { rows[Folding.fold(name)] ?? [] }

  package func contains(_ name: String) -> Bool { rows[Folding.fold(name)] != nil }

  /// All folded forms, in no order.
  package var forms: some Collection<String> { rows.keys }
}
