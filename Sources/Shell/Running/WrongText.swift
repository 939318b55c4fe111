import QueryEngine
import QueryLanguage

/// What is wrong with a statement or a script, kept with it until someone says it in a language.
package struct WrongText: Error {
  let diagnostics: [Diagnostic]
  let text: String
  /// The script; nil for what was typed.
  let file: String?

  init(_ diagnostics: [Diagnostic], text: String, file: String? = nil) {
    self.diagnostics = diagnostics
    self.text = text
    self.file = file
  }

  /// Runs `body`; what it finds wrong with `text` is thrown with it.
  static func pointing<T>(at text: String, file: String? = nil, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let diagnostic as Diagnostic {
      throw WrongText([diagnostic], text: text, file: file)
    } catch let diagnostics as Diagnostics {
      throw WrongText(diagnostics.all, text: text, file: file)
    } catch let unsupported as SQLUnsupported {
      throw ShellError("\(unsupported.description)")
    }
  }

  func said(in language: Interface) -> String {
    diagnostics.map { language.text($0, source: text, file: file) }.joined(separator: "\n")
  }
}
