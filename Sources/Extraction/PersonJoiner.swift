import Language

/// Joins the forms of persons' names within an article.
enum PersonJoiner {
  /// For each group the group that it belongs to: a short name belongs to the one fuller name that contains it.
  static func targets(of groups: [NameGroup]) -> [Int] {
    var targets = Array(groups.indices)
    let names = groups.map { $0.kind == .person ? Folding.fold($0.fullest).split { $0 == " " || $0 == "_" } : [] }
    for i in groups.indices where groups[i].kind == .person {
      var owner: Int?
      for k in groups.indices where k != i && names[k].count > names[i].count && contains(names[k], names[i]) {
        if let known = owner, names[known].count >= names[k].count { continue }
        owner = k
      }
      if let owner { targets[i] = owner }
    }
    for i in targets.indices { while targets[targets[i]] != targets[i] { targets[i] = targets[targets[i]] } }
    return targets
  }

  /// Whether the short name's words stand in the full one in the same order, its last or its first among them.
  private static func contains(_ full: [Substring], _ short: [Substring]) -> Bool {
    guard !short.isEmpty, short.last == full.last || short.first == full.first else { return false }
    var i = 0
    for word in full where i < short.count && word == short[i] { i += 1 }
    return i == short.count
  }

  /// What the first given name in the name tells.
  static func gender(of name: String, _ document: Document) -> String? {
    var name = name
    return name.withUTF8 { bytes in
      var end = 0
      while end < bytes.count, bytes[end] != 0x20 { end += 1 }
      let analyzer = document.analyzer
      let senses = analyzer.senses(of: analyzer.analyze(UnsafeBufferPointer(rebasing: bytes[0..<end])))
      guard let given = senses.first(where: { $0.cls == .givenName && $0.proclitics.isEmpty }) else { return nil }
      let gender = NameTables.genders[Int(given.row)]
      return gender == "m" || gender == "f" ? gender : nil
    }
  }
}

/// Family names by the words they are printed as, with and without a particle written to them.
struct FamilyNameStems {
  private var owners: [Int32: (owner: Int, proclitics: Proclitics)] = [:]

  init(_ names: [Int32: Int], _ document: Document) {
    for word in names.keys.sorted() {
      let owner = names[word]!
      owners[word] = (owner, [])
      let stem = document.analyzer.withFolded(word) { Array($0) }
      for (letter, proclitic) in Self.particles {
        let form = letter + stem
        let index = form.withUnsafeBufferPointer { document.analyzer.analyze($0) }
        if owners[index] == nil { owners[index] = (owner, proclitic) }
      }
    }
  }

  private static let particles: [([UInt8], Proclitics)] = [
    (Letter.waw, .wa), (Letter.fa, .fa), (Letter.ba, .ba), (Letter.lam, .li), (Letter.kaf, .ka),
  ]

  /// Whether a nisba describes the noun before it: a definite one, or a name.
  private func describes(_ i: Int, _ words: NameWords) -> Bool {
    guard words.isArabic(i - 1), words.isDefinite(i) else { return words.isArabic(i - 1) }
    return !words.isFiniteVerb(i - 1) && !words.has(i - 1, .functionWord) && !words.document.isWord(i - 1, .ofPerson)
  }

  /// The owner of the family name at token `i`, unless the word means something else there.
  func owner(of i: Int, _ words: NameWords) -> (Int, Proclitics)? {
    guard let found = owners[words.document.tokens[i].value] else { return nil }
    if words.document.has(i, anyOf: NameWords.closed) { return nil }
    if words.has(i, .nisba) || words.has(i, .nationality), describes(i, words) { return nil }
    return found
  }
}
