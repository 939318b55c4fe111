import CLibedit
import Output

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Shows what is longer than the screen in another program.
struct Pager {
  let command: String

  /// `less` with colours, gone by itself when everything fits, and silent about isolates.
  static let less = "LESSCHARSET=utf-8 LESSUTFCHARDEF=2066-2069:c less -RFX"
  /// What `sh` answers when there is no such program.
  private static let notFound: Int32 = 127

  /// False when the program isn't there, and nothing was shown.
  func show(_ bytes: Bytes) throws -> Bool {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw WriteError.failed(path: command, code: errno) }
    // The pager would wait for ever for the end of a pipe that it holds open itself.
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    let process = isnad_start_program(command, nil, ends[0])
    close(ends[0])
    guard process > 0 else {
      close(ends[1])
      throw WriteError.failed(path: command, code: -process)
    }
    // Whoever leaves a pager early has read enough.
    try? DescriptorSink(ends[1], name: command).write(bytes)
    close(ends[1])
    return isnad_await_program(process) != Self.notFound
  }
}
