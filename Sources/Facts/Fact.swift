/// One row of a relation on its way from an extractor or a file to a store or a stream.
///
/// `values` stand in the order of `Schema.relations[relation].fields` (for entities and aliases followed by the
/// `article` that only the stream carries). Ids are those of the row itself, references those of other rows,
/// entity fields hold canonical names.
package struct Fact: Hashable, Sendable {
  /// Index into `Schema.relations`.
  package var relation: Int
  package var values: [Value]

  package init(relation: Int, values: [Value]) {
    self.relation = relation
    self.values = values
  }

  /// A fact with the named fields set and all others missing. Traps on an unknown relation or field.
  package init(_ relation: String, _ fields: KeyValuePairs<String, Value>) {
    let index = Schema.index(of: relation)!
    let declaration = Schema.relations[index]
    var values = [Value](repeating: .missing, count: declaration.streamFields.count)
    for (name, value) in fields { values[declaration.streamIndex(of: name)!] = value }
    self.init(relation: index, values: values)
  }

  /// The value of the field `name`; missing when the relation has no such field.
  package subscript(name: String) -> Value {
    guard let i = Schema.relations[relation].streamIndex(of: name), i < values.count else { return .missing }
    return values[i]
  }
}
