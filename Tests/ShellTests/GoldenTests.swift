import Foundation
import Testing

@testable import Shell

/// Sessions with the shell as they look: a line that begins with `> ` is entered, what follows is the answer.
///
/// `ISNAD_RECORD=1 swift test --filter GoldenTests` writes the answers anew; the difference is to be read.
@Suite struct GoldenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static let sessions = try! FileManager.default.contentsOfDirectory(atPath: folder.path)
    .filter { $0.hasSuffix(".session") }.sorted()

  @Test(arguments: sessions) func session(_ name: String) throws {
    let url = Self.folder.appending(path: name)
    let recorded = try String(contentsOf: url, encoding: .utf8)
    let answered = try Self.replay(recorded)
    if ProcessInfo.processInfo.environment["ISNAD_RECORD"] != nil {
      try Data(answered.utf8).write(to: url)
    } else {
      #expect(answered == recorded)
    }
  }

  /// Enters what was entered, one block of `> ` lines after the other.
  private static func replay(_ recorded: String) throws -> String {
    let session = try ShellUnderTest(width: 80)
    var transcript = ""
    for block in blocks(of: recorded) {
      if block.hasPrefix("#") {
        transcript += block + "\n"
        continue
      }
      transcript += block.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)\n" }.joined()
      let before = session.sink.bytes.count
      session.shell.attempt {
        if block.hasPrefix(".") {
          try session.shell.run(command: block)
        } else {
          try session.shell.run(statements: block)
        }
      }
      transcript += String(decoding: session.sink.bytes[before...], as: UTF8.self) + "\n"
    }
    return transcript
  }

  /// Entries of one or more lines, and comments.
  private static func blocks(of text: String) -> [String] {
    var blocks: [String] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("> ") {
        let entered = String(line.dropFirst(2))
        if isOpen { blocks[blocks.count - 1] += "\n" + entered } else { blocks.append(entered) }
        isOpen = true
      } else {
        if line.hasPrefix("#") { blocks.append(String(line)) }
        isOpen = false
      }
    }
    return blocks
  }
}
