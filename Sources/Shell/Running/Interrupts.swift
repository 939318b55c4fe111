import CLibedit
import QueryEngine

/// Ctrl-C while something runs.
package enum Interrupts {
  /// Stops every query and load of the process.
  package static let cancellation = Cancellation()

  /// With `untilSecond`, a second Ctrl-C before the first was heeded ends the process.
  package static func catchAll(untilSecond: Bool = false) {
    // A static is made on first use, which must not happen in the signal handler.
    cancellation.reset()
    isnad_on_interrupt { Interrupts.cancellation.cancel() }
    isnad_catch_interrupts(untilSecond)
  }

  /// Forgets a Ctrl-C from before.
  static func begin() {
    _ = isnad_take_interrupt()
    cancellation.reset()
  }
}
