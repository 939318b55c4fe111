import Articles
import Facts
import Output
import QueryLanguage

/// Checks the rows of an export against the articles that they cite.
///
/// A row stands when each article is there with the very text that was cited, when each span is a place in that text,
/// and when the cell of a column `text` is printed in one of the articles.
package struct Verification {
  private let store: FactStore
  private let articles: [String: Int]

  package struct Outcome {
    package let rows: Int
    /// What is wrong, a line each: `row 3: …`, rows counted from 1.
    package let problems: [Message]
    package let failedRows: Int
  }

  package init(_ store: FactStore) {
    self.store = store
    let relation = Schema.index(of: "article")!
    articles = Dictionary(
      (0..<store.articleCount).map { (store.id(relation: relation, row: $0).description, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Checks the CSV file at `path`.
  package func check(_ path: String) throws -> Outcome {
    var records = CSVTable.records(of: try TextFile.read(path))
    guard let header = records.first, let columns = Columns(header) else {
      throw ShellError("\(SafeText.shown(path)) cites nothing; rows do when they are written with --cite")
    }
    records.removeFirst()
    var problems: [Message] = []
    var failed = 0
    for (row, cells) in records.enumerated() {
      let found = cells.count == header.count ? self.problems(of: cells, columns) : ["a value too many or too few"]
      failed += found.isEmpty ? 0 : 1
      problems += found.map { "row \(row + 1): \($0)" }
    }
    return Outcome(rows: records.count, problems: problems, failedRows: failed)
  }

  /// Where the citation stands in a record.
  private struct Columns {
    let article, start, end, digest: Int
    let text: Int?

    init?(_ header: [String]) {
      let places = ["_article", "_start", "_end", "_sha256"].compactMap(header.firstIndex)
      guard places.count == 4 else { return nil }
      (article, start, end, digest) = (places[0], places[1], places[2], places[3])
      text = header.firstIndex(of: "text")
    }
  }

  private func problems(of cells: [String], _ columns: Columns) -> [Message] {
    let parts = [columns.article, columns.start, columns.end, columns.digest].map { cells[$0].split(separator: ";") }
    guard let ids = parts.first, !ids.isEmpty, parts.allSatisfy({ $0.count == ids.count }) else {
      return ["the citation is not whole"]
    }
    var problems: [Message] = []
    var texts: [String] = []
    for (i, id) in ids.enumerated() {
      let shown = SafeText.shown(String(id))
      guard let article = articles[String(id)] else {
        problems.append("no article \(shown) was loaded")
        continue
      }
      let text = store.value("article", "text", article).description
      texts.append(text)
      if SHA256.hex(text) != parts[3][i] { problems.append("the text of article \(shown) is another one") }
      if !Self.isPlace(in: text, parts[1][i], parts[2][i]) {
        let bytes = "\(parts[1][i])\u{2013}\(parts[2][i])"
        problems.append("bytes \(SafeText.shown(bytes)) are no place in article \(shown)")
      }
    }
    if problems.isEmpty, let column = columns.text, !texts.contains(where: { Self.prints(cells[column], in: $0) }) {
      problems.append("the text is not printed in the article")
    }
    return problems
  }

  private static func isPlace(in text: String, _ start: Substring, _ end: Substring) -> Bool {
    guard let start = Int(start), let end = Int(end), 0 <= start, start <= end, end <= text.utf8.count else {
      return false
    }
    // A byte in the middle of a letter is no place.
    let bytes = text.utf8
    return [start, end].allSatisfy { offset in
      bytes.index(bytes.startIndex, offsetBy: offset).samePosition(in: text.unicodeScalars) != nil
    }
  }

  private static func prints(_ cell: String, in text: String) -> Bool {
    // A spreadsheet export guards what looks like a formula.
    let cell = cell.hasPrefix("'") && CSVText.isFormula(String(cell.dropFirst())) ? String(cell.dropFirst()) : cell
    return text.utf8.contains(cell.utf8)
  }
}
