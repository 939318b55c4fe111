import QueryLanguage

/// A clause whose names are looked up but whose types are not known yet.
indirect enum PatternDraft {
  case atom(CheckedAtom, occurrences: [Occurrence])
  case test(PendingTest)
  case exists(negated: Bool, [PatternDraft], shared: Set<Int>, SourceRange, slots: Range<Int>)
  case either([[PatternDraft]], exports: [Int], SourceRange, slots: Range<Int>)
  case optional([PatternDraft], shared: Set<Int>, new: [Int], SourceRange, slots: Range<Int>)

  /// A variable at a column of an atom; the type is unknown while a rule's own columns are being found out.
  struct Occurrence {
    let variable: Int
    let type: ValueType?
    let range: SourceRange
  }
}

/// A comparison that waits for the types of its variables.
struct PendingTest {
  enum Kind {
    case condition(Condition)
    /// Of a field: `value >= 10`, `act: "deny"`.
    case field(variable: Int, Test)
  }

  let kind: Kind
  let names: VariableNames
  let range: SourceRange
}

/// Which variable a name means at one place of a pattern.
struct VariableNames {
  private(set) var variables: [String: Int] = [:]

  subscript(name: String) -> Int? { variables[name] }

  mutating func add(_ name: String, _ variable: Int) { variables[name] = variable }

  var all: Set<Int> { Set(variables.values) }
}

/// Expressions of a pattern see its variables.
struct PatternScope: Scope {
  let variables: VariableNames
  let types: [Int: ValueType]
  /// Names that have a meaning only somewhere else in the pattern, with the reason.
  let elsewhere: [String: Message]

  func column(_ name: String) -> (index: Int, type: ValueType)? {
    guard let variable = variables[name], let type = types[variable] else { return nil }
    return (variable, type)
  }

  var names: [String] { variables.variables.keys.sorted() }

  func explanation(for name: String) -> Message? { elsewhere[name] }
}
