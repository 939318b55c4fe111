import Facts

/// Facts as JSON Lines, the form of `isnad extract`:
///
/// ```
/// {"relation":"source","claim":"a1/q3","position":1,"entity":"…","cue":"…"}
/// ```
///
/// Keys stand in the order of the schema, missing values are left out.
package struct FactWriter: Sendable {
  /// Bytes of a line, on the average of news articles and a little above.
  package static let usualLength = 300

  /// `{"relation":"quote"` of each relation.
  private let heads: [Bytes]
  /// `,"speaker":` of each field of each relation.
  private let keys: [[Bytes]]

  package init() {
    heads = Schema.relations.map { Bytes("{\"relation\":\"\($0.name)\"".utf8) }
    keys = Schema.relations.map { $0.streamFields.map { Bytes(",\"\($0.name)\":".utf8) } }
  }

  package func append(_ facts: [Fact], to bytes: inout Bytes) {
    for fact in facts { append(fact, to: &bytes) }
  }

  private func append(_ fact: Fact, to bytes: inout Bytes) {
    bytes.append(contentsOf: heads[fact.relation])
    let keys = keys[fact.relation]
    for i in fact.values.indices where fact.values[i].isJSON {
      bytes.append(contentsOf: keys[i])
      bytes.append(json: fact.values[i])
    }
    bytes.append(UInt8(ascii: "}"))
    bytes.append(UInt8(ascii: "\n"))
  }
}

extension Value {
  /// JSON has no infinity and no not-a-number; they are left out like a missing value.
  var isJSON: Bool {
    switch self {
    case .missing: false
    case .number(let number): number.isFinite
    case .text, .date: true
    }
  }
}

extension Bytes {
  /// A value that `isJSON`.
  mutating func append(json value: Value) {
    switch value {
    case .missing: break
    case .text(let text): append(json: text)
    case .number(let number): append(number: number)
    case .date(let period):
      append(UInt8(ascii: "\""))
      append(period: period)
      append(UInt8(ascii: "\""))
    }
  }
}
