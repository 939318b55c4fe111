/// Names that a misspelt name may have meant.
package enum NearNames {
  /// The candidates within a few slips of `name`, the nearest first; a slip is a letter too many, missing, wrong, or
  /// swapped with its neighbour.
  package static func nearest(to name: String, among candidates: some Sequence<String>, limit: Int = 3) -> [String] {
    let wanted = Array(name.lowercased().unicodeScalars)
    let allowed = wanted.count <= 1 ? 0 : wanted.count == 2 ? 1 : wanted.count <= 6 ? 2 : 3
    var found: [(distance: Int, name: String)] = []
    for candidate in candidates {
      let letters = Array(candidate.lowercased().unicodeScalars)
      guard abs(letters.count - wanted.count) <= allowed else { continue }
      let distance = slips(wanted, letters)
      // Short words are all near each other: at least half of the letters must stand.
      if distance <= allowed, distance * 2 <= max(wanted.count, letters.count) { found.append((distance, candidate)) }
    }
    return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(limit).map(\.name)
  }

  /// Damerau-Levenshtein distance, in which no letter takes part in two slips.
  package static func slips(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1] + [Int](repeating: 0, count: b.count)
      for j in b.indices {
        let replaced = last[j] + (a[i] == b[j] ? 0 : 1)
        row[j + 1] = min(replaced, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1) }
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
