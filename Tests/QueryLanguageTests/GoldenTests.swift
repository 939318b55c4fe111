import Foundation
import Testing

@testable import QueryLanguage

/// Scripts of `> input`, `---`, output. A tag says what is printed: the tree, `[tokens]`, `[format]` or `[complete]`.
/// `ISNAD_RECORD=1 swift test --filter GoldenTests` writes the outputs anew, to be reviewed as a change of text.
@Suite struct GoldenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static let files = try! FileManager.default.contentsOfDirectory(atPath: folder.path)
    .filter { $0.hasSuffix(".txt") }.sorted()

  @Test(arguments: files) func golden(_ file: String) throws {
    let url = Self.folder.appending(path: file)
    let recorded = try String(contentsOf: url, encoding: .utf8)
    let cases = Self.cases(of: recorded)
    #expect(!cases.isEmpty)
    let printed = cases.map(\.printed).joined(separator: "\n\n") + "\n"
    if ProcessInfo.processInfo.environment["ISNAD_RECORD"] != nil {
      try printed.write(to: url, atomically: true, encoding: .utf8)
      return
    }
    for (now, then) in zip(cases, Self.blocks(of: recorded)) { #expect(now.printed.trimmed == then) }
  }

  @Test(arguments: files) func examplesOfMessagesAreQueries(_ file: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
    for line in text.split(separator: "\n") where line.hasPrefix("example: ") {
      let example = String(line.dropFirst("example: ".count))
      let script = try Parser(example).parse()
      guard case .query(let query) = script.statements.last?.kind else { continue }
      if case .continuation = query.source { Issue.record("`\(example)` has no rows before its stages") }
    }
  }

  struct Case {
    var heading: [String] = []
    var tag = ""
    var input: [String] = []

    var printed: String {
      let mark = tag.isEmpty ? ">" : "[\(tag)]>"
      let shown = input.enumerated().map { index, line in
        let prefix = index == 0 ? mark : ">"
        return line.isEmpty ? prefix : prefix + " " + line
      }
      return (heading + shown + ["---", output]).joined(separator: "\n")
    }

    private var output: String {
      let text = input.joined(separator: "\n")
      do throws(Diagnostic) {
        switch tag {
        case "format": return try Formatter.format(text).replacing("\n\n", with: "\n.\n").trimmed
        case "tokens":
          return Layout(text).tokens.map { "\($0.kind) \($0.range.start)-\($0.range.end)" }.joined(separator: "\n")
            .replacing("QueryLanguage.Token.Sign", with: "")
        case "complete": return "\(StatementSplitter.completeness(of: text))"
        default: return TreeDump.text(try Parser(text).parse())
        }
      } catch {
        return "[\(error.code)]\n" + error.rendered(source: text)
      }
    }
  }

  /// Blocks stand between empty lines.
  private static func blocks(of text: String) -> [String] {
    text.trimmed.split(separator: "\n\n").map { $0.trimmed }
  }

  private static func cases(of text: String) -> [Case] {
    blocks(of: text).map { block in
      var result = Case()
      for line in block.split(separator: "\n", omittingEmptySubsequences: false) {
        if line == "---" { break }
        if line.hasPrefix("#") {
          result.heading.append(String(line))
          continue
        }
        guard let mark = line.firstIndex(of: ">") else { continue }
        if result.input.isEmpty { result.tag = line[..<mark].trimmingCharacters(in: ["[", "]"]) }
        result.input.append(
          String(
            line[line.index(after: mark)...].drop { $0 == " " }.isEmpty ? "" : line[line.index(mark, offsetBy: 2)...]))
      }
      return result
    }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String { trimmingCharacters(in: .newlines) }
}
