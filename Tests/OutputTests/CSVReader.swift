/// A reader of RFC 4180 that tells an empty cell from `""`, to check what was written against.
struct CSVReader {
  /// A cell; nil when it is empty and has no quotes.
  typealias Cell = String?

  static func read(_ text: String, lineEnd: String = "\n") -> [[Cell]] {
    var rows: [[Cell]] = []
    var row: [Cell] = []
    var rest = Array(text.unicodeScalars)[...]
    let end = Array(lineEnd.unicodeScalars)
    while !rest.isEmpty {
      row.append(readCell(&rest, end))
      if rest.first == "," {
        rest.removeFirst()
        // A comma at the end of the text leaves one more, empty cell.
        if rest.isEmpty { row.append(nil) }
      } else {
        rest.removeFirst(min(end.count, rest.count))
        rows.append(row)
        row = []
      }
    }
    return rows
  }

  private static func readCell(_ rest: inout ArraySlice<Unicode.Scalar>, _ end: [Unicode.Scalar]) -> Cell {
    var cell = String.UnicodeScalarView()
    guard rest.first == "\"" else {
      while let scalar = rest.first, scalar != ",", !rest.starts(with: end) {
        cell.append(scalar)
        rest.removeFirst()
      }
      return cell.isEmpty ? nil : String(cell)
    }
    rest.removeFirst()
    while let scalar = rest.popFirst() {
      if scalar == "\"" {
        guard rest.first == "\"" else { break }
        rest.removeFirst()
      }
      cell.append(scalar)
    }
    return String(cell)
  }
}
