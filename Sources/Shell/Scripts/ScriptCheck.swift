import QueryEngine
import QueryLanguage

/// Parses and type-checks a script without running it.
package enum ScriptCheck {
  /// Everything that is wrong with the script at `path` and what it includes, as a user reads it; and whether some of
  /// it is an error.
  package static func check(_ path: String, _ session: Session, _ language: Interface) throws -> (
    messages: [String], failed: Bool
  ) {
    let files = try ScriptFiles(path)
    var session = session
    var messages: [String] = []
    var failed = false
    for file in files.all {
      for diagnostic in session.enter(file.script, allowsMissingParameters: true) {
        messages.append(language.text(diagnostic, source: file.text, file: file.path))
        failed = failed || diagnostic.severity == .error
      }
    }
    return (messages, failed)
  }

  /// The script at `path` in canonical form, comments kept; what it includes is left alone. Call it on a script that
  /// passes the check: one that doesn't parse has no form.
  package static func formatted(_ path: String) throws -> String {
    guard let script = try ScriptFiles(path).all.last else { return "" }
    return try Formatter.format(script.text)
  }
}
