/// How a table looks on the terminal it goes to.
package struct TableStyle: Sendable, Equatable {
  /// Columns of the terminal; nil when there is none and lines may be as long as they like.
  package var width: Int?
  /// The widest a cell may get, when the reader has set a limit.
  package var maxCellWidth: Int?
  /// Puts every cell in an isolate, so that a terminal that reorders keeps the columns in place.
  package var isolates: Bool
  /// Bold headers, dim rules.
  package var colour: Bool

  package init(width: Int? = nil, maxCellWidth: Int? = nil, isolates: Bool = false, colour: Bool = false) {
    self.width = width
    self.maxCellWidth = maxCellWidth
    self.isolates = isolates
    self.colour = colour
  }

  enum Paint { case plain, bold, dim }

  func painted(_ text: String, _ paint: Paint) -> String {
    guard colour else { return text }
    return switch paint {
    case .plain: text
    case .bold: "\u{1B}[1m\(text)\u{1B}[0m"
    case .dim: "\u{1B}[2m\(text)\u{1B}[0m"
    }
  }

  /// First-strong isolate … pop: the text inside can't turn its neighbours around.
  func isolated(_ text: String) -> String { isolates ? "\u{2068}\(text)\u{2069}" : text }
}
