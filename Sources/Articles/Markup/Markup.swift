import CLibxml2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A node of a tree that libxml2 made; valid as long as its `MarkupTree`.
struct MarkupNode {
  let node: xmlNodePtr

  init?(_ node: xmlNodePtr?) {
    guard let node else { return nil }
    self.node = node
  }

  var isElement: Bool { node.pointee.type == XML_ELEMENT_NODE }
  var isText: Bool { node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE }

  /// The name of an element without its prefix, in small letters.
  var name: String {
    guard isElement, let name = node.pointee.name else { return "" }
    return String(cString: name).lowercased()
  }

  var parent: MarkupNode? { MarkupNode(node.pointee.parent) }

  var children: some Sequence<MarkupNode> {
    sequence(state: node.pointee.children) { next in
      defer { next = next?.pointee.next }
      return MarkupNode(next)
    }
  }

  /// This node and all below it, in the order of the document.
  func visit(_ body: (MarkupNode) -> Void) {
    body(self)
    for child in children { child.visit(body) }
  }

  // libxml2 allocates with `malloc` unless it is told otherwise, and nobody here does.

  subscript(attribute: String) -> String? {
    guard isElement, let value = xmlGetNoNsProp(node, attribute) else { return nil }
    defer { free(value) }
    return String(cString: value)
  }

  /// The bytes of a text node, without a copy.
  var bytes: UnsafeBufferPointer<UInt8> {
    guard let content = node.pointee.content else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))
  }

  /// The number of bytes of text below the node.
  var length: Int {
    if isText { return bytes.count }
    return isElement ? children.reduce(0) { $0 + $1.length } : 0
  }

  /// All text below the node, as it stands.
  var content: String {
    guard let content = xmlNodeGetContent(node) else { return "" }
    defer { free(content) }
    return String(cString: content)
  }

  /// `content` without white space at its ends and with single spaces in it.
  var words: String { content.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

/// A tree of HTML or XML. Entities that a document declares are never expanded and nothing is fetched.
final class MarkupTree {
  private let document: xmlDocPtr

  /// Reads a page in UTF-8, or in `charset`.
  static func html(_ bytes: UnsafeBufferPointer<UInt8>, charset: String = "UTF-8") -> MarkupTree? {
    let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
    return quietly(bytes) { bytes in
      htmlReadMemory(bytes.baseAddress, Int32(bytes.count), nil, charset, Int32(options | HTML_PARSE_NONET.rawValue))
    }
  }

  static func xml(_ bytes: UnsafeBufferPointer<UInt8>) -> MarkupTree? {
    let options = XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    return quietly(bytes) { bytes in
      xmlReadMemory(bytes.baseAddress, Int32(bytes.count), nil, nil, Int32(options | XML_PARSE_NONET.rawValue))
    }
  }

  /// Some errors are printed whatever the options say.
  private static func quietly(
    _ bytes: UnsafeBufferPointer<UInt8>, _ read: (UnsafeBufferPointer<CChar>) -> xmlDocPtr?
  ) -> MarkupTree? {
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    return bytes.withMemoryRebound(to: CChar.self) { MarkupTree(read($0)) }
  }

  private init?(_ document: xmlDocPtr?) {
    guard let document else { return nil }
    self.document = document
  }

  deinit { xmlFreeDoc(document) }

  var root: MarkupNode? { MarkupNode(xmlDocGetRootElement(document)) }
}
