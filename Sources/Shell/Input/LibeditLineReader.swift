import CLibedit
import Output

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lines from a terminal, edited with libedit. One a process.
package final class LibeditLineReader: LineReader {
  private let editor: OpaquePointer
  /// What Tab offers for the line before the cursor, set once the shell is there.
  var completion: ((_ before: String) -> CompletionList)?
  var screen: Screen?

  /// Nil when standard input is no terminal.
  package init?() {
    isnad_use_utf8()
    guard let editor = isnad_editor_open("isnad") else { return nil }
    self.editor = editor
    isnad_editor_set_completion(
      editor,
      { context, before, _ in
        let reader = Unmanaged<LibeditLineReader>.fromOpaque(context!).takeUnretainedValue()
        return reader.complete(String(cString: before))
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { isnad_editor_close(editor) }

  /// Recalls the statements of `path` and adds those to come.
  package func openHistory(_ path: String) throws {
    let code = isnad_editor_open_history(editor, path)
    if code != 0 { throw WriteError.failed(path: path, code: code) }
  }

  package var hasMore: Bool {
    var request = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }

  package func read(prompt: String) -> LineReading {
    var line: UnsafePointer<CChar>?
    switch isnad_editor_read(editor, prompt, &line) {
    case ISNAD_LINE: return line.map { .line(String(cString: $0)) } ?? .end
    case ISNAD_INTERRUPTED: return .interrupted
    default: return .end
    }
  }

  package func remember(_ statement: String) throws {
    let code = isnad_editor_remember(editor, statement)
    if code != 0 { throw WriteError.failed(path: "the history", code: code) }
  }

  package func history(last count: Int) -> [String] {
    var statements: [String] = []
    while statements.count < count, let entry = isnad_editor_history(editor, Int32(statements.count)) {
      statements.append(String(cString: entry))
    }
    return statements.reversed()
  }

  /// Puts in what all candidates have in common, or lists them when that is nothing new.
  private func complete(_ before: String) -> IsnadCompletionResult {
    guard let list = completion?(before), !list.candidates.isEmpty else { return ISNAD_NO_COMPLETION }
    if let text = list.insertion {
      isnad_editor_delete(editor, Int32(list.replaced.unicodeScalars.count))
      isnad_editor_insert(editor, text)
      return ISNAD_COMPLETED
    }
    guard let screen else { return ISNAD_NO_COMPLETION }
    screen.show("\n" + list.listing(width: screen.width ?? 80, screen.language))
    return ISNAD_PRINTED
  }
}
