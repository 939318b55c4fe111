import Facts
import Synchronization

/// Strings of the store, and those that queries made, under one numbering.
package final class TextPool: Sendable {
  private let base: StringArena
  private let extra = Mutex(StringArena())

  package init(_ base: StringArena) { self.base = base }

  /// The code of a text, new or known.
  func code(of text: String) -> Cell {
    if let code = base.code(of: text) { return Cell(code) }
    return Cell(base.count) + Cell(extra.withLock { $0.intern(text) })
  }

  func text(_ cell: Cell) -> String {
    if cell < Cell(base.count) { return base[UInt32(cell)] }
    return extra.withLock { $0[UInt32(cell - Cell(base.count))] }
  }

  func withBytes<R: Sendable>(of cell: Cell, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    if cell < Cell(base.count) { return base.withBytes(of: UInt32(cell), body) }
    return extra.withLock { arena in arena.withBytes(of: UInt32(cell - Cell(base.count)), body) }
  }

  func precedes(_ a: Cell, _ b: Cell) -> Bool {
    if a == b { return false }
    if a < Cell(base.count), b < Cell(base.count) { return base.precedes(UInt32(a), UInt32(b)) }
    return text(a).utf8.lexicographicallyPrecedes(text(b).utf8)
  }
}
