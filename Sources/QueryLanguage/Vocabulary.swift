import CLanguageTables

/// The Arabic names of keywords, stages, functions, relations and fields, from the table `keywords`.
package enum Vocabulary {
  /// What a word of the table names; one word may name several things, told apart by where it stands.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case keyword, stage, option, type, function, relation, field
    /// A word of other languages, answered with how it is said here.
    case habit
  }

  package struct Entry: Hashable, Sendable {
    package let arabic: String
    package let english: String
    package let kind: Kind
  }

  package static let entries: [Entry] = readEntries()

  /// The English name of an Arabic `word`; nil when the table has none of these kinds.
  package static func english(_ word: String, _ kinds: Kind...) -> String? {
    guard let first = word.utf8.first, first >= 0x80 else { return nil }
    let folded = fold(word)
    for kind in kinds {
      guard let names = englishNames[kind] else { continue }
      if let name = names[folded] { return name }
      guard kind != .keyword, folded.starts(with: definiteArticle) else { continue }
      if let name = names[Array(folded.dropFirst(definiteArticle.count))] { return name }
    }
    return nil
  }

  /// The first Arabic name of an English word.
  package static func arabic(_ english: String, _ kind: Kind) -> String? {
    entries.first { $0.english == english && $0.kind == kind }?.arabic
  }

  /// The names in the script of `word`: Arabic where the word is and the table has one, for "did you mean".
  package static func names(_ english: some Sequence<String>, _ kind: Kind, inScriptOf word: String) -> [String] {
    guard let first = word.utf8.first, first >= 0x80 else { return Array(english) }
    let wanted = Set(english)
    return entries.filter { $0.kind == kind && wanted.contains($0.english) }.map(\.arabic)
  }

  private static let definiteArticle: [Unicode.Scalar] = ["\u{0627}", "\u{0644}"]

  private static let englishNames: [Kind: [[Unicode.Scalar]: String]] = {
    var names: [Kind: [[Unicode.Scalar]: String]] = [:]
    for entry in entries { names[entry.kind, default: [:]][fold(entry.arabic)] = entry.english }
    return names
  }()

  private static func readEntries() -> [Entry] {
    var count = 0
    guard let bytes = isnad_language_table("keywords", &count) else { return [] }
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    return lines.dropFirst().compactMap { line in
      let cells = line.split(separator: "\t")
      guard cells.count == 3, let kind = Kind(rawValue: String(cells[2])) else { return nil }
      return Entry(arabic: String(cells[0]), english: String(cells[1]), kind: kind)
    }
  }

  /// Without vowel marks and tatweel, and with one form each of alef, ya and ta marbuta.
  private static func fold(_ word: String) -> [Unicode.Scalar] {
    word.unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 0x064B...0x065F, 0x0670, 0x0640: nil
      case 0x0622, 0x0623, 0x0625, 0x0671: "\u{0627}"
      case 0x0649: "\u{064A}"
      case 0x0629: "\u{0647}"
      default: scalar
      }
    }
  }
}

/// The reserved words: they are never variables.
package enum Keyword: String, Hashable, Sendable, CaseIterable {
  case and, or, not, exists, optional
  case `in`, has, contains, matches, `is`
  case today

  /// The keyword that `word` spells, in English or Arabic.
  package init?(word: String) {
    guard let keyword = Keyword(rawValue: Vocabulary.english(word, .keyword) ?? word) else { return nil }
    self = keyword
  }

  /// Needs something after it, so a line that ends with it is not finished.
  var wantsMore: Bool { self != .today }
}
