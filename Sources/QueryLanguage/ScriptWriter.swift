/// Puts statements and comments on lines.
struct ScriptWriter {
  private let source: [UInt8]
  private var comments: ArraySlice<SourceRange>
  private var lines: [String] = []
  /// End in the source of what was written last; nil before the first line.
  private var writtenTo: Int?

  init(source: [UInt8], comments: [SourceRange]) {
    self.source = source
    self.comments = comments[...]
  }

  /// Writes a statement, with the comments before it and in it; the next one begins at `next`.
  mutating func write(_ statement: StatementLines, of range: SourceRange, before next: Int) {
    writeFreeComments(before: range.start)
    keepEmptyLine(before: range.start)
    let units = statement.clauses + statement.stages
    let notes = takeComments(of: units, before: next)
    lines += Self.arranged(statement, notes)
    writtenTo = max(range.end, writtenTo ?? 0)
  }

  mutating func finish() -> String {
    writeFreeComments(before: source.count)
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  // MARK: Comments

  /// The comments of one unit: on lines before it, and behind it on its line.
  struct Notes {
    var before: [String] = []
    var behind: String?
  }

  private mutating func writeFreeComments(before end: Int) {
    while let comment = comments.first, comment.start < end {
      keepEmptyLine(before: comment.start)
      lines.append(text(comment))
      writtenTo = comment.end
      comments.removeFirst()
    }
  }

  private mutating func takeComments(of units: [StatementLines.Unit], before next: Int) -> [Notes] {
    var notes = [Notes](repeating: Notes(), count: units.count)
    while let comment = comments.first, comment.start < next {
      let index = (units.lastIndex { $0.range.start < comment.start }) ?? -1
      if index < 0 {
        notes[0].before.append(text(comment))
      } else if comment.start < units[index].range.end {
        notes[index].before.append(text(comment))
      } else if !hasNewline(units[index].range.end, comment.start) {
        notes[index].behind = text(comment)
      } else if index + 1 < units.count {
        notes[index + 1].before.append(text(comment))
      } else {
        break
      }
      writtenTo = comment.end
      comments.removeFirst()
    }
    return notes
  }

  private func text(_ range: SourceRange) -> String {
    var end = range.end
    while end > range.start, source[end - 1] == UInt8(ascii: " ") || source[end - 1] == UInt8(ascii: "\t") { end -= 1 }
    return String(decoding: source[range.start..<end], as: UTF8.self)
  }

  private func hasNewline(_ start: Int, _ end: Int) -> Bool {
    source[start..<max(start, end)].contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
  }

  /// One empty line where the source has some.
  private mutating func keepEmptyLine(before start: Int) {
    guard let end = writtenTo, end < start else { return }
    if source[end..<start].count(where: { $0 == UInt8(ascii: "\n") }) > 1 { lines.append("") }
  }

  // MARK: Lines

  private static func arranged(_ statement: StatementLines, _ notes: [Notes]) -> [String] {
    let clauseNotes = Array(notes.prefix(statement.clauses.count))
    let stageNotes = notes.dropFirst(statement.clauses.count)
    var lines = pattern(statement, clauseNotes)
    let indent = statement.head == nil ? "" : "  "
    for (stage, notes) in zip(statement.stages, stageNotes) {
      lines += notes.before.map { indent + $0 }
      lines.append(indent + stage.text + (notes.behind.map { "  " + $0 } ?? ""))
    }
    return lines
  }

  private static func pattern(_ statement: StatementLines, _ notes: [Notes]) -> [String] {
    guard !statement.clauses.isEmpty else { return [] }
    let body = statement.clauses.map(\.text).joined(separator: statement.separator)
    let line = statement.head.map { $0 + " " + body } ?? body
    let isShort = line.unicodeScalars.reduce(0) { $0 + DisplayedLine.width($1) } <= Formatter.lineWidth
    let isWhole = statement.clauses.count == 1 && statement.head == nil
    if !breaks(notes, hasHead: statement.head != nil), isShort || isWhole {
      return notes[0].before + [line + (notes[notes.count - 1].behind.map { "  " + $0 } ?? "")]
    }
    return broken(statement, notes)
  }

  /// A comment stands between clauses, or between a head and the first one.
  private static func breaks(_ notes: [Notes], hasHead: Bool) -> Bool {
    notes.dropFirst(hasHead ? 0 : 1).contains { !$0.before.isEmpty } || notes.dropLast().contains { $0.behind != nil }
  }

  private static func broken(_ statement: StatementLines, _ notes: [Notes]) -> [String] {
    var lines = statement.head.map { [$0] } ?? []
    for (index, clause) in statement.clauses.enumerated() {
      let isFirst = index == 0
      let isLast = index == statement.clauses.count - 1
      let indent = isFirst && statement.head == nil ? "" : "  "
      lines += notes[index].before.map { indent + $0 }
      var line = indent + (isFirst ? "" : statement.prefix) + clause.text + (isLast ? "" : statement.suffix)
      if let behind = notes[index].behind { line += "  " + behind }
      lines.append(line)
    }
    return lines
  }
}
