/// Suffix letters in folded UTF-8, longest first; `restore` is what the stem gets back (ta marbuta, folded `ha`).
struct SuffixTable: Sendable {
  /// Up to eight bytes, the first lowest.
  struct Letters: Sendable {
    let count: Int
    private let word: UInt64

    init(_ bytes: [UInt8]) {
      count = bytes.count
      word = bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    func write(to bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
      var i = 0
      while i < count {
        bytes[start &+ i] = UInt8(truncatingIfNeeded: word >> UInt64(8 &* i))
        i &+= 1
      }
    }

    /// The bytes as the upper ones of a little-endian word, moved down by `shift`.
    var key: UInt64 { word }
    var shift: UInt64 { UInt64(64 - 8 * count) }
  }

  struct Row: Sendable {
    let letters: Letters
    let suffix: Suffix
    let restore: Letters
    let key: UInt64
    let shift: UInt64
    var length: Int { letters.count }

    init(bytes: [UInt8], suffix: Suffix, restore: [UInt8]) {
      letters = Letters(bytes)
      self.suffix = suffix
      self.restore = Letters(restore)
      key = letters.key
      shift = letters.shift
    }
  }

  static let shared = SuffixTable()

  /// Grouped by their last byte, in the order of the list within a group.
  let rows: [Row]
  private let starts: [Int]

  private init() {
    var rows: [Row] = []
    var starts: [Int] = []
    for last in UInt64(0)...255 {
      starts.append(rows.count)
      rows += Self.list.filter { $0.key >> UInt64(8 * ($0.length - 1)) == last }
    }
    starts.append(rows.count)
    self.rows = rows
    self.starts = starts
  }

  func rows(endingIn byte: UInt8) -> Range<Int> { starts[Int(byte)]..<starts[Int(byte) + 1] }

  static let longestRestore = 4

  private static let alef: [UInt8] = [0xD8, 0xA7]
  private static let ta: [UInt8] = [0xD8, 0xAA]
  private static let ha: [UInt8] = [0xD9, 0x87]
  private static let ya: [UInt8] = [0xD9, 0x8A]
  private static let waw: [UInt8] = [0xD9, 0x88]
  private static let nun: [UInt8] = [0xD9, 0x86]
  private static let mim: [UInt8] = [0xD9, 0x85]
  private static let kaf: [UInt8] = [0xD9, 0x83]

  private static let pronouns: [([UInt8], Suffix)] = [
    (ha + mim + alef, .theirDual), (ha + alef, .her), (ha + mim, .their), (ha + nun, .theirFeminine),
    (kaf + mim, .your), (nun + alef, .our), (nun + ya, .my), (ha, .his), (kaf, .your), (ya, .my),
  ]

  private static let list: [Row] = {
    var rows = [
      Row(bytes: ta + alef + nun, suffix: .dualTan, restore: ha),
      Row(bytes: ta + ya + nun, suffix: .dualTin, restore: ha),
      Row(bytes: alef + nun, suffix: .dualAn, restore: []),
      Row(bytes: ya + nun, suffix: .oblique, restore: []),
      Row(bytes: waw + nun, suffix: .pluralUn, restore: []),
      Row(bytes: alef + ta, suffix: .pluralAt, restore: []),
      // The plural of a word in ta marbuta loses it, its construct dual turns it into ta.
      Row(bytes: alef + ta, suffix: .pluralAt, restore: ha),
      Row(bytes: ta + ya, suffix: .constructYa, restore: ha),
      Row(bytes: ta + alef, suffix: .alef, restore: ha),
      Row(bytes: alef, suffix: .alef, restore: []),
      Row(bytes: ha, suffix: .feminine, restore: []),
      Row(bytes: ya, suffix: .constructYa, restore: []),
      Row(bytes: waw, suffix: .constructWaw, restore: []),
    ]
    for (bytes, suffix) in pronouns {
      rows.append(Row(bytes: bytes, suffix: suffix, restore: []))
      rows.append(Row(bytes: ta + bytes, suffix: suffix, restore: ha))
      // A final alef maqsura, folded to ya, is written alef before a pronoun.
      rows.append(Row(bytes: alef + bytes, suffix: suffix, restore: ya))
      // The waw-alef of a plural verb loses its alef before a pronoun.
      rows.append(Row(bytes: waw + bytes, suffix: suffix, restore: waw + alef))
    }
    return rows
  }()
}
