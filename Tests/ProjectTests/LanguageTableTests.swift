import Foundation
import Language
import Testing

/// The tables of words, as files and as they were compiled in.
@Suite struct LanguageTableTests {
  static let folder = "Sources/CLanguageTables/Tables/ar"
  static let names = ((try? Checkout.names(in: folder)) ?? []).filter { $0.hasSuffix(".tsv") }
    .map { String($0.dropLast(4)) }

  @Test func tablesAreFound() { #expect(Self.names.count > 20) }

  /// A word's classes and the words that rules ask for are bits of a machine word.
  @Test func classesAndRuleWordsFitTheirMasks() {
    #expect(LexicalClass.allCases.count <= UInt64.bitWidth)
    #expect(RuleWord.allCases.count <= UInt64.bitWidth)
  }

  @Test func onlyTablesStandInTheFolder() throws {
    #expect(try Checkout.names(in: Self.folder).filter { !$0.hasSuffix(".tsv") } == [])
  }

  @Test(arguments: names) func tableIsCompiledIn(_ name: String) throws {
    let list = try Checkout.text("Sources/CLanguageTables/tables.c")
    #expect(list.contains("#embed \"Tables/ar/\(name).tsv\""))
    #expect(list.contains("  TABLE(\(name)),\n"))
    let rows = try Self.rows(name)
    let compiled = LanguageTable(name)
    #expect(compiled.columns == rows.first)
    #expect(compiled.count == rows.count - 1)
    for (row, cells) in rows.dropFirst().enumerated() {
      #expect(cells.indices.map { compiled.cell(row, $0) } == cells)
    }
  }

  @Test(arguments: names) func tableSaysWhatItHolds(_ name: String) throws {
    let first = try #require(Checkout.lines("\(Self.folder)/\(name).tsv").first)
    #expect(first.text.hasPrefix("# ") && first.text.count > 20)
  }

  @Test(arguments: names) func rowsAreWhole(_ name: String) throws {
    let text = try Checkout.text("\(Self.folder)/\(name).tsv")
    #expect(text.hasSuffix("\n") && !text.contains("\r"))
    let rows = try Self.rows(name)
    let columns = try #require(rows.first).count
    for row in rows {
      #expect(row.count == columns, "\(row.joined(separator: " | "))")
      #expect(row.contains { !$0.isEmpty })
      for cell in row {
        #expect(cell == cell.trimmingCharacters(in: .whitespaces), "\(cell)")
        #expect(!cell.contains("  ") && !cell.contains("||") && !cell.hasPrefix("|") && !cell.hasSuffix("|"), "\(cell)")
      }
    }
  }

  /// In these, a second row with one name would never be found.
  @Test(arguments: ["given_names", "family_names", "countries", "organizations", "weekdays", "rule_words"])
  func namesAreUnique(_ name: String) throws {
    var seen: Set<String> = []
    for row in try Self.rows(name).dropFirst() {
      #expect(seen.insert(Folding.fold(row[0])).inserted, "\(row[0]) stands twice")
    }
  }

  /// The rows that are no comments, the header first.
  private static func rows(_ name: String) throws -> [[String]] {
    try Checkout.lines("\(folder)/\(name).tsv").map(\.text).filter { !$0.isEmpty && !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
