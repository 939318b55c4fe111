/// Reads one article out of one JSON object.
enum JSONArticle {
  /// The fields in `bytes`, which hold one object and nothing else.
  static func fields(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONFault) -> ArticleFields {
    var cursor = JSONCursor(bytes)
    var fields = ArticleFields()
    guard cursor.peek() == UInt8(ascii: "{") else { throw cursor.fault("no JSON object") }
    var isMore = try cursor.openObject()
    while isMore {
      if let name = ArticleField.named(try cursor.name()) {
        if let value = try words(&cursor) { fields.set(name, value) }
      } else {
        try cursor.skip()
      }
      isMore = try cursor.moreMembers()
    }
    if cursor.peek() != 0 || cursor.position < bytes.count { throw cursor.fault("something follows the object") }
    fields.isRepaired = cursor.isRepaired
    return fields
  }

  /// Takes a value as text; a string without going through a tree.
  private static func words(_ cursor: inout JSONCursor) throws(JSONFault) -> String? {
    cursor.peek() == UInt8(ascii: "\"") ? try cursor.string() : try cursor.value().words
  }
}

extension Input {
  /// Adds the article in `bytes`, an object that begins in `line`, or says where the object is broken.
  func addObject(
    _ bytes: UnsafeBufferPointer<UInt8>, position: Int, line: Int, to batch: inout ArticleBatch
  ) {
    do {
      add(try JSONArticle.fields(bytes), position: position, line: line, to: &batch)
    } catch {
      batch.problems.append(problem(of: error, in: bytes, line: line))
    }
  }

  /// `file:17: no , or } here (column 204)`; columns count characters.
  private func problem(of fault: JSONFault, in bytes: UnsafeBufferPointer<UInt8>, line: Int) -> ArticleProblem {
    let before = bytes[..<min(fault.offset, bytes.count)]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = 1 + before[lineStart...].count { $0 & 0xc0 != 0x80 }
    let lines = before.count { $0 == UInt8(ascii: "\n") }
    return problem(
      "\(fault.what) (column \(column))", line: line + lines,
      wayOut: "an article is an object like {\"id\": …, \"text\": …}")
  }
}
