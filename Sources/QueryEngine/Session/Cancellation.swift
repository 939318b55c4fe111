import Synchronization

/// Stops a running query from another thread or a signal handler.
package final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  package init() {}

  package var isCancelled: Bool { flag.load(ordering: .relaxed) }
  package func cancel() { flag.store(true, ordering: .relaxed) }
  package func reset() { flag.store(false, ordering: .relaxed) }

  func check() throws {
    if isCancelled { throw QueryFailure.cancelled }
  }
}
