import Language

/// Whether a word that no table knows looks like a name: how likely its pairs of letters are in the name tables,
/// against the tables of ordinary words. The figures are counted from the tables when first asked for.
enum NameShape {
  /// Letters of the two bytes of Arabic in UTF-8, and one for the ends of a word.
  private static let letters = 129
  private static let edge = 128

  /// Log odds of each pair of letters.
  private static let odds: [Float] = {
    let names = counts(of: [(.givenName, ["name"]), (.familyName, ["name"])], flag: "common")
    let ordinary = counts(
      of: [
        (.ordinaryWord, ["forms"]), (.reportingVerb, ["past", "present", "participle", "masdar"]),
        (.countedNoun, ["singular", "plurals"]), (.eventTrigger, ["forms"]), (.measureWord, ["forms"]),
        (.sourceNoun, ["masculine", "plural"]),
      ], flag: nil)
    let nameTotal = names.reduce(0, +) + Float(names.count) / 2
    let ordinaryTotal = ordinary.reduce(0, +) + Float(ordinary.count) / 2
    return names.indices.map { i in
      logarithm((names[i] + 0.5) / nameTotal * ordinaryTotal / (ordinary[i] + 0.5))
    }
  }()

  /// Above 0 the word is likelier a name.
  static func score(_ form: UnsafeBufferPointer<UInt8>) -> Float {
    var sum: Float = 0
    eachPair(form) { sum += odds[$0] }
    return sum
  }

  private static func counts(of columns: [(LexicalClass, [String])], flag: String?) -> [Float] {
    var counts = [Float](repeating: 0, count: letters * letters)
    var folded: [UInt8] = []
    for (cls, names) in columns {
      let table = Lexicon.shared.table(cls)
      let flag = flag.flatMap { table.column($0) }
      for column in names.compactMap({ table.column($0) }) {
        for row in 0..<table.count {
          if let flag, table.cellBytes(row, flag).elementsEqual([UInt8(ascii: "1")]) { continue }
          table.forEachAlternative(row, column) { _, word in
            if word.contains(UInt8(ascii: " ")) { return }
            folded.removeAll(keepingCapacity: true)
            Folding.fold(word, into: &folded)
            folded.withUnsafeBufferPointer { form in eachPair(form) { counts[$0] += 1 } }
          }
        }
      }
    }
    return counts
  }

  private static func eachPair(_ form: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    var last = edge
    var i = 0
    while i &+ 1 < form.count {
      let letter = (form[i] == 0xD9 ? 64 : 0) + Int(form[i &+ 1] & 0x3F)
      body(last * letters + letter)
      last = letter
      i &+= 2
    }
    body(last * letters + edge)
  }

  /// The natural logarithm by its exponent and a short series: exact enough to compare sums, and without Foundation.
  private static func logarithm(_ x: Float) -> Float {
    let m = x.significand
    let t = (m - 1) / (m + 1)
    return Float(x.exponent) * 0.693_147_2 + 2 * (t + t * t * t / 3 + t * t * t * t * t / 5)
  }
}
