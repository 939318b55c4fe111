import QueryEngine

/// Stops a query that takes too long to be of use.
final class Deadline: @unchecked Sendable {
  private let monitor = Monitor()
  // Under the monitor only.
  private var isMet = false

  /// What `body` returns; it is cancelled after some time, and then returns what it does when it is.
  static func run<T>(milliseconds: Int, _ cancellation: Cancellation, _ body: () -> T) -> T {
    let deadline = Deadline()
    let thread = WorkerThread {
      deadline.monitor.locked {
        if !deadline.isMet { deadline.monitor.wait(milliseconds: milliseconds) }
        if !deadline.isMet { cancellation.cancel() }
      }
    }
    defer {
      deadline.monitor.locked {
        deadline.isMet = true
        deadline.monitor.announce()
      }
      thread?.join()
      cancellation.reset()
    }
    return body()
  }
}
