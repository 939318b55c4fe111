import QueryLanguage

/// Something that can't be done, in one line.
package struct ShellError: Error, CustomStringConvertible {
  package let message: Message
  package init(_ message: Message) { self.message = message }

  package var description: String { message.description }
}
