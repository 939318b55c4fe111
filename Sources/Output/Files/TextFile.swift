#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A text that is read whole: a script, a start-up file.
package enum TextFile {
  /// Why a file could not be read.
  package struct Failure: Error {
    package enum Reason {
      case tooLong, notUTF8
      /// A system call failed with this `errno`.
      case system(Int32)
    }

    package let path: String
    package let reason: Reason
  }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static let limit = 64 << 20

  package static func read(_ path: String) throws -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var bytes = Bytes()
    var block = Bytes(repeating: 0, count: 64 << 10)
    while true {
      let n = block.withUnsafeMutableBytes { systemRead(descriptor, $0) }
      if n < 0, errno == EINTR { continue }
      guard n >= 0 else { throw failure(path) }
      if n == 0 { break }
      bytes += block[..<n]
      guard bytes.count <= limit else { throw Failure(path: path, reason: .tooLong) }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(path: path, reason: .notUTF8)
    }
    return text
  }

  private static func failure(_ path: String) -> Failure {
    Failure(path: path, reason: .system(errno))
  }
}

/// `read` under a name that the methods called `read` don't hide.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}
