#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that appears whole or not at all.
///
/// Bytes go to a temporary file in the same folder; `commit` syncs, closes and renames it. Until then, and after any
/// failure, a file that was there before stays as it was.
package final class CheckedFile: ByteSink {
  package let path: String
  private let temporary: String
  private let calls: FileCalls
  private let replaces: Bool
  private var descriptor: Int32

  /// Opens the temporary file. An existing file at `path` is refused without `force`.
  package init(_ path: String, force: Bool, calls: FileCalls = .system) throws {
    self.path = path
    self.calls = calls
    self.replaces = force
    let old = try Self.existing(path)
    if old != nil, !force { throw WriteError.exists(path: path) }
    (temporary, descriptor) = try Self.openTemporary(beside: path)
    if let old { fchmod(descriptor, old & 0o7777) }
  }

  deinit { discard() }

  package func write(_ bytes: Bytes) throws {
    precondition(descriptor >= 0, "written after commit")
    try DescriptorSink(descriptor, name: path, calls: calls).write(bytes)
  }

  /// Makes the bytes written so far the content of `path`.
  package func commit() throws {
    precondition(descriptor >= 0, "committed twice")
    do {
      try check(calls.sync(descriptor))
      let closing = descriptor
      descriptor = -1
      try check(calls.close(closing))
      // Someone may have made the file since `init`.
      if !replaces, try Self.existing(path) != nil { throw WriteError.exists(path: path) }
      try check(calls.rename(temporary, path))
    } catch {
      unlink(temporary)
      throw error
    }
    syncFolder()
  }

  /// Gives up: the temporary file goes, `path` stays as it was.
  package func discard() {
    guard descriptor >= 0 else { return }
    _ = calls.close(descriptor)
    unlink(temporary)
    descriptor = -1
  }

  private func check(_ result: Int32) throws {
    if result != 0 { throw WriteError.failed(path: path, code: errno) }
  }

  /// The mode of the regular file at `path`; nil when there is nothing.
  private static func existing(_ path: String) throws -> mode_t? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw WriteError.failed(path: path, code: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw WriteError.notAFile(path: path) }
    return status.st_mode
  }

  private static func openTemporary(beside path: String) throws -> (String, Int32) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    for attempt in 0..<100 {
      let temporary = "\(folder).\(name).\(getpid())-\(attempt).tmp"
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (temporary, descriptor) }
      guard errno == EEXIST else { break }
    }
    throw WriteError.failed(path: path, code: errno)
  }

  /// A rename is only safe from a power cut once its folder is on disk. Not every file system offers it.
  private func syncFolder() {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = open(slash.map { String(path[...$0]) } ?? ".", O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    _ = fsync(folder)
    _ = calls.close(folder)
  }
}
