/// Particles written together with the word they precede.
package struct Proclitics: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let wa = Proclitics(rawValue: 1)
  package static let fa = Proclitics(rawValue: 2)
  package static let ba = Proclitics(rawValue: 4)
  package static let li = Proclitics(rawValue: 8)
  package static let ka = Proclitics(rawValue: 16)
  package static let sa = Proclitics(rawValue: 32)
  package static let al = Proclitics(rawValue: 64)

  package static let conjunctions: Proclitics = [.wa, .fa]
  package static let prepositions: Proclitics = [.ba, .li, .ka]
  package static let nominal: Proclitics = [.wa, .fa, .ba, .li, .ka, .al]
  package static let name: Proclitics = [.wa, .fa, .ba, .li, .ka]
  package static let verbal: Proclitics = [.wa, .fa, .sa, .li]
}

/// What stands behind a stem, after folding.
package enum Suffix: UInt8, Sendable {
  case none
  /// Accusative alef, also that of a dual in construct.
  case alef
  /// Ta marbuta.
  case feminine
  case dualAn
  /// Dual or plural oblique.
  case oblique
  case pluralUn
  case pluralAt
  case dualTan
  case dualTin
  /// `ya` of a construct.
  case constructYa
  /// `waw` of a construct plural.
  case constructWaw
  case his
  case her
  case their
  case theirDual
  case theirFeminine
  case our
  case my
  case your

  package var isPronoun: Bool { rawValue >= Suffix.his.rawValue }
}

/// The suffixes a class of words may carry.
package struct SuffixSet: OptionSet, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }
  package init(_ suffixes: Suffix...) { rawValue = suffixes.reduce(0) { $0 | 1 << UInt32($1.rawValue) } }

  package func contains(_ suffix: Suffix) -> Bool { rawValue & (1 << UInt32(suffix.rawValue)) != 0 }

  package static let bare = SuffixSet(.none)
  package static let pronouns = SuffixSet(.his, .her, .their, .theirDual, .theirFeminine, .our, .my, .your)
  package static let noun = SuffixSet(.none, .alef).union(.pronouns)
  package static let counted = SuffixSet(.none, .alef, .dualAn, .oblique, .dualTan, .dualTin, .constructYa)
  package static let adjective = SuffixSet(
    .none, .alef, .feminine, .dualAn, .oblique, .pluralUn, .pluralAt, .dualTan, .dualTin, .constructYa, .constructWaw)
  package static let verb = SuffixSet(.none).union(.pronouns)
}
