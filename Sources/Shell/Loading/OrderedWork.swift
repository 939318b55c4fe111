/// Work on several threads whose results leave in the order in which the items came.
///
/// At most a few items a thread are in flight, so memory stays bounded; and what leaves doesn't depend on the number
/// of threads. The caller's thread takes the items, results are delivered as soon as their turn has come.
final class OrderedWork<Item: Sendable, Output: Sendable>: @unchecked Sendable {
  /// A function for one thread; it may keep state of its own between items.
  typealias Worker = (Item) -> Output

  private let monitor = Monitor()
  private let deliver: (Output) throws -> Void
  private let window: Int

  // All below is touched under the monitor only.
  private var waiting: [(number: Int, item: Item)] = []
  private var finished: [Int: Output] = [:]
  private var taken = 0
  private var delivered = 0
  private var isDelivering = false
  private var isClosed = false
  private var failure: (any Error)?

  private init(window: Int, deliver: @escaping (Output) throws -> Void) {
    self.window = window
    self.deliver = deliver
  }

  /// Runs a worker's function over everything that `next` gives, until `next` gives nil or something throws.
  /// `deliver` is called by one thread at a time.
  static func run(
    threads: Int, next: () throws -> Item?, worker: @escaping @Sendable () -> Worker,
    deliver: @escaping (Output) throws -> Void
  ) throws {
    let work = OrderedWork(window: threads * 3, deliver: deliver)
    let workers = threads > 1 ? (0..<threads).compactMap { _ in WorkerThread { work.serve(worker()) } } : []
    guard !workers.isEmpty else {
      let function = worker()
      while let item = try next() { try deliver(function(item)) }
      return
    }
    defer { for thread in workers { thread.join() } }
    do {
      while let item = try next(), work.submit(item) {}
    } catch {
      work.close(dropping: true)
      throw error
    }
    work.close(dropping: false)
    try work.finish()
  }

  /// Waits for room; false when a delivery has failed and no more items are wanted.
  private func submit(_ item: Item) -> Bool {
    monitor.locked {
      while taken - delivered >= window, failure == nil { monitor.wait() }
      if failure != nil { return false }
      waiting.append((taken, item))
      taken += 1
      monitor.announce()
      return true
    }
  }

  private func close(dropping: Bool) {
    monitor.locked {
      isClosed = true
      if dropping { waiting = [] }
      monitor.announce()
    }
  }

  private func finish() throws {
    try monitor.locked {
      while delivered < taken, failure == nil { monitor.wait() }
      if let failure { throw failure }
    }
  }

  private func serve(_ function: Worker) {
    while let (number, item) = take() {
      let output = function(item)
      monitor.locked { finished[number] = output }
      deliverInOrder()
    }
  }

  private func take() -> (number: Int, item: Item)? {
    monitor.locked {
      while waiting.isEmpty, !isClosed { monitor.wait() }
      return waiting.isEmpty || failure != nil ? nil : waiting.removeFirst()
    }
  }

  /// Delivers what is next in turn, unless another thread is at it.
  private func deliverInOrder() {
    while let output = nextInTurn() {
      var error: (any Error)?
      do { try deliver(output) } catch let thrown { error = thrown }
      monitor.locked {
        isDelivering = false
        delivered += 1
        if let error { failure = error }
        monitor.announce()
      }
    }
  }

  private func nextInTurn() -> Output? {
    monitor.locked {
      guard !isDelivering, failure == nil, let output = finished.removeValue(forKey: delivered) else { return nil }
      isDelivering = true
      return output
    }
  }
}
