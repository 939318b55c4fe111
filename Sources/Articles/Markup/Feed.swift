extension InputFormat {
  /// RSS (0.9 to 2.0) and Atom.
  static var feed: InputFormat {
    InputFormat(recognizes: Feed.recognizes, parser: { Feed($0) })
  }
}

/// Takes the items of a feed; the feed's title is their outlet.
final class Feed: ArticleParser {
  private let input: Input
  private var tree: MarkupTree?
  private var items: ArraySlice<MarkupNode>?
  private var outlet: String?
  private var lang: String?
  private var count = 0

  init(_ input: Input) { self.input = input }

  static func recognizes(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = head.trimmed
    guard text.first == UInt8(ascii: "<") else { return false }
    let start = String(decoding: text.prefix(4096), as: UTF8.self)
    return ["<rss", "<feed", "<rdf:RDF"].contains { start.contains($0) } && !start.contains("<html")
  }

  func next(into batch: inout ArticleBatch) -> Bool {
    if items == nil, !open(into: &batch) { return false }
    guard let item = items?.popFirst() else { return false }
    count += 1
    input.add(fields(item), position: count, to: &batch)
    return true
  }

  private func open(into batch: inout ArticleBatch) -> Bool {
    items = []
    guard let bytes = input.window.takeAll(limit: input.limit) else {
      batch.problems.append(input.tooLong())
      return false
    }
    let isRepaired = Charset.reading(bytes, named: nil) { bytes, _, isRepaired in
      tree = MarkupTree.xml(bytes)
      return isRepaired
    }
    guard let root = tree?.root else {
      batch.problems.append(input.problem("XML that can't be read"))
      return false
    }
    if isRepaired {
      batch.problems.append(input.problem("bytes that are no UTF-8", cost: .altered, wayOut: "convert it to UTF-8"))
    }
    var found: [MarkupNode] = []
    root.visit { if $0.name == "item" || $0.name == "entry" { found.append($0) } }
    items = found[...]
    let channel = root.children.first { $0.name == "channel" } ?? root
    outlet = Self.child(channel, "title")
    lang = Self.child(channel, "language") ?? root["lang"]
    if found.isEmpty { batch.problems.append(input.problem("a feed without items")) }
    return true
  }

  private func fields(_ item: MarkupNode) -> ArticleFields {
    var fields = ArticleFields()
    for name in ["guid", "id"] { fields.offer(.id, Self.child(item, name)) }
    fields.offer(.title, Self.child(item, "title"))
    for name in ["pubdate", "published", "date", "updated"] { fields.offer(.published, Self.child(item, name)) }
    for name in ["creator", "author"] { fields.offer(.author, Self.child(item, name)) }
    fields.offer(.url, link(item))
    fields.offer(.outlet, outlet)
    fields.offer(.lang, lang)
    // `encoded` and `content` are the whole article, the others may be its first lines.
    for name in ["encoded", "content", "description", "summary"] { fields.offer(.text, text(item, name)) }
    return fields
  }

  private static func child(_ item: MarkupNode, _ name: String) -> String? {
    item.children.first { $0.name == name && !$0.words.isEmpty }?.words
  }

  /// RSS has the address as text, Atom as an attribute.
  private func link(_ item: MarkupNode) -> String? {
    Self.child(item, "link") ?? item.children.first { $0.name == "link" && $0["href"] != nil }?["href"]
  }

  /// The text of a child that holds HTML, escaped or as elements, or plain text.
  private func text(_ item: MarkupNode, _ name: String) -> String? {
    guard let child = item.children.first(where: { $0.name == name }) else { return nil }
    if child.children.contains(where: \.isElement) { return ReadableText.lines(child) }
    let content = child.content
    guard content.contains("<") || content.contains("&") else { return content }
    return Array("<html><body>\(content)</body></html>".utf8).withUnsafeBufferPointer { bytes in
      let tree = MarkupTree.html(bytes)
      return withExtendedLifetime(tree) { tree?.root.map(ReadableText.lines) }
    }
  }
}
