import QueryEngine
import QueryLanguage

/// Rules and parameters as they were entered, to be declared again when the store has changed.
struct Declarations {
  struct Rule {
    let name: String
    let text: String
  }

  private(set) var rules: [Rule] = []
  private var parameters: [(name: String, text: String)] = []
  /// Values set from outside.
  private(set) var values: [(name: String, text: String)] = []

  mutating func add(rule name: String, text: String) {
    // In its old place: what comes behind may use it.
    if let old = rules.firstIndex(where: { $0.name == name }) {
      rules[old] = Rule(name: name, text: text)
    } else {
      rules.append(Rule(name: name, text: text))
    }
  }

  mutating func add(parameter name: String, text: String) {
    parameters.removeAll { $0.name == name }
    parameters.append((name, text))
  }

  mutating func set(parameter name: String, to text: String) {
    values.removeAll { $0.name == name }
    values.append((name, text))
  }

  /// The value set for a parameter, else its default, as written.
  func value(of name: String) -> String {
    if let value = values.last(where: { $0.name == name }) { return value.text }
    guard let text = parameters.last(where: { $0.name == name })?.text, let sign = text.firstIndex(of: "=") else {
      return "\u{2205}"
    }
    return text[text.index(after: sign)...].trimmingBlanks()
  }

  func replay(in session: inout Session) throws {
    for (name, text) in values { session.setParameter(name, to: text) }
    for text in parameters.map(\.text) + rules.map(\.text) {
      for statement in try Parser(text).parse().statements { _ = try session.run(statement, source: text) }
    }
  }
}
