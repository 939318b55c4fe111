import QueryLanguage

/// Shows how far a load has come, once it takes longer than half a second and only on a terminal:
/// `#####---------------  12400 articles, 14.2 MB/s, 8 s left`.
final class LoadProgress {
  private let screen: Screen
  /// The bytes of all inputs; nil where nobody knows, and no end can be foretold.
  private let size: Int?
  private let start = ContinuousClock.now
  private var shownAt = ContinuousClock.now
  private var articles = 0
  private var bytes = 0
  private var isShown = false

  private static let patience = Duration.milliseconds(500)
  private static let interval = Duration.milliseconds(100)
  private static let barWidth = 20

  init(_ screen: Screen, size: Int?) {
    self.screen = screen
    self.size = size
  }

  /// `position` is how much of the inputs has been read.
  func advance(articles more: Int, bytes moreBytes: Int, to position: Int) {
    articles += more
    bytes += moreBytes
    let now = ContinuousClock.now
    guard screen.isTerminal, now - start > Self.patience, now - shownAt > Self.interval else { return }
    shownAt = now
    isShown = true
    let elapsed = (now - start) / .seconds(1)
    let language = screen.language
    let state = language.text("\(language.counted(articles, "article")), \(speed(elapsed)) MB/s")
    let share = size.flatMap { $0 > 0 && position > 0 ? min(1, Double(position) / Double($0)) : nil }
    guard let share else { return screen.overwriteLine(state) }
    let left = Int((elapsed / share - elapsed).rounded(.up))
    screen.overwriteLine("\(Self.bar(share))  " + language.text("\(state), \(Self.time(left)) left"))
  }

  /// Takes the line away again.
  func finish() {
    if isShown { screen.overwriteLine("") }
    isShown = false
  }

  private func speed(_ seconds: Double) -> String {
    let tenths = Int(Double(bytes) / 1e5 / seconds)
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func bar(_ share: Double) -> String {
    let full = Int(share * Double(barWidth))
    return String(repeating: "#", count: full) + String(repeating: "-", count: barWidth - full)
  }

  /// `8 s`, `3 min`.
  private static func time(_ seconds: Int) -> Message { seconds < 120 ? "\(seconds) s" : "\(seconds / 60) min" }
}
