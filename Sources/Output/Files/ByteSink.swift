#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where finished bytes go.
package protocol ByteSink {
  func write(_ bytes: Bytes) throws
}

/// Why bytes could not be written.
package enum WriteError: Error, Equatable {
  /// The reader of a pipe has gone; the program ends quietly.
  case closedPipe
  case exists(path: String)
  case notAFile(path: String)
  /// A system call on `path` failed with `code` (an `errno`).
  case failed(path: String, code: Int32)
}

/// Writes to an open descriptor, such as standard output, until every byte is taken.
package struct DescriptorSink: ByteSink {
  private let descriptor: Int32
  private let name: String
  private let calls: FileCalls

  package init(_ descriptor: Int32, name: String, calls: FileCalls = .system) {
    self.descriptor = descriptor
    self.name = name
    self.calls = calls
  }

  package static let standardOutput = DescriptorSink(1, name: "standard output")

  package func write(_ bytes: Bytes) throws {
    var written = 0
    while written < bytes.count {
      let n = bytes.withUnsafeBytes { calls.write(descriptor, $0.baseAddress! + written, bytes.count - written) }
      if n >= 0 {
        written += n
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: waitUntilWritable()
      case EPIPE: throw WriteError.closedPipe
      default: throw WriteError.failed(path: name, code: errno)
      }
    }
  }

  /// A terminal or pipe that another process made non-blocking refuses bytes until it has room.
  private func waitUntilWritable() {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, 1000)
  }
}

/// Keeps what is written, for tests and for text that goes on elsewhere.
package final class MemorySink: ByteSink {
  package private(set) var bytes: Bytes = []

  package init() {}

  package func write(_ bytes: Bytes) { self.bytes += bytes }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
