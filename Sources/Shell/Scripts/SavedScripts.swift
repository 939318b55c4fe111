import Output
import QueryLanguage

/// Scripts that `.run` knows by name: those of the folder `queries`, and of the user's own.
struct SavedScripts {
  let folders: [String]

  private static let ending = ".isnad"

  /// Names without their ending; of two with one name, the script in the earlier folder.
  var all: [(name: String, path: String)] {
    var found: [(name: String, path: String)] = []
    for folder in folders {
      for entry in Folder.entries(of: folder) where entry.hasSuffix(Self.ending) {
        let name = String(entry.dropLast(Self.ending.count))
        if !found.contains(where: { $0.name == name }) { found.append((name, "\(folder)/\(entry)")) }
      }
    }
    return found
  }

  /// The path of a saved script, or `word` where that is a path itself.
  func path(of word: String) throws -> String {
    if word.contains("/") || word.hasSuffix(Self.ending) { return word }
    let all = all
    if let saved = all.first(where: { $0.name == word }) { return saved.path }
    if TextFile.exists(word) { return word }
    throw ShellError.unknown("script", word, among: all.map(\.name))
  }

  /// What a script answers: its first line, when that is a comment.
  static func purpose(of text: String) -> String? {
    guard let line = text.split(separator: "\n").first, line.hasPrefix("#") else { return nil }
    return String(line.drop { $0 == "#" || $0 == " " })
  }

  /// What a script, with all that it includes, wants to be told.
  static func parameters(of files: ScriptFiles) -> [Parameter] {
    files.all.flatMap(\.script.statements).compactMap { statement in
      if case .parameter(let parameter) = statement.kind { parameter } else { nil }
    }
  }
}
