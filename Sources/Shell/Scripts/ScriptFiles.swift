import Output
import QueryLanguage

/// A script with everything that it includes, read and parsed; what could not be read is kept as problems of the
/// scripts.
package struct ScriptFiles {
  package struct File {
    /// Nil for statements of the command line.
    package let path: String?
    package let text: String
    package let script: Script
  }

  /// Each file once, included files before those that include them; the script itself is the last.
  package private(set) var all: [File] = []
  private var known: Set<String> = []
  private var open: [String] = []

  package init(_ path: String) throws { try read(path) }

  /// Statements that stand in no file.
  package init(text: String) throws { try add(text, nil) }

  private mutating func read(_ path: String) throws {
    guard known.insert(path).inserted else { return }
    open.append(path)
    try add(TextFile.read(path), path)
    open.removeLast()
  }

  private mutating func add(_ text: String, _ path: String?) throws {
    let file = File(path: path, text: text, script: Parser(text).read())
    for statement in file.script.statements {
      guard case .include(let include) = statement.kind else { continue }
      try add(include, of: file)
    }
    all.append(file)
  }

  private mutating func add(_ include: Include, of file: File) throws {
    let path = Self.resolve(include.path, beside: file.path ?? "")
    if open.contains(path) {
      throw error(
        "circular-include", "\(include.path) includes itself, by way of \(open.joined(separator: ", "))", include, file)
    }
    do {
      try read(path)
    } catch let failure as TextFile.Failure {
      throw error("unreadable-include", ErrorMessage.of(failure), include, file)
    }
  }

  private func error(_ code: String, _ message: Message, _ include: Include, _ file: File) -> WrongText {
    WrongText([Diagnostic(code, message, at: include.pathRange)], text: file.text, file: file.path)
  }

  /// A path in a script is relative to the script.
  private static func resolve(_ path: String, beside script: String) -> String {
    guard path.utf8.first != UInt8(ascii: "/"), let slash = script.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return path
    }
    return String(script[...slash]) + path
  }
}
