/// The senses of words in blocks that never move, so that each word can point to its own.
struct SenseBlocks {
  private static let size = 4096
  private var blocks: [UnsafeMutableBufferPointer<Sense>] = []
  /// Senses in the last block.
  private var used = 0

  mutating func store(_ senses: [Sense]) -> UnsafeBufferPointer<Sense> {
    guard !senses.isEmpty else { return UnsafeBufferPointer(start: nil, count: 0) }
    if blocks.isEmpty || blocks[blocks.count - 1].count - used < senses.count {
      blocks.append(.allocate(capacity: max(Self.size, senses.count)))
      used = 0
    }
    let place = UnsafeMutableBufferPointer(rebasing: blocks[blocks.count - 1][used..<used + senses.count])
    _ = place.initialize(fromContentsOf: senses)
    used += senses.count
    return UnsafeBufferPointer(place)
  }

  /// Gives the memory back; the words that pointed to it must be gone.
  mutating func removeAll() {
    for block in blocks { block.deallocate() }
    blocks = []
    used = 0
  }
}
