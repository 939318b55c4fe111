import Language

/// A stretch of tokens that reads as a name.
struct NameCandidate {
  /// How it was found, which decides who gives way when two readings meet.
  enum Ground: UInt8 {
    /// A word that means something else more often.
    case doubtful
    case lexicon
    case structure
  }

  var tokens: Range<Int>
  /// Particles written to the first word.
  var proclitics: Proclitics
  var kind: EntityKind
  var ground: Ground
  /// Row of the table the name was found in.
  var row: TableRow?
  var type: String?
  /// Row of the nisba inside the name, for its country.
  var rule: String

  /// The club of a city, under the city's name.
  var asClub: NameCandidate {
    NameCandidate(
      tokens: tokens, proclitics: proclitics, kind: .organization, ground: ground, row: nil, type: "club",
      rule: "organization-club")
  }

  /// Rows are compared by table and number.
  struct TableRow: Hashable {
    var cls: LexicalClass
    var row: Int32
  }
}
