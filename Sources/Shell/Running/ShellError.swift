/// Something that can't be done, in one line.
package struct ShellError: Error, CustomStringConvertible {
  package let description: String
  package init(_ description: String) { self.description = description }
}
