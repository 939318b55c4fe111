/// Finds the part of a page that is read, and leaves out menus, advertisements and lists of links.
struct ReadableText {
  private static let unread: Set = [
    "script", "style", "noscript", "template", "head", "nav", "aside", "footer", "form", "button", "select", "iframe",
    "svg", "figure", "figcaption", "video", "audio", "header",
  ]
  private static let blocks: Set = [
    "p", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "td",
    "tr", "table", "body", "pre", "dd", "dt", "dl", "br",
  ]
  /// A paragraph of fewer bytes says nothing about where the article is.
  private static let telling = 80

  /// The paragraphs below `node`, one a line.
  static func lines(_ node: MarkupNode) -> String {
    var text = ReadableText()
    text.add(node)
    text.endLine()
    return text.lines.joined(separator: "\n")
  }

  /// The text of the element whose paragraphs hold the most words that aren't links.
  static func main(of page: MarkupNode) -> String {
    var scores: [Int] = []
    var candidates: [MarkupNode] = []
    var places: [UnsafeMutableRawPointer: Int] = [:]
    score(page) { parent, value in
      let place = places[parent.node, default: candidates.count]
      if place == candidates.count {
        places[parent.node] = place
        candidates.append(parent)
        scores.append(0)
      }
      scores[place] += value
    }
    guard let best = scores.max(), let i = scores.firstIndex(of: best) else { return lines(page) }
    return lines(candidates[i])
  }

  private static func score(_ node: MarkupNode, _ award: (MarkupNode, Int) -> Void) {
    if unread.contains(node.name) { return }
    if node.name == "p", let parent = node.parent {
      let length = node.length - linked(node)
      guard length >= telling else { return }
      award(parent, length)
      // Paragraphs may be wrapped by threes and fours; half a vote for what holds the wrappers.
      if let outer = parent.parent { award(outer, length / 2) }
      return
    }
    for child in node.children { score(child, award) }
  }

  /// The bytes of text in links.
  private static func linked(_ node: MarkupNode) -> Int {
    var length = 0
    node.visit { if $0.name == "a" { length += $0.length } }
    return length
  }

  private var lines: [String] = []
  private var line: [UInt8] = []
  private var isAfterSpace = false

  private init() {}

  private mutating func add(_ node: MarkupNode) {
    if node.isText { return add(node.bytes) }
    let name = node.name
    if !node.isElement || Self.unread.contains(name) { return }
    let isBlock = Self.blocks.contains(name)
    if isBlock { endLine() }
    // A list entry that is one link leads to another article.
    if name == "li", Self.linked(node) * 2 > node.length { return }
    for child in node.children { add(child) }
    if isBlock { endLine() }
  }

  /// Adds text whose white space, also the kind that doesn't break, counts as one space.
  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      let isHardSpace = byte == 0xc2 && i + 1 < bytes.count && bytes[i + 1] == 0xa0
      i += isHardSpace ? 2 : 1
      if byte <= 0x20 || isHardSpace {
        isAfterSpace = true
        continue
      }
      if isAfterSpace, !line.isEmpty { line.append(0x20) }
      isAfterSpace = false
      line.append(byte)
    }
  }

  private mutating func endLine() {
    if !line.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
    line.removeAll(keepingCapacity: true)
    isAfterSpace = false
  }
}
