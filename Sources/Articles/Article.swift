/// One article as it was read: its metadata and its text, byte for byte.
///
/// Spans of facts are half-open UTF-8 byte offsets into `text`, so nothing may trim or normalize it after reading.
package struct Article: Sendable, Equatable {
  /// The input's own id, else one derived from `path` (and the place in a file of several articles).
  package var id: String
  package var title: String?
  package var outlet: String?
  package var author: String?
  /// The publication date as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; missing when the input has none.
  package var published: String?
  /// The language as a BCP 47 tag, `ar` when the input says nothing.
  package var lang: String?
  package var url: String?
  /// The file the article came from, `-` for standard input.
  package var path: String?
  package var text: String

  package init(
    id: String, title: String? = nil, outlet: String? = nil, author: String? = nil, published: String? = nil,
    lang: String? = nil, url: String? = nil, path: String? = nil, text: String
  ) {
    self.id = id
    self.title = title
    self.outlet = outlet
    self.author = author
    self.published = published
    self.lang = lang
    self.url = url
    self.path = path
    self.text = text
  }
}
