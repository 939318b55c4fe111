/// Particles written together with the word they precede.
public struct Proclitics: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let wa = Proclitics(rawValue: 1)
  public static let fa = Proclitics(rawValue: 2)
  public static let ba = Proclitics(rawValue: 4)
  public static let li = Proclitics(rawValue: 8)
  public static let ka = Proclitics(rawValue: 16)
  public static let sa = Proclitics(rawValue: 32)
  public static let al = Proclitics(rawValue: 64)

  public static let conjunctions: Proclitics = [.wa, .fa]
  public static let prepositions: Proclitics = [.ba, .li, .ka]
  public static let nominal: Proclitics = [.wa, .fa, .ba, .li, .ka, .al]
  public static let name: Proclitics = [.wa, .fa, .ba, .li, .ka]
  public static let verbal: Proclitics = [.wa, .fa, .sa, .li]
}

/// What stands behind a stem, after folding.
public enum Suffix: UInt8, Sendable {
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

  public var isPronoun: Bool { rawValue >= Suffix.his.rawValue }
}

/// The suffixes a class of words may carry.
public struct SuffixSet: OptionSet, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  public init(_ suffixes: Suffix...) { rawValue = suffixes.reduce(0) { $0 | 1 << UInt32($1.rawValue) } }

  public func contains(_ suffix: Suffix) -> Bool { rawValue & (1 << UInt32(suffix.rawValue)) != 0 }

  public static let bare = SuffixSet(.none)
  public static let pronouns = SuffixSet(.his, .her, .their, .theirDual, .theirFeminine, .our, .my, .your)
  public static let noun = SuffixSet(.none, .alef).union(.pronouns)
  public static let counted = SuffixSet(.none, .alef, .dualAn, .oblique, .dualTan, .dualTin, .constructYa)
  public static let adjective = SuffixSet(
    .none, .alef, .feminine, .dualAn, .oblique, .pluralUn, .pluralAt, .dualTan, .dualTin, .constructYa, .constructWaw)
  public static let verb = SuffixSet(.none).union(.pronouns)
}
