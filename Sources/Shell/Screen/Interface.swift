import Language
import QueryLanguage

/// The language in which the shell speaks. Whatever a table doesn't say in it is said in English.
package enum Interface: String, CaseIterable, Sendable {
  case english = "en"
  case arabic = "ar"

  /// `english` in this language, the values in the place of each `{}`.
  package func text(_ english: String, _ values: String...) -> String {
    let parts = translated(english).split(separator: "{}", omittingEmptySubsequences: false)
    var text = String(parts[0])
    for (value, part) in zip(values, parts.dropFirst()) { text += value + part }
    return text
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

  /// The table as it stands.
  static let arabicTexts: [String: String] = {
    let table = LanguageTable("interface")
    return Dictionary(
      (0..<table.count).map { (table.cell($0, "english"), table.cell($0, "arabic")) },
      uniquingKeysWith: { first, _ in first })
  }()
}
