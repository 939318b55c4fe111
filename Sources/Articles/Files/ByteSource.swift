#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the bytes of an input come from.
protocol ByteSource: AnyObject {
  /// Puts up to `count` bytes at `target` and says how many; 0 at the end.
  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(InputFault) -> Int
}

/// An open file, pipe or terminal.
final class FileSource: ByteSource {
  private let descriptor: Int32
  private let isOwned: Bool
  private(set) var bytesRead = 0

  init(_ path: String) throws(InputFault) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    isOwned = true
    if descriptor < 0 { throw Self.fault(errno) }
  }

  private init(standard descriptor: Int32) {
    self.descriptor = descriptor
    isOwned = false
  }

  static var standardInput: FileSource { FileSource(standard: 0) }

  deinit {
    if isOwned, descriptor >= 0 { close(descriptor) }
  }

  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(InputFault) -> Int {
    while true {
      #if canImport(Glibc)
        let read = Glibc.read(descriptor, target, count)
      #else
        let read = Darwin.read(descriptor, target, count)
      #endif
      if read >= 0 {
        bytesRead += read
        return read
      }
      // A signal (the terminal's size has changed, say) is no failure.
      if errno != EINTR { throw Self.fault(errno) }
    }
  }

  private static func fault(_ code: Int32) -> InputFault { InputFault(what: String(cString: strerror(code))) }
}

/// Bytes that are in memory already.
final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(InputFault) -> Int {
    let count = min(count, bytes.count - position)
    bytes.withUnsafeBufferPointer { bytes in
      if count > 0 { target.update(from: bytes.baseAddress! + position, count: count) }
    }
    position += count
    return count
  }
}
