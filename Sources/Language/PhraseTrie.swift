/// Phrases of several words as a trie over word keys.
struct PhraseTrie: Sendable {
  private var children: [UInt64: Int32] = [:]
  private var entries: [[LexiconEntry]] = [[]]

  mutating func add(_ words: [Int32], _ entry: LexiconEntry) {
    var node: Int32 = 0
    for word in words {
      let edge = Self.edge(node, word)
      if let next = children[edge] {
        node = next
      } else {
        let next = Int32(entries.count)
        entries.append([])
        children[edge] = next
        node = next
      }
    }
    entries[Int(node)].append(entry)
  }

  func child(of node: Int32, _ word: Int32) -> Int32? { children[Self.edge(node, word)] }

  func entries(at node: Int32) -> [LexiconEntry] { entries[Int(node)] }

  private static func edge(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
