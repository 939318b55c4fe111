/// The canonical text of the parts of a statement, each on one line.
struct TreePrinter {
  /// The text that was parsed: constants keep the digits and separators they were written with.
  let source: [UInt8]
  /// Keywords and commas in Arabic, because the statement has some.
  let isArabic: Bool

  func keyword(_ english: String, _ kind: Vocabulary.Kind = .keyword) -> String {
    isArabic ? Vocabulary.arabic(english, kind) ?? english : english
  }

  var comma: String { isArabic ? "\u{060C}" : "," }

  func list(_ parts: [String]) -> String { parts.joined(separator: comma + " ") }

  // MARK: Conditions

  /// How the clauses of an `all` are parted: patterns have commas, the conditions of `where` read as a sentence.
  enum Style { case pattern, sentence }

  func text(_ condition: Condition, _ style: Style) -> String {
    switch condition.kind {
    case .atom(let atom): return atom.name.written + "(" + list(atom.arguments.map(text)) + ")"
    case .test(let subject, let test): return text(subject) + " " + text(test)
    case .not(let inner): return keyword("not") + " " + operand(inner)
    case .exists(let inner): return keyword("exists") + " " + operand(inner)
    case .optional(let inner): return keyword("optional") + " " + operand(inner)
    case .all(let parts): return parts.map { part($0, style) }.joined(separator: separator(style))
    case .any(let parts): return parts.map { part($0, style) }.joined(separator: " \(keyword("or")) ")
    }
  }

  func separator(_ style: Style) -> String { style == .pattern ? comma + " " : " \(keyword("and")) " }

  /// A member of an `all` or `any`; a joined one stands in brackets.
  func part(_ condition: Condition, _ style: Style) -> String {
    isJoined(condition) ? "(" + text(condition, style) + ")" : text(condition, style)
  }

  private func operand(_ condition: Condition) -> String { part(condition, .pattern) }

  private func isJoined(_ condition: Condition) -> Bool {
    switch condition.kind {
    case .all, .any: true
    case .atom, .test, .not, .exists, .optional: false
    }
  }

  private func text(_ argument: Argument) -> String {
    switch argument.kind {
    case .bare(let value): text(value)
    case .named(let field, let value): "\(field.written): \(text(value))"
    case .anything(let field): "\(field.written): _"
    case .restricted(let field, let test): "\(field.written) \(text(test))"
    case .skipped: "_"
    case .allFields: "*"
    }
  }

  private func text(_ test: Test) -> String {
    let not = test.isNegated ? keyword("not") + " " : ""
    switch test.kind {
    case .compare(let comparison, let value): return "\(comparison.rawValue) \(text(value))"
    case .inList(let values): return not + keyword("in") + " (" + list(values.map(text)) + ")"
    case .inside(let value): return not + keyword("in") + " " + text(value)
    case .has(let value): return not + keyword("has") + " " + text(value)
    case .contains(let value): return not + keyword("contains") + " " + text(value)
    case .matches(let expression): return not + keyword("matches") + " " + text(expression)
    case .missing: return keyword("is") + " " + not + keyword("missing")
    }
  }

  private func text(_ expression: RegularExpression) -> String {
    var written = "/"
    var isEscaped = false
    for scalar in expression.text.unicodeScalars {
      if scalar == "/", !isEscaped { written += "\\" }
      written.unicodeScalars.append(scalar)
      isEscaped = scalar == "\\" && !isEscaped
    }
    return written + "/"
  }
}
