/// Something said to a user, kept as a pattern and the values in it, so that it can be said in another language.
///
/// A string literal makes one: `"there is no stage \(word)"` has the pattern `there is no stage {}`, by which a table
/// knows the same sentence in Arabic.
package struct Message: ExpressibleByStringInterpolation, Hashable, Sendable {
  /// The sentence with `{}` in the place of each value.
  package let pattern: String
  private let parts: [Part]

  fileprivate enum Part: Hashable, Sendable {
    /// What a user, an article or the language itself has written: the same in every language.
    case text(String)
    case phrase(Message)
  }

  package init(stringLiteral pattern: String) { self.init(pattern: pattern, parts: []) }

  package init(stringInterpolation interpolation: StringInterpolation) {
    self.init(pattern: interpolation.pattern, parts: interpolation.parts)
  }

  fileprivate init(pattern: String, parts: [Part]) {
    self.pattern = pattern
    self.parts = parts
  }

  /// The sentence whose pattern is known only when the program runs: the summary of a command, the name of a field.
  package init(pattern: String) { self.init(pattern: pattern, parts: []) }

  /// The sentence with each pattern in it put into another language.
  package func said(_ translate: (String) -> String) -> String {
    let frame = translate(pattern)
    guard !parts.isEmpty else { return frame }
    var said = ""
    var values = parts.makeIterator()
    for (number, piece) in frame.split(separator: "{}", omittingEmptySubsequences: false).enumerated() {
      if number > 0 {
        switch values.next() {
        case .text(let text): said += text
        case .phrase(let message): said += message.said(translate)
        case nil: said += "{}"
        }
      }
      said += piece
    }
    return said
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pattern = ""
    fileprivate var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { pattern += literal }

    package mutating func appendInterpolation(_ text: some StringProtocol) { append(.text(String(text))) }
    package mutating func appendInterpolation(_ number: Int) { append(.text(String(number))) }
    package mutating func appendInterpolation(_ scalar: Unicode.Scalar) { append(.text(String(scalar))) }
    package mutating func appendInterpolation(_ phrase: some Phrase) { append(.phrase(phrase.message)) }

    private mutating func append(_ part: Part) {
      pattern += "{}"
      parts.append(part)
    }
  }
}

extension Message: CustomStringConvertible {
  /// In English.
  package var description: String { said { $0 } }
}

/// What is said by a message when it stands in one: the name of a type.
package protocol Phrase {
  var message: Message { get }
}

extension Message: Phrase {
  package var message: Message { self }
}
