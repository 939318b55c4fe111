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
  /// Asked while a pipe has nothing to give.
  private let isStopped: @Sendable () -> Bool
  /// Regular files never make anyone wait.
  private let mayWait: Bool

  /// How long it takes at most until a stop is seen.
  private static let patience: Int32 = 100

  init(_ path: String, isStopped: @escaping @Sendable () -> Bool) throws(InputFault) {
    // A pipe that nobody writes to yet would keep even the opening waiting.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    isOwned = true
    self.isStopped = isStopped
    if descriptor < 0 { throw Self.fault(errno) }
    mayWait = Self.mayWait(descriptor)
  }

  init(standardInputUntil isStopped: @escaping @Sendable () -> Bool) {
    descriptor = 0
    isOwned = false
    self.isStopped = isStopped
    mayWait = Self.mayWait(0)
  }

  private static func mayWait(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  /// Waits until there is something to read; false when nobody wants it any more.
  private func wait() -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while !isStopped() {
      let ready = poll(&request, 1, Self.patience)
      if ready > 0 || ready < 0 && errno != EINTR { return true }
    }
    return false
  }

  deinit {
    if isOwned, descriptor >= 0 { close(descriptor) }
  }

  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(InputFault) -> Int {
    while true {
      if mayWait, !wait() { throw InputFault(what: "stopped") }
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
      if errno != EINTR, errno != EAGAIN { throw Self.fault(errno) }
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
