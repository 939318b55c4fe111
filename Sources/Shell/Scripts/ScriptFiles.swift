import Output
import QueryLanguage

/// A script with everything that it includes, read and parsed.
package struct ScriptFiles {
  package struct File {
    package let path: String
    package let text: String
    package let script: Script
  }

  /// Each file once, included files before those that include them; the script itself is the last.
  package private(set) var all: [File] = []
  private var known: Set<String> = []
  private var open: [String] = []

  package init(_ path: String) throws { try read(path) }

  private mutating func read(_ path: String) throws {
    guard known.insert(path).inserted else { return }
    open.append(path)
    let text = try TextFile.read(path)
    let file = File(path: path, text: text, script: try Self.parse(text, path))
    for statement in file.script.statements {
      guard case .include(let include) = statement.kind else { continue }
      let included = Self.resolve(include.path, beside: path)
      if open.contains(included) {
        let circle = Diagnostic(
          "circular-include", "\(include.path) includes itself, by way of \(open.joined(separator: ", "))",
          at: include.pathRange)
        throw ShellError(circle.rendered(source: text, file: path))
      }
      do {
        try read(included)
      } catch let failure as TextFile.Failure {
        let missing = Diagnostic("unreadable-include", "\(failure)", at: include.pathRange)
        throw ShellError(missing.rendered(source: text, file: path))
      }
    }
    open.removeLast()
    all.append(file)
  }

  private static func parse(_ text: String, _ path: String) throws -> Script {
    do {
      return try Parser(text).parse()
    } catch {
      throw ShellError(error.rendered(source: text, file: path))
    }
  }

  /// A path in a script is relative to the script.
  private static func resolve(_ path: String, beside script: String) -> String {
    guard path.utf8.first != UInt8(ascii: "/"), let slash = script.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return path
    }
    return String(script[...slash]) + path
  }
}
