import Foundation
import Testing

/// The targets and what they may import, as `docs/architecture.md` lists them.
@Suite struct LayoutTests {
  @Test func topLevelHoldsOnlyWhatWasAgreed() throws {
    let agreed: Set = [
      "Package.swift", "Package.resolved", "Sources", "Tests", "queries", "README.md", "LICENSE", "docs", "Makefile",
    ]
    let stray = try Checkout.names(in: "").filter { !agreed.contains($0) && !$0.hasPrefix(".") }
    #expect(stray == [])
  }

  @Test func everyTargetHasARow() throws {
    let folders = try Checkout.names(in: "Sources")
    #expect(try Set(Self.rows().map(\.target)) == Set(folders))
  }

  @Test func targetsStandInTheOrderOfTheData() throws {
    var above: Set<String> = []
    for row in try Self.rows() {
      #expect(row.imports.subtracting(Self.outside).isSubset(of: above), "\(row.target) imports from below")
      above.insert(row.target)
    }
  }

  @Test func targetsImportOnlyWhatTheirRowAllows() throws {
    let rows = try Self.rows()
    let targets = Set(rows.map(\.target))
    for row in rows {
      for file in Checkout.files(under: "Sources/\(row.target)", ending: ".swift") {
        let extra = try Self.imports(of: file).intersection(targets.union(Self.outside)).subtracting(row.imports)
        #expect(extra == [], "\(file) imports \(extra.sorted())")
      }
    }
  }

  @Test func manifestAgreesWithTheRows() throws {
    let manifest = try Checkout.text("Package.swift")
    for row in try Self.rows() where !row.target.hasPrefix("C") {
      let target = try Regex("arget\\(\\s*name: \"\(row.target)\",\\s*dependencies: \\[([^\\]]*)\\]")
      let list = try #require(manifest.firstMatch(of: target)?.output[1].substring, "\(row.target)")
      let declared = Set(list.matches(of: /"([A-Za-z0-9-]+)"/).map { String($0.output.1) })
      #expect(declared.subtracting(["swift-argument-parser"]) == row.imports, "\(row.target)")
    }
  }

  private static let outside: Set = ["ArgumentParser", "Foundation"]

  private static func imports(of file: String) throws -> Set<String> {
    let pattern = /^\s*(?:@\w+\s+|package\s+|private\s+)*import\s+(?:struct\s+|class\s+|func\s+)?(\w+)/
    return Set(try Checkout.lines(file).compactMap { $0.text.firstMatch(of: pattern).map { String($0.output.1) } })
  }

  private struct Row {
    let target: String
    let imports: Set<String>
  }

  /// Lines such as `| `Facts` | Language | …`.
  private static func rows() throws -> [Row] {
    let row = /^\| `([A-Za-z0-9-]+)` \| ([^|]*) \|/
    return try Checkout.lines("docs/architecture.md").compactMap { line in
      line.text.firstMatch(of: row).map { match in
        let names = match.output.2.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        return Row(target: String(match.output.1), imports: Set(names.filter { $0 != "–" }))
      }
    }
  }
}
