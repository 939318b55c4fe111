/// Reads what a page says about itself: schema.org JSON-LD first, then OpenGraph and other `meta` elements.
struct PageMetadata {
  private(set) var fields = ArticleFields()
  /// The article's text in JSON-LD, which has lost its paragraphs more often than not.
  private(set) var body: String?
  private var metas: [String: String] = [:]
  private var title: String?
  private var time: String?
  private var heading: String?

  init(_ page: MarkupNode) {
    fields.offer(.lang, page["lang"])
    page.visit { node in
      switch node.name {
      case "script" where node["type"]?.lowercased() == "application/ld+json": addLinkedData(node.content)
      case "meta": addMeta(node)
      case "title": title = title ?? node.words
      case "h1": heading = heading ?? node.words
      case "time": time = time ?? node["datetime"]
      case "link" where node["rel"]?.lowercased() == "canonical": metas["canonical"] = node["href"]
      default: break
      }
    }
    offerMetas()
  }

  private mutating func addMeta(_ node: MarkupNode) {
    guard let name = (node["property"] ?? node["name"] ?? node["itemprop"])?.lowercased() else { return }
    if metas[name] == nil, let content = node["content"] { metas[name] = content }
  }

  private mutating func offerMetas() {
    for (field, names) in Self.names {
      for name in names { fields.offer(field, metas[name]) }
    }
    fields.offer(.published, time)
    fields.offer(.title, heading)
    fields.offer(.title, title)
  }

  private static let names: [(ArticleField, [String])] = [
    (.title, ["og:title", "twitter:title", "dc.title"]),
    (.outlet, ["og:site_name", "application-name", "dc.publisher"]),
    (.author, ["author", "article:author", "dc.creator"]),
    (
      .published,
      ["article:published_time", "og:published_time", "datepublished", "pubdate", "publish-date", "date", "dc.date"]
    ),
    (.url, ["canonical", "og:url"]),
  ]

  private mutating func addLinkedData(_ json: String) {
    let bytes = Array(json.utf8)
    let value = bytes.withUnsafeBufferPointer { bytes in
      var cursor = JSONCursor(bytes)
      return try? cursor.value()
    }
    if let value { addLinkedData(value) }
  }

  /// Looks for an article in a value, an array of values or the graph of a value.
  private mutating func addLinkedData(_ value: JSONValue) {
    if case .array(let values) = value { return values.forEach { addLinkedData($0) } }
    if let graph = value["@graph"] { addLinkedData(graph) }
    guard let type = value["@type"]?.words, Self.isArticle(type), body == nil else { return }
    body = value["articleBody"]?.words
    fields.offer(.title, value["headline"]?.words)
    fields.offer(.published, value["datePublished"]?.words)
    fields.offer(.author, value["author"]?.words)
    fields.offer(.outlet, value["publisher"]?.words)
    fields.offer(.url, (value["mainEntityOfPage"] ?? value["url"])?.words)
  }

  /// `NewsArticle`, `BlogPosting`, `Report`, …
  private static func isArticle(_ type: String) -> Bool {
    type.contains("Article") || type.contains("Posting") || type.contains("Report")
  }
}
