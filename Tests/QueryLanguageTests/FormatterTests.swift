import Foundation
import Testing

@testable import QueryLanguage

@Suite struct FormatterTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../queries")

  /// The scripts that come with the program stand in the form that they are printed in.
  @Test func savedScriptsAreInCanonicalForm() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".isnad") }
    #expect(!names.isEmpty)
    for name in names {
      let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
      #expect(try Formatter.format(text) == text, "\(name)")
    }
  }

  @Test func formattingKeepsTheTreeAndIsStable() throws {
    for seed in 1...1500 {
      var random = RandomText(seed: UInt64(seed))
      let text = random.script()
      let tree: Script
      do { tree = try Parser(text).parse() } catch {
        Issue.record("seed \(seed) does not parse: \(error.rendered(source: text))\n\(text)")
        return
      }
      let once = try Formatter.format(text)
      guard let again = try? Formatter.format(once) else {
        Issue.record("seed \(seed) formats to what does not parse:\n\(text)\n---\n\(once)")
        return
      }
      guard once == again, TreeDump.text(tree) == TreeDump.text(try Parser(once).parse()) else {
        Issue.record("seed \(seed):\n\(text)\n--- once\n\(once)\n--- twice\n\(again)")
        return
      }
      #expect(
        text.count { $0 == "#" } == once.count { $0 == "#" }, "seed \(seed) loses a comment:\n\(text)\n---\n\(once)")
    }
  }
}
