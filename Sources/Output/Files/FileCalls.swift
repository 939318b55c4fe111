#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The system calls behind a file, so that a test can let each of them fail.
package struct FileCalls: Sendable {
  package var write: @Sendable (Int32, UnsafeRawPointer, Int) -> Int
  package var sync: @Sendable (Int32) -> Int32
  package var close: @Sendable (Int32) -> Int32
  package var rename: @Sendable (String, String) -> Int32

  package static let system = FileCalls(
    write: { descriptor, bytes, count in
      #if canImport(Glibc)
        Glibc.write(descriptor, bytes, count)
      #else
        Darwin.write(descriptor, bytes, count)
      #endif
    },
    sync: { fsync($0) },
    close: { descriptor in
      #if canImport(Glibc)
        Glibc.close(descriptor)
      #else
        Darwin.close(descriptor)
      #endif
    },
    rename: { from, to in
      #if canImport(Glibc)
        Glibc.rename(from, to)
      #else
        Darwin.rename(from, to)
      #endif
    })
}
