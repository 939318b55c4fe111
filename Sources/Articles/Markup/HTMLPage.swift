extension InputFormat {
  /// A page: its article with what the page says about it.
  static var html: InputFormat {
    InputFormat(recognizes: HTMLPage.recognizes, parser: { WholeInput($0) { HTMLPage.fields($0) } })
  }
}

/// A page of HTML.
enum HTMLPage {
  static func recognizes(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = head.trimmed
    guard text.first == UInt8(ascii: "<") else { return false }
    let start = String(decoding: text.prefix(4096), as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<head", "<body", "<meta", "<article", "<div", "<p"].contains {
      start.hasPrefix($0) || start.hasPrefix("<!--") && start.contains($0)
        || start.hasPrefix("<?xml") && $0 == "<html"
          && start.contains($0)
    }
  }

  static func fields(_ bytes: UnsafeBufferPointer<UInt8>, charset: String? = nil) -> ArticleFields {
    Charset.reading(bytes, named: charset) { bytes, charset, isRepaired in
      guard let page = MarkupTree.html(bytes, charset: charset) else { return ArticleFields() }
      var fields = withExtendedLifetime(page) { page.root.map(Self.fields(of:)) ?? ArticleFields() }
      fields.isRepaired = isRepaired
      return fields
    }
  }

  private static func fields(of page: MarkupNode) -> ArticleFields {
    let metadata = PageMetadata(page)
    var fields = metadata.fields
    let readable = ReadableText.main(of: page)
    // The page may show a teaser only, or build its text with a script.
    if let body = metadata.body, body.utf8.count > 2 * readable.utf8.count {
      fields.offer(.text, body)
    }
    fields.offer(.text, readable)
    return fields
  }
}
