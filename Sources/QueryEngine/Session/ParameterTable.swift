import Facts
import QueryLanguage

/// Parameters as declared, and the values given to them from outside.
struct ParameterTable {
  private(set) var declared: [Parameter] = []
  private var given: [String: String] = [:]
  /// For checking alone: a parameter without a value gets one of its type.
  var allowsMissing = false

  var undeclared: [String] {
    given.keys.filter { name in !declared.contains { $0.name.text == name } }.sorted()
  }

  /// Keeps a value; gives it back as a constant when the parameter is declared already.
  mutating func set(_ name: String, to text: String) throws -> Constant? {
    given[name] = text
    guard let parameter = declared.first(where: { $0.name.text == name }) else { return nil }
    return try Self.read(text, parameter)
  }

  /// The value of a parameter: the one given from outside, else its default.
  mutating func declare(_ parameter: Parameter, _ environment: Environment) throws -> Constant {
    declared.removeAll { $0.name.text == parameter.name.text }
    declared.append(parameter)
    if let text = given[parameter.name.text] { return try Self.read(text, parameter) }
    if let expression = parameter.defaultValue {
      guard let constant = ExpressionChecker(environment).constant(expression),
        let fitting = Self.fit(constant, parameter.type)
      else {
        throw Diagnostics([
          Diagnostic(
            "parameter-type", "the default of `$\(parameter.name.written)` is no \(parameter.type.rawValue)",
            at: expression.range, example: Self.example(parameter))
        ])
      }
      return fitting
    }
    if allowsMissing { return Self.placeholder(parameter.type) }
    throw Diagnostics([
      Diagnostic(
        "missing-parameter", "parameter `$\(parameter.name.written)` has no value and no default", at: parameter.range,
        hint: "it is set with --param \(parameter.name.text)=…", example: Self.example(parameter))
    ])
  }

  private static func read(_ text: String, _ parameter: Parameter) throws -> Constant {
    if let constant = read(text, parameter.type) { return constant }
    throw Diagnostics([
      Diagnostic(
        "parameter-type", "\"\(text)\" is no \(parameter.type.rawValue), which `$\(parameter.name.written)` needs",
        at: parameter.range, example: example(parameter))
    ])
  }

  private static func read(_ text: String, _ type: Parameter.ValueType) -> Constant? {
    switch type {
    case .text, .entity: .text(text)
    case .number: Double(text).flatMap { $0.isFinite ? .number($0) : nil }
    case .date: Period(text).map { .date($0) }
    case .duration:
      text.last.flatMap { DurationLiteral.Unit(rawValue: String($0)) }.flatMap { unit in
        Int(text.dropLast()).flatMap { amount in
          abs(amount) < 1_000_000
            ? ExpressionChecker.duration(DurationLiteral(amount: amount, unit: unit)) : nil
        }
      }
    }
  }

  private static func fit(_ constant: Constant, _ type: Parameter.ValueType) -> Constant? {
    switch (type, constant) {
    case (.text, .text), (.entity, .text), (.number, .number), (.duration, .duration): constant
    case (.date, _): constant.asDate.map { .date($0) }
    default: nil
    }
  }

  private static func placeholder(_ type: Parameter.ValueType) -> Constant {
    switch type {
    case .text, .entity: .text("")
    case .number: .number(0)
    case .date: .date(Period(year: 2000))
    case .duration: .duration(months: 0, days: 1)
    }
  }

  private static func example(_ parameter: Parameter) -> String {
    let value =
      switch parameter.type {
      case .text, .entity: "\"…\""
      case .number: "10"
      case .date: "2024-01-28"
      case .duration: "7d"
      }
    return "param \(parameter.name.text): \(parameter.type.rawValue) = \(value)"
  }
}

extension Constant {
  var value: Value {
    switch self {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .date(let period): .date(period)
    case .duration(let months, let days):
      .text(months == 0 ? "\(days)d" : days == 0 ? "\(months)m" : "\(months)m \(days)d")
    }
  }
}
