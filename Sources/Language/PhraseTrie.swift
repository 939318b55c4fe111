/// Phrases of several words as a trie over word keys.
///
/// Its edges stand in one open-addressing table: a look-up is asked for at every word that can go on a phrase, where
/// a `Dictionary` would spend most of its time hashing.
struct PhraseTrie: Sendable {
  private var edges = [UInt64](repeating: Self.none, count: 1 << 12)
  private var children = [Int32](repeating: 0, count: 1 << 12)
  private var edgeCount = 0
  private var entries: [[LexiconEntry]] = [[]]

  /// No word key is negative, so no edge has all bits set.
  private static let none = UInt64.max

  mutating func add(_ words: [Int32], _ entry: LexiconEntry) {
    var node: Int32 = 0
    for word in words { node = child(of: node, word) ?? addChild(of: node, word) }
    entries[Int(node)].append(entry)
  }

  func child(of node: Int32, _ word: Int32) -> Int32? {
    let edge = Self.edge(node, word)
    let slot = slot(of: edge)
    return edges[slot] == edge ? children[slot] : nil
  }

  func entries(at node: Int32) -> [LexiconEntry] { entries[Int(node)] }

  private mutating func addChild(of node: Int32, _ word: Int32) -> Int32 {
    if (edgeCount + 1) * 2 > edges.count { grow() }
    let child = Int32(entries.count)
    entries.append([])
    place(Self.edge(node, word), child)
    edgeCount += 1
    return child
  }

  private mutating func place(_ edge: UInt64, _ child: Int32) {
    let slot = slot(of: edge)
    edges[slot] = edge
    children[slot] = child
  }

  private mutating func grow() {
    let old = zip(edges, children).filter { $0.0 != Self.none }
    edges = [UInt64](repeating: Self.none, count: edges.count * 2)
    children = [Int32](repeating: 0, count: edges.count)
    for (edge, child) in old { place(edge, child) }
  }

  /// Where the edge stands, or the free slot where it would.
  private func slot(of edge: UInt64) -> Int {
    let mask = edges.count &- 1
    let mixed = edge &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: mixed >> 32) & mask
    while edges[slot] != edge, edges[slot] != Self.none { slot = (slot &+ 1) & mask }
    return slot
  }

  private static func edge(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
