import CLibedit
import Output

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A text in a file that only its owner can read, for an editor; the file goes with the draft.
final class Draft {
  private let path: String

  init(_ text: String, folder: String) throws {
    let ending = ".isnad"
    let unique = String(repeating: "X", count: 6)
    var template = Array("\(folder)/statement-\(unique)\(ending)".utf8CString)
    let descriptor = mkstemps(&template, Int32(ending.utf8.count))
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard descriptor >= 0 else { throw WriteError.failed(path: path, code: errno) }
    defer { close(descriptor) }
    try DescriptorSink(descriptor, name: path).write(Array((text + "\n").utf8))
  }

  deinit { unlink(path) }

  /// What an editor has made of it. `editor` is a line for `sh`, as EDITOR may hold options.
  func edited(with editor: String) throws -> String {
    let process = isnad_start_program("\(editor) \"$1\"", path, -1)
    guard process > 0 else { throw WriteError.failed(path: editor, code: -process) }
    let code = isnad_await_program(process)
    guard code == 0 else { throw ShellError("\(editor) ended with \(Int(code)); nothing runs") }
    return try TextFile.read(path)
  }
}
