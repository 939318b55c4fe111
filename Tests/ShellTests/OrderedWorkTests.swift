import Synchronization
import Testing

@testable import Shell

@Suite struct OrderedWorkTests {
  struct Failure: Error {}

  /// Delivers squares of 0..<count; items take different times.
  private func squares(_ count: Int, threads: Int, failAt: Int? = nil, endAt: Int? = nil) throws -> [Int] {
    var next = 0
    let delivered = Mutex<[Int]>([])
    try OrderedWork<Int, Int>.run(
      threads: threads,
      next: {
        if next == endAt { throw Failure() }
        defer { next += 1 }
        return next < count ? next : nil
      },
      worker: {
        { item in
          var x = item
          for _ in 0..<((item * 7919) % 5000) { x = (x &* 31) & 0xFFFF }
          return x < 0 ? -1 : item * item
        }
      },
      deliver: { output in
        if output == failAt.map({ $0 * $0 }) { throw Failure() }
        delivered.withLock { $0.append(output) }
      })
    return delivered.withLock { $0 }
  }

  @Test(arguments: [1, 2, 3, 16]) func keepsTheOrder(_ threads: Int) throws {
    #expect(try squares(500, threads: threads) == (0..<500).map { $0 * $0 })
    #expect(try squares(0, threads: threads).isEmpty)
    #expect(try squares(1, threads: threads) == [0])
  }

  @Test(arguments: [1, 2, 16]) func endsWhenNothingCanBeDelivered(_ threads: Int) {
    #expect(throws: Failure.self) { try squares(10_000, threads: threads, failAt: 20) }
  }

  @Test(arguments: [1, 2, 16]) func endsWhenNothingCanBeRead(_ threads: Int) {
    #expect(throws: Failure.self) { try squares(10_000, threads: threads, endAt: 100) }
  }
}
