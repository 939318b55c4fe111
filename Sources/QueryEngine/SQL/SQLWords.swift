import Language

/// Prints `has`: whole words, the first also behind the particles that Arabic writes together with it.
struct SQLWords {
  private let dialect: SQLDialect

  init(_ dialect: SQLDialect) { self.dialect = dialect }

  /// `text` is a folded text as SQL, `wanted` the folded words.
  func test(_ text: String, has wanted: String) throws -> String {
    guard let first = wanted.unicodeScalars.first, let last = wanted.unicodeScalars.last,
      first.properties.isAlphabetic || first.properties.numericType != nil,
      last.properties.isAlphabetic || last.properties.numericType != nil
    else { throw SQLUnsupported(what: "`has` with something else than words") }
    switch dialect {
    case .duckdb:
      let pattern = Self.particles.joined(separator: "|") + ")" + Self.escaped(wanted)
      return "regexp_matches(\(text), \(SQLText.literal("(^|[^\\p{L}\\p{N}_])(" + pattern + "([^\\p{L}\\p{N}_]|$)")))"
    case .sqlite:
      let padded = "' ' || \(text) || ' '"
      let tests = Self.globs.map { particle in
        "\(padded) GLOB \(SQLText.literal("*[^\(Self.letters)]" + particle + Self.globbed(wanted) + "[^\(Self.letters)]*"))"
      }
      return "(\(tests.joined(separator: " OR ")))"
    }
  }

  // Arabic letters by code: waw, fa; ba, kaf, lam; the article alef lam.
  private static let conjunction = "[\u{648}\u{641}]"
  private static let preposition = "[\u{628}\u{643}\u{644}]"
  private static let article = "\u{627}\u{644}"
  private static let lil = "\u{644}\u{644}"

  /// For a regular expression.
  private static let particles = ["\(conjunction)?\(preposition)?(\(article))?", "\(conjunction)?\(lil)"]

  /// For `GLOB`, which knows classes but nothing optional: every way to write particles.
  private static let globs: [String] = ["", conjunction].flatMap { before in
    ["", preposition].flatMap { middle in ["", article].map { before + middle + $0 } } + [before + lil]
  }

  /// Letters and digits as ranges, near enough to Unicode for folded texts in Arabic and Latin letters.
  private static let letters =
    "0-9A-Za-z_\u{AA}\u{B5}\u{BA}\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{2C1}\u{370}-\u{559}\u{560}-\u{588}"
    + "\u{5D0}-\u{5EA}\u{620}-\u{657}\u{66E}-\u{6D3}\u{6D5}-\u{6DC}\u{6E1}-\u{6E8}\u{6EE}-\u{6FC}\u{750}-\u{77F}"
    + "\u{8A0}-\u{8C9}\u{1E00}-\u{1FFC}\u{FB50}-\u{FBB1}\u{FBD3}-\u{FD3D}\u{FD50}-\u{FDFB}\u{FE70}-\u{FEFC}"

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "\\^$.|?*+()[]{}".contains(character) { result.append("\\") }
      result.append(character)
    }
  }

  private static func globbed(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      result += "*?[".contains(character) ? "[\(character)]" : String(character)
    }
  }
}
