import QueryLanguage

/// What was entered, once it is whole.
enum Entry: Equatable {
  /// A line that begins with a dot.
  case command(String)
  /// One or more statements, of one or more lines.
  case statements(String)
  case interrupted
  case end
}

/// Joins lines until a statement is complete.
final class StatementReader {
  static let prompt = "isnad> "
  /// As wide as the prompt, so that lines stand below each other.
  static let continuation = "  ...> "

  private let reader: any LineReader
  /// The lines of a statement that is not complete.
  private(set) var pending = ""
  /// A line that was read to see whether it goes on from the one before.
  private var ahead: String?

  init(_ reader: any LineReader) { self.reader = reader }

  func next() -> Entry {
    defer { pending = "" }
    pending = ""
    while true {
      switch read(prompt: pending.isEmpty ? Self.prompt : Self.continuation) {
      case .interrupted: return .interrupted
      case .end: return pending.isEmpty ? .end : .statements(pending)
      case .line(let line):
        if pending.isEmpty, line.drop(while: \.isWhitespace).first == "." { return .command(line) }
        pending += pending.isEmpty ? line : "\n" + line
      }
      // The line end that Enter has typed: an empty line is seen by it.
      switch StatementSplitter.completeness(of: pending + "\n") {
      case .empty: pending = ""
      case .incomplete: continue
      case .complete:
        if let entry = lookAhead() { return entry }
      }
    }
  }

  /// In a pipe or a pasted block a next line that begins with `|` or `,` belongs to the statement; typed at the prompt
  /// it can't, since Enter has been pressed. Nil when it does and the statement goes on.
  private func lookAhead() -> Entry? {
    // An empty line ends even what is left open.
    if pending.hasSuffix("\n") { return .statements(pending) }
    guard reader.hasMore, case .line(let line) = read(prompt: Self.continuation) else { return .statements(pending) }
    let joined = pending + "\n" + line
    let goesOn =
      StatementSplitter.statements(in: joined).count == StatementSplitter.statements(in: pending).count
      && StatementSplitter.completeness(of: line) != .empty
    guard goesOn else {
      ahead = line
      return .statements(pending)
    }
    pending = joined
    return StatementSplitter.completeness(of: pending) == .incomplete ? nil : lookAhead()
  }

  private func read(prompt: String) -> LineReading {
    if let line = ahead {
      ahead = nil
      return .line(line)
    }
    return reader.read(prompt: prompt)
  }
}
