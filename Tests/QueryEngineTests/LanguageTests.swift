import Facts
import Foundation
import QueryEngine
import QueryLanguage
import Testing

/// What the language promises, promise by promise: scripts on `SmallStore` with the answers to them.
///
/// A case is a heading (`# …`), a script (`> …`), `---`, and what comes. `[prompt]>` enters statement after statement
/// as at a prompt. `ISNAD_RECORD=1 swift test --filter LanguageTests` writes the answers anew, to be reviewed as a
/// change of text.
@Suite struct LanguageTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static let files = try! FileManager.default.contentsOfDirectory(atPath: folder.path)
    .filter { $0.hasSuffix(".txt") }.sorted()

  @Test(arguments: files) func answersAsPromised(file: String) throws {
    let url = Self.folder.appending(path: file)
    let recorded = try String(contentsOf: url, encoding: .utf8)
    let blocks = recorded.trimmingCharacters(in: .newlines).components(separatedBy: "\n\n")
    let printed = blocks.map { Self.replayed($0) }
    if ProcessInfo.processInfo.environment["ISNAD_RECORD"] != nil {
      try (printed.joined(separator: "\n\n") + "\n").write(to: url, atomically: true, encoding: .utf8)
      return
    }
    for (now, then) in zip(printed, blocks) { #expect(now == then) }
  }

  private static func replayed(_ block: String) -> String {
    let lines = block.components(separatedBy: "\n")
    let head = lines.prefix { $0 != "---" }
    let script = head.filter { !$0.hasPrefix("#") }
      .map { String($0.drop { $0 != ">" }.dropFirst().drop { $0 == " " }) }
    guard !script.isEmpty else { return block }
    let atPrompt = head.contains { $0.hasPrefix("[prompt]>") }
    return (head + ["---"] + Transcript.of(script.joined(separator: "\n"), atPrompt: atPrompt)).joined(separator: "\n")
  }
}

/// What a script says, line by line.
enum Transcript {
  static func of(_ text: String, atPrompt: Bool = false, on store: FactStore = SmallStore.store) -> [String] {
    var session = Session(store: store, today: Period("2024-02-01")!)
    do {
      if atPrompt {
        return try Parser(text).parse().statements.flatMap { try lines(session.run($0, source: text), text) }
      }
      let script = Parser(text).read()
      let problems = session.check(script).filter { $0.severity == .error }
      guard problems.isEmpty else { return problems.flatMap { rendered($0, text) } }
      try session.declare(script)
      return try script.statements.flatMap { try lines(session.runDeclared($0, source: text), text) }
    } catch let error as Diagnostic {
      return rendered(error, text)
    } catch let error as Diagnostics {
      return error.all.flatMap { rendered($0, text) }
    } catch {
      return ["\(error)"]
    }
  }

  private static func rendered(_ diagnostic: Diagnostic, _ text: String) -> [String] {
    ["[\(diagnostic.code)]"] + diagnostic.rendered(source: text).components(separatedBy: "\n")
  }

  private static func lines(_ outcome: Outcome, _ text: String) throws -> [String] {
    switch outcome {
    case .answer(let answer): lines(answer, text)
    case .rule(let name, let replaced, let warnings):
      replaced ? ["rule \(name) replaced"] : warnings.flatMap { rendered($0, text) }
    case .parameter, .include: []
    }
  }

  private static func lines(_ answer: Answer, _ text: String) -> [String] {
    var lines = answer.warnings.flatMap { rendered($0, text) }
    let names = answer.table.columns.map(\.name)
    let rows = answer.table.rows.map { $0.map { $0.isMissing ? "-" : $0.description } }
    lines += rows.isEmpty ? ["no rows"] : ([names] + rows).map { $0.joined(separator: " | ") }
    if let request = answer.request { lines.append("(\(request))") }
    if !answer.footer.punnedJoins.isEmpty {
      lines.append("(joined by field names: \(answer.footer.punnedJoins.joined(separator: ", ")))")
    }
    for fallen in answer.footer.fallen { lines.append("(\(fallen.count) fell: `\(fallen.condition)` is unknown)") }
    for name in answer.emptiness?.unknownNames ?? [] {
      lines.append("(unknown: \(name.name); near: \(name.nearest.joined(separator: ", ")))")
    }
    for removal in answer.emptiness?.removals ?? [] {
      lines.append("(without `\(removal.condition)`: \(removal.rows) rows)")
    }
    return lines
  }
}
