import FoundationEssentials

/// Reads back the JSON Lines that `isnad extract` writes.
///
/// One object a line; `relation` says which, the other keys are fields; missing keys are missing values. A line that
/// is no fact, and a key that is no field, is a problem with its line number and stops nothing.
package struct FactFileLoader {
  package private(set) var facts: [Fact] = []
  package private(set) var problems: [FactProblem] = []
  private var line = 0

  package init() {}

  /// The facts of a whole file, sorted by article.
  package static func load(_ data: Data) -> (articles: [[Fact]], problems: [FactProblem]) {
    var loader = FactFileLoader()
    for line in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) { loader.read(line) }
    var problems = loader.problems
    let articles = FactGrouping.byArticle(loader.facts, problems: &problems)
    return (articles, problems)
  }

  /// Whether a first line looks like extracted facts.
  package static func recognizes(_ firstLine: some Sequence<UInt8>) -> Bool {
    guard let object = try? JSONDecoder().decode(JSONObject.self, from: Data(firstLine)),
      case .text(let relation)? = object.values["relation"]
    else { return false }
    return Schema.index(of: relation) != nil
  }

  /// Reads one line.
  package mutating func read(_ bytes: some Collection<UInt8>) {
    line += 1
    guard bytes.contains(where: { $0 > 0x20 }) else { return }
    guard let object = try? JSONDecoder().decode(JSONObject.self, from: Data(bytes)) else {
      report("no JSON object")
      return
    }
    guard case .text(let name)? = object.values["relation"] else {
      report("no \"relation\"")
      return
    }
    guard let index = Schema.index(of: name) else {
      report("no relation \"\(name)\"")
      return
    }
    facts.append(fact(index, object))
  }

  private mutating func fact(_ index: Int, _ object: JSONObject) -> Fact {
    let relation = Schema.relations[index]
    let fields = relation.streamFields
    var values = [Value](repeating: .missing, count: fields.count)
    for (key, value) in object.values.sorted(by: { $0.key < $1.key }) where key != "relation" {
      guard let i = relation.streamIndex(of: key) else {
        report("\(relation.name) has no \"\(key)\"")
        continue
      }
      guard let converted = Self.convert(value, to: fields[i].type) else {
        report("\"\(key)\" of \(relation.name) is of the wrong type")
        continue
      }
      values[i] = converted
    }
    return Fact(relation: index, values: values)
  }

  private mutating func report(_ message: String) {
    problems.append(FactProblem(line: line, "\(message) in line \(line)"))
  }

  private static func convert(_ json: JSONObject.Scalar, to type: FieldType) -> Value? {
    switch (json, type) {
    case (.null, _): return .missing
    case (.number(let number), .number): return .number(number)
    case (.text(let text), .date): return Period(text).map { .date($0) }
    case (.text(let text), .id), (.text(let text), .text), (.text(let text), .symbol), (.text(let text), .entity),
      (.text(let text), .reference), (.text(let text), .claim):
      return .text(text)
    default: return nil
    }
  }
}

/// A flat JSON object.
private struct JSONObject: Decodable {
  enum Scalar: Decodable {
    case null, other
    case text(String)
    case number(Double)

    init(from decoder: any Decoder) throws {
      guard let container = try? decoder.singleValueContainer() else {
        self = .other
        return
      }
      if container.decodeNil() {
        self = .null
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .other
      }
    }
  }

  struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  let values: [String: Scalar]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    var values: [String: Scalar] = [:]
    for key in container.allKeys { values[key.stringValue] = try container.decode(Scalar.self, forKey: key) }
    self.values = values
  }
}
