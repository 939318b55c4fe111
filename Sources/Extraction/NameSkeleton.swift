/// What the spellings of a foreign name have in common: its consonants, those that transcribers choose between taken
/// for one.
enum NameSkeleton {
  /// The skeleton of a folded word.
  static func of(_ folded: String) -> [UInt32] {
    var out: [UInt32] = []
    for (i, letter) in folded.unicodeScalars.enumerated() {
      guard let consonant = consonant(letter.value, first: i == 0), out.last != consonant else { continue }
      out.append(consonant)
    }
    return out
  }

  /// Vowels count only in front.
  private static func consonant(_ letter: UInt32, first: Bool) -> UInt32? {
    switch letter {
    case 0x627, 0x648, 0x64A, 0x647, 0x639, 0x626, 0x624, 0x621: first ? 0x627 : nil
    case 0x62C, 0x63A, 0x642: 0x62C
    case 0x62B, 0x635: 0x633
    case 0x637: 0x62A
    case 0x636: 0x62F
    case 0x630, 0x638: 0x632
    case 0x643: 0x643
    default: letter
    }
  }

  /// Whether two folded words are spellings of one name: the same skeleton of three consonants and more, or one letter
  /// apart in a long word.
  static func same(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let (x, y) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    guard x.count >= 5, y.count >= 5, abs(x.count - y.count) <= 2, x[0] == y[0] || isVelar(x[0], y[0]) else {
      return false
    }
    let skeleton = of(a)
    if skeleton.count >= 3, skeleton == of(b) { return true }
    return min(x.count, y.count) >= 7 && isOneEdit(x, y)
  }

  private static func isVelar(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    let velars: [UInt32] = [0x62C, 0x63A, 0x642, 0x643]
    return velars.contains(a.value) && velars.contains(b.value)
  }

  private static func isOneEdit(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    guard abs(a.count - b.count) <= 1 else { return false }
    var front = 0
    while front < min(a.count, b.count), a[front] == b[front] { front += 1 }
    var back = 0
    while back < min(a.count, b.count) - front, a[a.count - 1 - back] == b[b.count - 1 - back] { back += 1 }
    return max(a.count, b.count) - front - back <= 1
  }
}
