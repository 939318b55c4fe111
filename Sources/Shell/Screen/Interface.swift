import Facts
import Language
import QueryLanguage

/// The language in which the shell speaks. Whatever a table doesn't say in it is said in English.
package enum Interface: String, CaseIterable, Sendable {
  case english = "en"
  case arabic = "ar"

  /// What `ISNAD_LANG` asks for, or English.
  package init(environment: (String) -> String?) {
    self = environment("ISNAD_LANG").flatMap(Self.init) ?? .english
  }

  /// `message` in this language.
  package func text(_ message: Message) -> String { message.said(translated) }

  /// What is wrong with `source`, as a user reads it.
  func text(_ diagnostic: Diagnostic, source: String, file: String? = nil) -> String {
    diagnostic.rendered(source: source, file: file, translate: translated)
  }

  /// `1 article`, `12 articles`, `2 copies`.
  package func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    switch self {
    case .english: return "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
    case .arabic:
      let forms = translated(noun).split(separator: "|")
      guard forms.count == 4 else { return "\(count) \(noun)" }
      // The form for two says the number itself.
      return count == 2 ? String(forms[1]) : "\(count) \(forms[Self.arabicForm(count)])"
    }
  }

  /// The name of a column over a table.
  func header(_ column: String) -> String {
    switch self {
    case .english: column
    case .arabic: Vocabulary.arabic(column, .field) ?? translated(column)
    }
  }

  /// The name of a relation; in another language with the English one, which works too.
  func relation(_ name: String) -> String {
    switch self {
    case .english: name
    case .arabic: "\(word(name, .relation)) (\(name))"
    }
  }

  /// The name of a relation or field in this language.
  func word(_ english: String, _ kind: Vocabulary.Kind) -> String {
    self == .english ? english : Vocabulary.arabic(english, kind) ?? english
  }

  /// The cells that name a relation or field: in Arabic both names, as both can be typed.
  func named(_ english: String, _ kind: Vocabulary.Kind) -> [Value] {
    self == .english ? [.text(english)] : [.text(word(english, kind)), .text(english)]
  }

  /// The columns over `named`.
  func nameColumns(_ column: String) -> [ResultTable.Column] {
    let name = ResultTable.Column(column, .text)
    return self == .english ? [name] : [name, ResultTable.Column("in English", .text)]
  }

  var comma: String { self == .english ? ", " : "\u{060C} " }
  var semicolon: String { self == .english ? "; " : "\u{061B} " }

  func translated(_ english: String) -> String {
    switch self {
    case .english: english
    case .arabic: Self.arabicTexts[english] ?? english
    }
  }

  /// Which form of a noun follows a number: its last two digits decide.
  private static func arabicForm(_ count: Int) -> Int {
    switch count % 100 {
    case 3...10: 2
    case 11...99: 3
    default: 0
    }
  }

  /// The tables as they stand: what the shell says, what is wrong with queries, what the parts of the language mean.
  static let arabicTexts: [String: String] = {
    var texts: [String: String] = [:]
    for name in ["interface", "diagnostics", "glossary"] {
      let table = LanguageTable(name)
      for row in 0..<table.count { texts[table.cell(row, "english")] = table.cell(row, "arabic") }
    }
    return texts
  }()
}
