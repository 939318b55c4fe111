#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

package enum Processors {
  /// The processors that are switched on.
  package static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
