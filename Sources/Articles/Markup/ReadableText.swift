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
    score(page) { parent, value in
      if let i = candidates.firstIndex(where: { $0.node == parent.node }) {
        scores[i] += value
      } else {
        candidates.append(parent)
        scores.append(value)
      }
    }
    guard let best = scores.max(), let i = scores.firstIndex(of: best) else { return lines(page) }
    return lines(candidates[i])
  }

  private static func score(_ node: MarkupNode, _ award: (MarkupNode, Int) -> Void) {
    if unread.contains(node.name) { return }
    if node.name == "p", let parent = node.parent {
      let length = node.content.utf8.count - linked(node)
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
    node.visit { if $0.name == "a" { length += $0.content.utf8.count } }
    return length
  }

  private var lines: [String] = []
  private var words: [String] = []
  private var endsInSpace = true

  private init() {}

  private mutating func add(_ node: MarkupNode) {
    if node.isText { return add(node.content) }
    let name = node.name
    if !node.isElement || Self.unread.contains(name) { return }
    let isBlock = Self.blocks.contains(name)
    if isBlock { endLine() }
    // A list entry that is one link leads to another article.
    if name == "li", Self.linked(node) * 2 > node.content.utf8.count { return }
    for child in node.children { add(child) }
    if isBlock { endLine() }
  }

  /// Adds text whose white space counts as one space, also where it meets what came before.
  private mutating func add(_ text: String) {
    let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = parts.first else {
      endsInSpace = true
      return
    }
    if endsInSpace || text.first?.isWhitespace == true || words.isEmpty {
      words += parts
    } else {
      words[words.count - 1] += first
      words += parts.dropFirst()
    }
    endsInSpace = text.last?.isWhitespace == true
  }

  private mutating func endLine() {
    if !words.isEmpty { lines.append(words.joined(separator: " ")) }
    words = []
    endsInSpace = true
  }
}
