/// Names of which only a part was given.
enum NamesByPart {
  /// The shortest candidates that share a word of `name`.
  static func containing(_ name: String, among candidates: some Sequence<String>, limit: Int = 3) -> [String] {
    let words = name.split(separator: " ")
    guard name.unicodeScalars.count > 2 else { return [] }
    let found = candidates.filter { candidate in
      let parts = candidate.split(separator: " ")
      return words.contains { $0.unicodeScalars.count > 2 && parts.contains($0) }
    }
    return Array(found.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }.prefix(limit))
  }
}
