import Output
import QueryEngine

/// What is said under a table: `12 rows from 9 of 40 articles; 2 skipped, date >= 2024 unknown; 14 ms`.
package struct AnswerNotes {
  package let lines: [String]

  package init(_ answer: Answer, _ language: Interface, showsTime: Bool, isCut limit: Int? = nil) {
    var lines: [String] = []
    if let limit {
      lines.append(language.text("\u{2026} \(answer.table.rows.count - limit) more; .maxrows 0 shows all"))
    }
    lines.append(Self.footer(answer.footer, language, showsTime: showsTime))
    if let emptiness = answer.emptiness {
      lines += emptiness.removals.map {
        language.text("without `\($0.condition)`: \(language.counted($0.rows, "row"))")
      }
      // A warning has named them already.
      if answer.warnings.isEmpty { lines += emptiness.unknownNames.map { Self.unknown($0, language) } }
    }
    self.lines = lines.map(SafeText.shown)
  }

  private static func footer(_ footer: Footer, _ language: Interface, showsTime: Bool) -> String {
    var parts = [
      language.text(
        "\(language.counted(footer.rows, "row")) from \(footer.articles) of \(language.counted(footer.articlesInStore, "article"))"
      )
    ]
    for fallen in footer.fallen {
      parts.append(language.text("\(fallen.count) skipped, `\(fallen.condition)` unknown"))
    }
    if !footer.punnedJoins.isEmpty {
      parts.append(language.text("joined by name alone: \(footer.punnedJoins.joined(separator: language.comma))"))
    }
    if showsTime { parts.append(language.text("\(milliseconds(footer.milliseconds)) ms")) }
    return parts.joined(separator: language.semicolon)
  }

  /// Two digits are enough: `0.42`, `1.4`, `14`, `1400`.
  private static func milliseconds(_ time: Double) -> String {
    if time >= 10 { return "\(Int(time.rounded()))" }
    let scale = time >= 1 ? 10 : 100.0
    return "\((time * scale).rounded() / scale)"
  }

  private static func unknown(_ unknown: Emptiness.UnknownName, _ language: Interface) -> String {
    let nearest = unknown.nearest.map { "`\($0)`" }.joined(separator: language.comma)
    let fact = language.text("no article names `\(unknown.name)`")
    return nearest.isEmpty ? fact : "\(fact)\(language.semicolon)\(language.text("near it: \(nearest)"))"
  }
}
