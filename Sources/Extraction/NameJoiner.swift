import Language

/// Makes entities of the names found: the forms of one thing are joined, and a person's family name is found
/// again where it stands alone.
struct NameJoiner {
  private let words: NameWords
  private var document: Document { words.document }
  private var candidates: [NameCandidate]
  private var groups: [NameGroup] = []
  private var groupOf: [Int]
  private var byRow: [NameCandidate.TableRow: Int] = [:]
  private var forms = ByteKeyTable(capacity: 1 << 8)
  /// By form its group.
  private var byForm: [Int] = []

  init(_ words: NameWords, _ candidates: [NameCandidate]) {
    self.words = words
    self.candidates = candidates
    groupOf = []
  }

  /// Fills the article's entities and mentions.
  static func join(_ candidates: [NameCandidate], _ words: NameWords, into article: inout AnnotatedArticle) {
    var joiner = NameJoiner(words, candidates)
    joiner.groupForms()
    joiner.addFamilyNames()
    let persons = PersonJoiner.targets(of: joiner.groups)
    joiner.write(persons, into: &article)
  }

  // MARK: Grouping

  private mutating func groupForms() {
    for candidate in candidates { groupOf.append(group(of: candidate)) }
  }

  private mutating func group(of candidate: NameCandidate) -> Int {
    let bytes = document.bytes(candidate.tokens, without: candidate.proclitics)
    let printed = restoringArticle(document.text(bytes: bytes), candidate)
    let form = self.form(printed, candidate.kind)
    let known = form < byForm.count ? byForm[form] : candidate.row.flatMap { byRow[$0] }
    let index = known ?? groups.count
    if known == nil { groups.append(NameGroup(kind: candidate.kind, row: candidate.row, type: candidate.type)) }
    if form == byForm.count { byForm.append(index) }
    if let row = candidate.row {
      byRow[row] = byRow[row] ?? index
      if groups[index].row == nil { groups[index].row = row }
    }
    groups[index].add(printed)
    return index
  }

  /// The number of the kind and folded spelling together.
  private mutating func form(_ printed: String, _ kind: EntityKind) -> Int {
    var printed = printed
    var form = Array(kind.rawValue.utf8.prefix(1))
    printed.withUTF8 { Folding.fold($0, into: &form) }
    // The words of a tag (`#X_Y`) are joined like those with spaces between them.
    for i in form.indices where form[i] == 0x5F { form[i] = 0x20 }
    return Int(form.withUnsafeBufferPointer { forms.insert($0) })
  }

  /// `lil-` hides the alef of the article; the name gets it back.
  private func restoringArticle(_ printed: String, _ candidate: NameCandidate) -> String {
    let first = candidate.tokens.lowerBound
    guard candidate.proclitics.contains(.li), words.isLamDefinite(first) else { return printed }
    if !candidate.proclitics.contains(.al), let row = candidate.row {
      let name = Lexicon.shared.cell(row.cls, row.row, "name")
      guard name.utf8.starts(with: [0xD8, 0xA7, 0xD9, 0x84]) else { return printed }
    }
    return "\u{627}" + printed
  }

  // MARK: Family names alone

  /// A family name alone, where its owner's full name is printed elsewhere in the article.
  private mutating func addFamilyNames() {
    var owners: [Int32: Int] = [:]
    for (candidate, group) in zip(candidates, groupOf)
    where candidate.kind == .person && candidate.tokens.count > 1 {
      let last = candidate.tokens.upperBound - 1
      guard words.isArabic(last), words.length(last) >= 6 else { continue }
      owners[document.tokens[last].value] = group
    }
    guard !owners.isEmpty else { return }
    var covered = [Bool](repeating: false, count: words.count)
    for candidate in candidates { for i in candidate.tokens { covered[i] = true } }
    let stems = FamilyNameStems(owners, document)
    for i in 0..<words.count where !covered[i] && document.tokens[i].kind == .word {
      guard let (owner, proclitics) = stems.owner(of: i, words) else { continue }
      let name = NameCandidate(
        tokens: i..<i + 1, proclitics: proclitics, kind: .person, ground: .structure, row: nil, type: nil,
        rule: "person-family-name")
      candidates.append(name)
      groupOf.append(owner)
      groups[owner].add(document.text(bytes: document.bytes(name.tokens, without: proclitics)))
    }
  }

  // MARK: Writing

  private func write(_ persons: [Int], into article: inout AnnotatedArticle) {
    var merged = groups
    for (i, target) in persons.enumerated() where target != i {
      for form in groups[i].forms { merged[target].add(form.text, form.count) }
    }
    var entityOf = [Int](repeating: -1, count: groups.count)
    let order = candidates.indices.sorted { candidates[$0].tokens.lowerBound < candidates[$1].tokens.lowerBound }
    for k in order {
      let target = persons[groupOf[k]]
      if entityOf[target] < 0 {
        entityOf[target] = article.entities.count
        article.entities.append(merged[target].entity(document))
      }
      let candidate = candidates[k]
      article.add(
        NameMention(
          tokens: candidate.tokens, bytes: document.bytes(candidate.tokens, without: candidate.proclitics),
          kind: candidate.kind, entity: entityOf[target]))
    }
  }
}

/// The printed forms of one thing.
struct NameGroup {
  var kind: EntityKind
  var row: NameCandidate.TableRow?
  var type: String?
  private(set) var forms: [(text: String, count: Int)] = []

  init(kind: EntityKind, row: NameCandidate.TableRow?, type: String?) {
    self.kind = kind
    self.row = row
    self.type = type
  }

  mutating func add(_ text: String, _ count: Int = 1) {
    if let known = forms.firstIndex(where: { $0.text.utf8.elementsEqual(text.utf8) }) {
      forms[known].count += count
    } else {
      forms.append((text, count))
    }
  }

  /// The form with the most words, of those the most used, of those the longest, of those the first.
  var fullest: String {
    var best = forms[0].text
    var size = (Self.wordCount(best), forms[0].count, best.utf8.count)
    for form in forms.dropFirst() {
      let next = (Self.wordCount(form.text), form.count, form.text.utf8.count)
      if next > size { (best, size) = (form.text, next) }
    }
    return best
  }

  private static func wordCount(_ text: String) -> Int {
    text.utf8.reduce(1) { $0 + ($1 == 0x20 || $1 == 0x5F ? 1 : 0) }
  }

  func entity(_ document: Document) -> ArticleEntity {
    var entity = ArticleEntity(name: fullest, kind: kind, aliases: forms.map(\.text), type: type)
    switch row?.cls {
    case .country?: entity.country = NameTables.countryNames[Int(row!.row)]
    case .capital?: entity.country = NameTables.countryNames[Int(row!.row)]
    case .place?: entity.country = Self.first(NameTables.placeCountries[Int(row!.row)])
    case .organization?: entity.country = Self.first(NameTables.organizationCountries[Int(row!.row)])
    default: break
    }
    if kind == .person { entity.gender = PersonJoiner.gender(of: entity.name, document) }
    return entity
  }

  private static func first(_ cell: String) -> String? { cell.split(separator: "|").first.map(String.init) }
}
