/// Suffix letters in folded UTF-8, longest first; `restore` is what the stem gets back (ta marbuta, folded `ha`).
enum SuffixTable {
  struct Row {
    let bytes: [UInt8]
    let suffix: Suffix
    let restore: [UInt8]
    /// The suffix as the upper bytes of a little-endian word, moved down by `shift`.
    let key: UInt64
    let shift: UInt64

    init(bytes: [UInt8], suffix: Suffix, restore: [UInt8]) {
      self.bytes = bytes
      self.suffix = suffix
      self.restore = restore
      key = bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
      shift = UInt64(64 - 8 * bytes.count)
    }
  }

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

  static let rows: [Row] = {
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
