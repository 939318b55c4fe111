/// Where the shell gets its lines: a terminal with editing, or a pipe.
package protocol LineReader: AnyObject {
  func read(prompt: String) -> LineReading
  /// Keeps a whole statement, which may have several lines, for recall.
  func remember(_ statement: String) throws
  /// Statements entered, the newest last.
  func history(last count: Int) -> [String]
  /// Whether more lines are there already: a pipe, or a pasted block.
  var hasMore: Bool { get }
}

package enum LineReading: Equatable {
  case line(String)
  /// Ctrl-C.
  case interrupted
  /// Ctrl-D, or the end of a pipe.
  case end
}
