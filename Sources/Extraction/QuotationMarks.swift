import Language

/// A stretch between quotation marks: the tokens of the marks themselves.
struct QuotedStretch: Equatable {
  /// Token of the opening mark.
  var open: Int
  /// Token of the closing mark; the end of the paragraph when the mark is missing.
  var close: Int
  /// Whether the closing mark stands in the text.
  var closed: Bool

  var content: Range<Int> { open + 1..<max(open + 1, close) }
}

/// Finds quoted stretches in all styles of marks: nested, unbalanced, and running over paragraphs.
struct QuotationMarks {
  /// Outermost stretches in order.
  private(set) var stretches: [QuotedStretch] = []
  /// For each token the stretch that it stands in, marks included, or -1.
  private var at: [Int32]

  private let document: Document

  init(_ document: Document) {
    self.document = document
    at = [Int32](repeating: -1, count: document.tokens.count)
    var start = 0
    for i in document.tokens.indices where document.tokens[i].kind == .newline {
      findPairs(in: start..<i)
      start = i + 1
    }
    findPairs(in: start..<document.tokens.count)
  }

  func stretch(at i: Int) -> QuotedStretch? {
    i >= 0 && i < at.count && at[i] >= 0 ? stretches[Int(at[i])] : nil
  }

  /// The stretch whose opening mark is token `i`.
  func opening(at i: Int) -> QuotedStretch? {
    guard let stretch = stretch(at: i), stretch.open == i else { return nil }
    return stretch
  }

  /// The stretch whose closing mark is token `i`.
  func closing(at i: Int) -> QuotedStretch? {
    guard let stretch = stretch(at: i), stretch.closed, stretch.close == i else { return nil }
    return stretch
  }

  /// Whether token `i` is a quotation mark of any style.
  static func isMark(_ document: Document, _ i: Int) -> Bool {
    guard i >= 0, i < document.tokens.count, document.tokens[i].kind == .sign else { return false }
    switch document.tokens[i].value {
    case Sign.openGuillemet, Sign.leftDouble, Sign.lowDouble, Sign.closeGuillemet, Sign.rightDouble, Sign.quotation:
      return true
    default: return false
    }
  }

  private enum Mark { case open, close, straight }

  private func mark(_ i: Int) -> Mark? {
    guard document.tokens[i].kind == .sign else { return nil }
    switch document.tokens[i].value {
    case Sign.openGuillemet, Sign.leftDouble, Sign.lowDouble: return .open
    case Sign.closeGuillemet, Sign.rightDouble: return .close
    case Sign.quotation, 0x2033, 0xFF02: return .straight
    default: return nil
    }
  }

  private mutating func findPairs(in paragraph: Range<Int>) {
    var open: [Int] = []
    for i in paragraph {
      guard let mark = mark(i) else { continue }
      let matching = open.last { sameStyle($0, i) }
      if opens(i, mark, in: paragraph, inside: matching != nil) {
        open.append(i)
      } else if let first = matching {
        while let last = open.last, last >= first { open.removeLast() }
        if open.isEmpty { add(QuotedStretch(open: first, close: i, closed: true)) }
      }
    }
    // An outer mark without its partner: what was paired inside still counts.
    guard let first = open.first else { return }
    if hasPairs(in: first + 1..<paragraph.upperBound) {
      findPairs(in: first + 1..<paragraph.upperBound)
    } else if paragraph.upperBound - first > 4 {
      add(QuotedStretch(open: first, close: paragraph.upperBound, closed: false))
    }
  }

  private func hasPairs(in range: Range<Int>) -> Bool {
    range.reduce(0) { $0 + (mark($1) == nil ? 0 : 1) } >= 2
  }

  /// Whether the mark at `i` opens. A straight one outside any stretch opens unless it stands like a closing one
  /// whose partner is missing; inside one it opens only when it clearly stands before a word.
  private func opens(_ i: Int, _ mark: Mark, in paragraph: Range<Int>, inside: Bool) -> Bool {
    switch mark {
    case .open: return !inside || !closesByPosition(i, paragraph)
    case .close: return !inside && opensByPosition(i, paragraph)
    case .straight:
      if inside { return opensByPosition(i, paragraph) && document.tokens[i + 1].kind == .word }
      // Where they pair up, one written to the word before it opens all the same.
      return !closesByPosition(i, paragraph) || straightMarks(from: i, to: paragraph.upperBound) % 2 == 0
    }
  }

  private func straightMarks(from i: Int, to end: Int) -> Int {
    (i..<end).reduce(0) { $0 + (mark($1) == .straight ? 1 : 0) }
  }

  private mutating func add(_ stretch: QuotedStretch) {
    for i in stretch.open..<min(stretch.close + 1, at.count) { at[i] = Int32(stretches.count) }
    stretches.append(stretch)
  }

  /// Straight marks close straight ones, curly close curly; a paper that mixes the two is not told apart from nesting.
  private func sameStyle(_ a: Int, _ b: Int) -> Bool {
    func family(_ sign: Int32) -> Int {
      switch sign {
      case Sign.openGuillemet, Sign.closeGuillemet: 1
      case Sign.leftDouble, Sign.rightDouble, Sign.lowDouble: 2
      default: 3
      }
    }
    return family(document.tokens[a].value) == family(document.tokens[b].value)
  }

  private func opensByPosition(_ i: Int, _ paragraph: Range<Int>) -> Bool {
    document.tokens[i].spaced && i + 1 < paragraph.upperBound && !document.tokens[i + 1].spaced
  }

  /// Written to the word before it, with white space, a sign or nothing behind it.
  private func closesByPosition(_ i: Int, _ paragraph: Range<Int>) -> Bool {
    guard i > paragraph.lowerBound, !document.tokens[i].spaced, document.tokens[i - 1].kind != .sign else {
      return false
    }
    return i + 1 >= paragraph.upperBound || document.tokens[i + 1].spaced || document.tokens[i + 1].kind == .sign
  }
}
