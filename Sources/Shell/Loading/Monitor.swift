#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A lock with one condition to wait for.
final class Monitor: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(condition)
    mutex.deallocate()
    condition.deallocate()
  }

  func locked<T>(_ body: () throws -> T) rethrows -> T {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body()
  }

  /// Inside `locked`: lets go of the lock until `announce` is called.
  func wait() { pthread_cond_wait(condition, mutex) }

  /// Inside `locked`: as `wait`, but not for longer than this.
  func wait(milliseconds: Int) {
    var end = timespec()
    clock_gettime(CLOCK_REALTIME, &end)
    let nanoseconds = end.tv_nsec + milliseconds * 1_000_000
    end.tv_sec += nanoseconds / 1_000_000_000
    end.tv_nsec = nanoseconds % 1_000_000_000
    pthread_cond_timedwait(condition, mutex, &end)
  }

  func announce() { pthread_cond_broadcast(condition) }
}

/// A thread with a stack large enough for deeply nested input on every system. What the terminal signals is not for it:
/// that must wake the thread that reads a line.
struct WorkerThread {
  private let thread: pthread_t
  private static let stackSize = 8 << 20

  /// Nil when the system has no thread to give.
  init?(_ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    var before = sigset_t()
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH] { sigaddset(&signals, signal) }
    // A new thread inherits the mask of its maker.
    pthread_sigmask(SIG_BLOCK, &signals, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let box = Unmanaged.passRetained(Body(body))
    #if canImport(Glibc)
      var thread = pthread_t()
      let code = pthread_create(&thread, &attributes, { Self.run($0!) }, box.toOpaque())
      self.thread = thread
    #else
      var thread: pthread_t?
      let code = pthread_create(&thread, &attributes, { Self.run($0) }, box.toOpaque())
      guard let thread else {
        box.release()
        return nil
      }
      self.thread = thread
    #endif
    if code != 0 {
      box.release()
      return nil
    }
  }

  func join() { pthread_join(thread, nil) }

  private static func run(_ box: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Body>.fromOpaque(box).takeRetainedValue().body()
    return nil
  }

  private final class Body {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
