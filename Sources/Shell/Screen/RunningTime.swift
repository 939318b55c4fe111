/// Says on a terminal how long a query has been running, once that is longer than half a second.
final class RunningTime: @unchecked Sendable {
  private let monitor = Monitor()
  private let screen: Screen
  // Under the monitor only.
  private var isOver = false

  private static let patience = 500
  private static let interval = 200

  private init(_ screen: Screen) { self.screen = screen }

  static func shown<T>(on screen: Screen, _ body: () throws -> T) rethrows -> T {
    guard screen.isTerminal else { return try body() }
    let time = RunningTime(screen)
    let thread = WorkerThread { time.show() }
    defer {
      time.end()
      thread?.join()
    }
    return try body()
  }

  private func show() {
    let start = ContinuousClock.now
    monitor.locked {
      if !isOver { monitor.wait(milliseconds: Self.patience) }
      guard !isOver else { return }
      while !isOver {
        let tenths = Int((ContinuousClock.now - start) / .milliseconds(100))
        screen.overwriteLine(screen.language.text("\(tenths / 10).\(tenths % 10) s; Ctrl-C stops"))
        monitor.wait(milliseconds: Self.interval)
      }
      screen.overwriteLine("")
    }
  }

  private func end() {
    monitor.locked {
      isOver = true
      monitor.announce()
    }
  }
}
