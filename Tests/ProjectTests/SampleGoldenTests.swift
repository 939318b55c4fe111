import Facts
import Foundation
import Testing

/// Every fact of the sample corpus, a line a fact, to be read by eye after each change of a rule or a table.
/// `ISNAD_RECORD=1 swift test --filter SampleGoldenTests` writes the file anew.
@Suite struct SampleGoldenTests {
  private static let golden = "Tests/ProjectTests/Golden/sample.facts"
  private static let left = ["article", "sentence", "alias", "mention"]
  private static let leftFields: Set<String> = ["id", "sentence", "start", "end"]

  @Test func factsAreThoseThatWereRead() throws {
    let lines = Self.lines(of: Extracted(Extracted.sample).facts)
    if ProcessInfo.processInfo.environment["ISNAD_RECORD"] != nil {
      try lines.joined(separator: "\n").appending("\n").write(
        to: Checkout.root.appending(path: Self.golden), atomically: true, encoding: .utf8)
    }
    let recorded = try Checkout.text(Self.golden).split(separator: "\n").map(String.init)
    let difference = lines.difference(from: recorded)
    #expect(difference.isEmpty, "\(difference.map { "\($0)" }.joined(separator: "\n"))")
  }

  /// The file would be worth little if a kind of fact were missing from it.
  @Test func everyKindOfFactIsThere() throws {
    let recorded = try Checkout.text(Self.golden).split(separator: "\n")
    for relation in Schema.relations where !Self.left.contains(relation.name) {
      #expect(recorded.contains { $0.hasPrefix(relation.name + " ") }, "\(relation.name)")
    }
  }

  private static func lines(of facts: [Fact]) -> [String] {
    facts.filter { !left.contains($0.name) }.map { fact in
      let relation = Schema.relations[fact.relation]
      let cells = zip(relation.streamFields, fact.values).compactMap { field, value in
        value == .missing || leftFields.contains(field.name) ? nil : "\(field.name): \(value)"
      }
      return "\(relation.name) \(cells.joined(separator: " | "))".replacing("\n", with: "\\n")
    }
  }
}
