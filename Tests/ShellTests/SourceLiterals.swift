import Foundation

/// The string literals of Swift sources, as the patterns that messages have: `{}` in the place of each value.
struct SourceLiterals {
  struct Literal {
    let pattern: String
    /// What stands before it: `example:`.
    let label: Substring
    let file: String
  }

  private(set) var all: [Literal] = []

  /// Of the files below `folder`, a path from the root of the package, but for those whose path contains one of
  /// `omitted`.
  init(below folder: String, omitting omitted: [String] = []) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    let files = FileManager.default.enumerator(atPath: root.appending(path: folder).path)!
    for case let name as String in files where name.hasSuffix(".swift") && !omitted.contains(where: name.contains) {
      let path = root.appending(path: folder).appending(path: name)
      read(Array(try String(contentsOf: path, encoding: .utf8)), of: name)
    }
  }

  private mutating func read(_ source: [Character], of file: String) {
    var i = 0
    while i < source.count {
      if source[i...].starts(with: "//") {
        i = source[i...].firstIndex(of: "\n") ?? source.count
      } else if source[i] == "\"" {
        let before = String(source[max(0, i - 40)..<i])
        let label = before.split(whereSeparator: { $0.isWhitespace || $0 == "(" }).last ?? ""
        let pattern = Self.readText(source, &i)
        for line in pattern.split(separator: "\n", omittingEmptySubsequences: false) {
          let text = pattern.contains("\n") ? line.trimmingCharacters(in: .whitespaces) : String(line)
          all.append(Literal(pattern: text, label: label, file: file))
        }
      } else {
        i += 1
      }
    }
  }

  /// Reads a literal that begins at `i`.
  private static func readText(_ source: [Character], _ i: inout Int) -> String {
    let mark = source[i...].starts(with: "\"\"\"") ? "\"\"\"" : "\""
    var pattern = ""
    i += mark.count
    while !source[i...].starts(with: mark) {
      guard source[i] == "\\" else {
        pattern.append(source[i])
        i += 1
        continue
      }
      switch source[i + 1] {
      case "(":
        skipValue(source, &i)
        pattern += "{}"
      case "u":
        let end = source[i...].firstIndex(of: "}")!
        pattern.unicodeScalars.append(Unicode.Scalar(UInt32(String(source[i + 3..<end]), radix: 16)!)!)
        i = end + 1
      case "\n": i += 2
      case let escaped:
        pattern.append(["n": "\n", "t": "\t", "r": "\r", "0": "\0"][escaped] ?? escaped)
        i += 2
      }
    }
    i += mark.count
    return pattern
  }

  /// Passes over `\( … )`, with all literals in it.
  private static func skipValue(_ source: [Character], _ i: inout Int) {
    var depth = 0
    i += 1
    repeat {
      switch source[i] {
      case "\"": _ = readText(source, &i)
      case "(":
        depth += 1
        i += 1
      case ")":
        depth -= 1
        i += 1
      default: i += 1
      }
    } while depth > 0
  }
}
