/// What is wrong with a text, where, and how it would be right.
package struct Diagnostic: Error, Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable {
    case error, warning
  }

  package var severity: Severity
  /// Short and stable, for tests and for looking it up: `unknown-field`.
  package var code: String
  /// One line that says what is wrong.
  package var message: Message
  package var range: SourceRange
  /// "Did you mean" these; the nearest first.
  package var suggestions: [String]
  /// What there is to choose from, with a word that says what it is: `("fields of quote", ["speaker", "text"])`.
  package var choices: Choices?
  /// One line of advice.
  package var hint: Message?
  /// A line that works.
  package var example: String?

  package struct Choices: Hashable, Sendable {
    package var label: Message
    package var values: [String]

    package init(_ label: Message, _ values: [String]) {
      self.label = label
      self.values = values
    }
  }

  package init(
    _ code: String, _ message: Message, at range: SourceRange, severity: Severity = .error, suggestions: [String] = [],
    choices: Choices? = nil, hint: Message? = nil, example: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.range = range
    self.suggestions = suggestions
    self.choices = choices
    self.hint = hint
    self.example = example
  }
}
