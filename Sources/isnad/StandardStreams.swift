import Output
import QueryLanguage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The three descriptors that every program is born with, or should be.
enum StandardStreams {
  static func prepare() {
    // A write to a closed pipe is an error to handle, not a signal to die of.
    signal(SIGPIPE, SIG_IGN)
    // A descriptor that was closed by the caller would be given to the next file that is opened, and rows meant for
    // standard output would end up there. Opened for reading, it makes every write fail as it should.
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Ends the process as the signal does when nobody catches it, so that a shell sees 130 or 141 and stops its loop.
  static func end(by number: Int32) -> Never {
    signal(number, SIG_DFL)
    raise(number)
    exit(128 + number)
  }

  static func say(_ message: Message) { write("isnad: \(Environment.language.text(message))") }

  /// A line for standard error.
  static func write(_ line: String) {
    try? DescriptorSink(2, name: "standard error").write(Array((line + "\n").utf8))
  }
}
