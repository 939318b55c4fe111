/// Something that was wrong with an input; the rest was read.
package struct ArticleProblem: Sendable, Equatable, CustomStringConvertible {
  /// What it cost.
  package enum Cost: Sendable {
    /// The article, or the input, is missing.
    case skipped
    /// The article is there, but not as it stood in the input.
    case altered
  }

  /// The file; `-` for standard input.
  package let path: String
  /// The line where it happened, in inputs that have lines.
  package let line: Int?
  package let cost: Cost
  package let what: String
  /// What would help.
  package let wayOut: String?

  package init(path: String, line: Int? = nil, cost: Cost = .skipped, what: String, wayOut: String? = nil) {
    self.path = path
    self.line = line
    self.cost = cost
    self.what = what
    self.wayOut = wayOut
  }

  /// `news.jsonl:17: no comma between two members (column 204)`, with the way out behind a semicolon.
  package var description: String {
    let place = line.map { "\(path):\($0)" } ?? path
    return "\(place): \(what)\(wayOut.map { "; \($0)" } ?? "")"
  }
}

/// Why an input can't be read, or not to its end.
struct InputFault: Error, Equatable {
  let what: String
  var wayOut: String?
}
