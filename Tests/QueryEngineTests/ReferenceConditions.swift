import Facts
import QueryLanguage

/// Conditions: true, false, or nil where a missing value leaves them open.
extension ReferenceEvaluator {
  func decide(_ condition: Condition, _ values: [String: Item]) -> Bool? {
    switch condition.kind {
    case .test(let left, let test): return decide(value(left, values), test, values)
    case .not(let inner): return decide(inner, values).map { !$0 }
    case .all(let parts):
      let all = parts.map { decide($0, values) }
      return all.contains(false) ? false : all.contains(nil) ? nil : true
    case .any(let parts):
      let all = parts.map { decide($0, values) }
      return all.contains(true) ? true : all.contains(nil) ? nil : false
    case .atom, .exists, .optional: fatalError("no test")
    }
  }

  func decide(_ left: Item, _ test: Test, _ values: [String: Item]) -> Bool? {
    let result: Bool?
    switch test.kind {
    case .missing: result = left == .missing
    case .compare(let comparison, let right): result = compare(left, comparison, right, values)
    case .inList(let elements):
      let all = elements.map { element in
        if case .date = left { return inside(left, element, values) }
        return compare(left, .equal, element, values)
      }
      result = all.contains(true) ? true : all.contains(nil) ? nil : false
    case .inside(let right): result = inside(left, right, values)
    case .contains(let right):
      result = texts(left, right, values).map { text, part in
        part.unicodeScalars.isEmpty || ReferenceText.folded(text).contains(ReferenceText.folded(part))
      }
    case .has(let right): result = texts(left, right, values).map { ReferenceText.has($0, $1) }
    case .matches(let expression):
      result = texts(left, nil, values).map { $0.0.hasPrefix(expression.text.dropFirst()) }
    }
    return test.isNegated ? result.map { !$0 } : result
  }

  private func texts(_ left: Item, _ right: Expression?, _ values: [String: Item]) -> (String, String)? {
    let other = right.map { value($0, values) } ?? .text("")
    return left == .missing || other == .missing ? nil : (printed(left), printed(other))
  }

  private func inside(_ left: Item, _ right: Expression, _ values: [String: Item]) -> Bool? {
    if case .range(let low, let high) = right.kind {
      switch (left, value(low, values), value(high, values)) {
      case (.number(let x), .number(let a), .number(let b)): return a <= x && x <= b
      case (.date(let x), .date(let a), .date(let b)): return a.start <= x.start && x.end <= b.end
      default: return nil
      }
    }
    guard case .date(let period) = left, case .date(let other) = asDate(value(right, values)) else { return nil }
    return other.start <= period.start && period.end <= other.end
  }

  /// A year beside a date is a date.
  private func asDate(_ item: Item) -> Item {
    if case .number(let year) = item { return .date(Period(year: Int(year))) }
    return item
  }

  private func compare(_ left: Item, _ comparison: Test.Comparison, _ right: Expression, _ values: [String: Item])
    -> Bool?
  {
    if let constant = quoted(right) {
      guard left != .missing else { return nil }
      switch comparison {
      case .identical: return printed(left) == constant
      case .equal: return fits(left, constant)
      case .notEqual: return !fits(left, constant)
      case .less: return precedes(left, .text(constant))
      case .lessOrEqual, .greater, .greaterOrEqual: fatalError("not generated")
      }
    }
    var (a, b) = (left, days(value(right, values)))
    guard a != .missing, b != .missing else { return nil }
    if case .date = a { b = asDate(b) }
    if case .date = b { a = asDate(a) }
    return ordered(a, comparison, b)
  }

  private func ordered(_ left: Item, _ comparison: Test.Comparison, _ other: Item) -> Bool {
    switch (left, other, comparison) {
    case (_, _, .equal), (_, _, .identical): left == other
    case (_, _, .notEqual): left != other
    case (.number(let a), .number(let b), .less): a < b
    case (.number(let a), .number(let b), .lessOrEqual): a <= b
    case (.number(let a), .number(let b), .greater): a > b
    case (.number(let a), .number(let b), .greaterOrEqual): a >= b
    case (.date(let a), .date(let b), .less): a.end < b.start
    case (.date(let a), .date(let b), .greaterOrEqual): !(a.end < b.start)
    case (.date(let a), .date(let b), .greater): b.end < a.start
    case (.date(let a), .date(let b), .lessOrEqual): !(b.end < a.start)
    default: fatalError("no order")
    }
  }

  /// The text of a constant in quotes, written here or as a parameter.
  private func quoted(_ expression: Expression) -> String? {
    switch expression.kind {
    case .text(let text): text
    case .parameter(let name): parameters[name.text].flatMap { quoted($0) }
    default: nil
    }
  }

  /// A constant in quotes: a name by any alias, a text folded.
  private func fits(_ left: Item, _ constant: String) -> Bool {
    func same(_ text: String) -> Bool { ReferenceText.folded(text) == ReferenceText.folded(constant) }
    switch left {
    case .row(let relation, let row) where Schema.relations[relation].name == "entity":
      if same(printed(left)) { return true }
      return (0..<store.table("alias").count).contains { alias in
        store.reference(relation: Schema.index(of: "alias")!, field: 0, row: alias) == row
          && same(store.value("alias", "text", alias).description)
      }
    case .row(let relation, let row): return store.id(relation: relation, row: row) == .text(constant)
    case .text(let text): return same(text)
    case .missing, .number, .date, .duration: return false
    }
  }
}

/// Texts compared by letters and words, written down from the description of the language alone.
enum ReferenceText {
  private static let same: [Unicode.Scalar: Unicode.Scalar] = [
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه",
  ]

  static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\u{640}" && !(0x64B...0x65F).contains(scalar.value) {
      result.append(same[scalar] ?? scalar)
    }
    return String(result).lowercased()
  }

  private static func words(_ text: String) -> [String] {
    folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// What may be written together with the word behind it: و ف, then ب ك ل, then ال, each or none; لل.
  private static let particles: Set<String> = {
    var all: Set<String> = []
    for conjunction in ["", "و", "ف"] {
      for rest in ["", "ب", "ك", "ل"] {
        for article in ["", "ال"] { all.insert(conjunction + rest + article) }
      }
      all.insert(conjunction + "لل")
    }
    return all
  }()

  static func has(_ text: String, _ part: String) -> Bool {
    let (all, wanted) = (words(text), words(part))
    guard !wanted.isEmpty, all.count >= wanted.count else { return false }
    return (0...(all.count - wanted.count)).contains { start in
      let stretch = all[start..<(start + wanted.count)]
      return stretch.first!.hasSuffix(wanted[0])
        && particles.contains(String(stretch.first!.dropLast(wanted[0].count)))
        && Array(stretch.dropFirst()) == Array(wanted.dropFirst())
    }
  }
}
