extension Diagnostic {
  /// The message as a user sees it: what is wrong, the line with a caret under the place, and how it would be right.
  ///
  ///     queries/denials.isnad:2:3: error: there is no stage `sorrt`
  ///       | sorrt date
  ///         ^^^^^
  ///     did you mean `sort`?
  ///     stages: where, let, select, …
  ///     example: quote(speaker, date) | sort date | limit 10
  ///
  /// Without a `file` the place is given as a line number, and only for a text of several lines.
  /// `translate` puts the patterns of messages into the language of the user.
  package func rendered(
    source: String, file: String? = nil, translate: (String) -> String = { $0 }
  ) -> String {
    func say(_ message: Message) -> String { DisplayedLine.safe(message.said(translate)) }
    let place = SourcePlace(offset: range.start, in: source)
    var lines = [say(place.labelled(severity.said(message), file: file))]
    lines += excerpt(place)
    if let first = suggestions.first {
      let near = suggestions.dropFirst().reduce("`\(first)`" as Message) { "\($0) or `\($1)`" }
      lines.append(say("did you mean \(near)?"))
    }
    if let choices { lines.append(say("\(choices.label): \(choices.values.joined(separator: ", "))")) }
    if let hint { lines.append(say("note: \(hint)")) }
    if let example { lines.append(say("example: \(example)")) }
    return lines.joined(separator: "\n")
  }

  /// The line of source and the line with carets; of a long line the part around the place.
  private func excerpt(_ place: SourcePlace) -> [String] {
    let line = place.line
    let target = place.offsetInLine
    // Cutting keeps the work small for a statement of a megabyte on one line.
    let isShort = line.utf8.count <= 480 && line.unicodeScalars.count <= 120
    let from =
      isShort
      ? line.startIndex
      : line.unicodeScalars.index(
        line.utf8.index(line.startIndex, offsetBy: target), offsetBy: -60, limitedBy: line.startIndex)
        ?? line.startIndex
    let to = line.unicodeScalars.index(from, offsetBy: 120, limitedBy: line.endIndex) ?? line.endIndex
    let part = line[from..<to]
    let skipped = line.utf8.distance(from: line.startIndex, to: from)
    let shown = DisplayedLine(part)
    let start = shown.column(at: target - skipped)
    let end = max(
      start + 1, shown.column(at: min(target + range.end - range.start, skipped + part.utf8.count) - skipped))
    let mark = from == line.startIndex ? "" : "…"
    let gap = String(repeating: " ", count: start + mark.count)
    return [
      "  " + mark + shown.text + (to == line.endIndex ? "" : "…"),
      "  " + gap + String(repeating: "^", count: end - start),
    ]
  }
}

extension Diagnostic.Severity {
  fileprivate func said(_ message: Message) -> Message {
    switch self {
    case .error: "error: \(message)"
    case .warning: "warning: \(message)"
    }
  }
}

/// Line and column of an offset in a text.
private struct SourcePlace {
  let lineNumber: Int
  let line: Substring
  let offsetInLine: Int
  let isInLongText: Bool

  init(offset: Int, in source: String) {
    let bytes = source.utf8
    let place = bytes.index(bytes.startIndex, offsetBy: min(offset, bytes.count))
    let newline = UInt8(ascii: "\n")
    let start = bytes[..<place].lastIndex(of: newline).map { bytes.index(after: $0) } ?? bytes.startIndex
    var end = bytes[place...].firstIndex(of: newline) ?? bytes.endIndex
    if end > start, bytes[bytes.index(before: end)] == UInt8(ascii: "\r") { end = bytes.index(before: end) }
    line = source[start..<max(end, start)]
    lineNumber = bytes[..<start].count { $0 == newline } + 1
    offsetInLine = min(bytes.distance(from: start, to: place), line.utf8.count)
    isInLongText = bytes.contains(newline)
  }

  /// `message` behind its place. The column counts characters, as editors do.
  func labelled(_ message: Message, file: String?) -> Message {
    let column = String(decoding: line.utf8.prefix(offsetInLine), as: UTF8.self).count
    if let file { return "\(file):\(lineNumber):\(column + 1): \(message)" }
    return isInLongText ? "line \(lineNumber): \(message)" : message
  }
}
