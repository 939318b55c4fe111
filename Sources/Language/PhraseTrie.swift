/// Phrases of several words as a trie over word keys.
///
/// Its edges stand in one open-addressing table: a look-up is asked for at every word that can go on a phrase, where
/// a `Dictionary` would spend most of its time hashing.
struct PhraseTrie: Sendable {
  private struct Edge {
    /// Node and word; no word key is negative, so no edge has all bits set.
    var key: UInt64
    var child: Int32

    static let free = Edge(key: UInt64.max, child: 0)
  }

  private var edges = [Edge](repeating: .free, count: 1 << 16)
  private var filter = BitFilter(bits: 1 << 19)
  private var nodeCount: Int32 = 1
  /// What was added, until `finish` sorts it by node.
  private var pending: [(group: Int32, entry: LexiconEntry)] = []
  private var starts: [Int32] = []
  private var entries: [LexiconEntry] = []

  mutating func add(_ words: some Sequence<Int32>, _ entry: LexiconEntry) {
    var node: Int32 = 0
    for word in words { node = child(of: node, word) ?? addChild(of: node, word) }
    pending.append((node, entry))
  }

  /// Makes what was added ready to be asked for.
  mutating func finish() {
    (starts, entries) = GroupedEntries.sorted(pending, groups: Int(nodeCount))
    pending = []
  }

  func child(of node: Int32, _ word: Int32) -> Int32? {
    let key = Self.key(node, word)
    guard filter.mayContain(Self.mixed(key)) else { return nil }
    let edge = edges[slot(of: key)]
    return edge.key == key ? edge.child : nil
  }

  /// The entries of the phrase that ends at the node, in the order in which they were added.
  func entries(at node: Int32) -> ArraySlice<LexiconEntry> {
    entries[Int(starts[Int(node)])..<Int(starts[Int(node) + 1])]
  }

  private mutating func addChild(of node: Int32, _ word: Int32) -> Int32 {
    if (Int(nodeCount) + 1) * 2 > edges.count { grow() }
    let child = nodeCount
    nodeCount += 1
    let key = Self.key(node, word)
    place(Edge(key: key, child: child))
    filter.insert(Self.mixed(key))
    return child
  }

  private mutating func place(_ edge: Edge) { edges[slot(of: edge.key)] = edge }

  private mutating func grow() {
    let old = edges
    edges = [Edge](repeating: .free, count: old.count * 2)
    for edge in old where edge.key != Edge.free.key { place(edge) }
  }

  /// Where the edge stands, or the free slot where it would.
  private func slot(of key: UInt64) -> Int {
    let mask = edges.count &- 1
    var slot = Int(truncatingIfNeeded: Self.mixed(key)) & mask
    while edges[slot].key != key, edges[slot].key != Edge.free.key { slot = (slot &+ 1) & mask }
    return slot
  }

  private static func mixed(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 >> 32 }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}

/// Entries by the key or node that they belong to, each group in the order in which it was met.
enum GroupedEntries {
  /// The first entry of each group, and one more; and the entries.
  static func sorted(_ pending: [(group: Int32, entry: LexiconEntry)], groups: Int) -> ([Int32], [LexiconEntry]) {
    var starts = [Int32](repeating: 0, count: groups + 1)
    for p in pending { starts[Int(p.group) + 1] += 1 }
    for i in 0..<groups { starts[i + 1] += starts[i] }
    var next = starts
    let entries = [LexiconEntry](unsafeUninitializedCapacity: pending.count) { buffer, count in
      for p in pending {
        buffer.initializeElement(at: Int(next[Int(p.group)]), to: p.entry)
        next[Int(p.group)] += 1
      }
      count = pending.count
    }
    return (starts, entries)
  }
}
