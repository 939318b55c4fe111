import Output
import QueryLanguage

/// Something that can't be done, in one line.
package struct ShellError: Error, CustomStringConvertible {
  package let message: Message
  package init(_ message: Message) { self.message = message }

  package var description: String { message.description }
}

extension ShellError {
  /// Nothing of this kind is called `name`: what is called nearly so, and what there is.
  static func unknown(_ kind: Message, _ name: String, among names: [String]) -> ShellError {
    let shown = SafeText.shown(name)
    if names.isEmpty { return ShellError("no \(kind) \(shown)") }
    let all = names.joined(separator: ", ")
    guard let near = NearNames.nearest(to: name, among: names, limit: 1).first else {
      return ShellError("no \(kind) \(shown); there are: \(all)")
    }
    return ShellError("no \(kind) \(shown); did you mean \(near)? There are: \(all)")
  }
}
