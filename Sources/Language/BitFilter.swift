/// A bit for each hash that was put in, by its lower bits: most look-ups for what isn't there end here, in memory small
/// enough to stay near the processor.
struct BitFilter: Sendable {
  private var words: [UInt64]

  /// - Parameter bits: a power of two, about ten for each hash.
  init(bits: Int) { words = [UInt64](repeating: 0, count: bits / 64) }

  mutating func insert(_ hash: UInt64) { words[index(hash)] |= 1 << (hash & 63) }

  func mayContain(_ hash: UInt64) -> Bool { words[index(hash)] >> (hash & 63) & 1 != 0 }

  private func index(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 6) & (words.count &- 1) }
}
