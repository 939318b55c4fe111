/// Shows how far a load has come, once it takes longer than half a second and only on a terminal:
/// `12400 articles, 14.2 MB/s`.
final class LoadProgress {
  private let screen: Screen
  private let start = ContinuousClock.now
  private var shownAt = ContinuousClock.now
  private var articles = 0
  private var bytes = 0
  private var isShown = false

  private static let patience = Duration.milliseconds(500)
  private static let interval = Duration.milliseconds(100)

  init(_ screen: Screen) { self.screen = screen }

  func advance(articles more: Int, bytes moreBytes: Int) {
    articles += more
    bytes += moreBytes
    let now = ContinuousClock.now
    guard screen.isTerminal, now - start > Self.patience, now - shownAt > Self.interval else { return }
    shownAt = now
    isShown = true
    screen.overwriteLine("\(articles) articles, \(speed(now - start)) MB/s")
  }

  /// Takes the line away again.
  func finish() {
    if isShown { screen.overwriteLine("") }
    isShown = false
  }

  private func speed(_ duration: Duration) -> String {
    let seconds = duration / .seconds(1)
    let tenths = Int(Double(bytes) / 1e5 / seconds)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
