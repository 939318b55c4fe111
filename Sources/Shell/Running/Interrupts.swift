import CLibedit
import QueryEngine

/// Ctrl-C while something runs.
package enum Interrupts {
  /// Stops every query and load of the process.
  package static let cancellation = Cancellation()

  package static func catchAll() {
    // A static is made on first use, which must not happen in the signal handler.
    cancellation.reset()
    isnad_on_interrupt { Interrupts.cancellation.cancel() }
    isnad_catch_interrupts()
  }

  /// Forgets a Ctrl-C from before.
  static func begin() {
    _ = isnad_take_interrupt()
    cancellation.reset()
  }
}
