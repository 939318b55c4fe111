import Language

/// Finds persons whom no name table knows: in a speaker's phrase, whatever stands between the verb of saying, or the
/// title that describes the speaker, and the words said can only be a name.
enum UnknownSpeakerAnnotator: Annotator {
  static func annotate(_ article: inout AnnotatedArticle) {
    var finder = UnknownSpeakerFinder(article)
    finder.run()
    for (entity, gender) in finder.genders { article.entities[entity].gender = gender }
    guard !finder.found.isEmpty || article.mentions.contains(where: { $0.kind == .person }) else { return }
    var links = PersonLinks(article, finder.found)
    links.join()
    article = links.article
  }
}

/// Goes from verb of saying to verb of saying.
struct UnknownSpeakerFinder {
  /// A name with what the words around it tell of its bearer.
  struct Finding {
    var tokens: Range<Int>
    var gender: String?
  }

  let article: AnnotatedArticle
  private(set) var found: [Finding] = []
  /// What verbs tell of the persons right behind them.
  private(set) var genders: [Int: String] = [:]
  private let words: NameWords
  private let marks: QuotationMarks
  private let runs: NameRunReader
  private var document: Document { article.document }

  init(_ article: AnnotatedArticle) {
    self.article = article
    words = NameWords(document: article.document)
    marks = QuotationMarks(article.document)
    runs = NameRunReader(words: words)
  }

  mutating func run() {
    for i in document.tokens.indices where document.has(i, .reportingVerb) && article.mentionAt[i] < 0 {
      guard let verb = finite(i) else { continue }
      if let mention = article.mention(at: verb.end), mention.kind == .person,
        mention.bytes.lowerBound == Int(document.tokens[verb.end].start)
      {
        genders[mention.entity] = genders[mention.entity] ?? gender(verb)
      }
      if let name = nameBehind(verb) ?? nameBefore(verb), found.last?.tokens != name.tokens { found.append(name) }
    }
  }

  private func finite(_ i: Int) -> LexicalMatch? {
    document.matches(i, .reportingVerb).first { $0.form < VerbForm.passive && !$0.suffix.isPronoun }
  }

  private func gender(_ verb: LexicalMatch) -> String? {
    switch verb.form % 16 {
    case 0: "m"
    case 1: "f"
    default: nil
    }
  }

  // MARK: Behind the verb

  /// The first run of name-like words behind the verb: right behind it, or where a description of the speaker is
  /// complete.
  private func nameBehind(_ verb: LexicalMatch) -> Finding? {
    let strong = AttributionTables.verbs[Int(verb.row)].strong
    var described = false
    let start = subjectStart(verb)
    var p = start
    while p < min(words.count, verb.end + 18) {
      if let mention = article.mention(at: p) {
        if mention.kind == .person {
          // `the friend of X and his lawyer Y`.
          if described, words.has(mention.tokens.upperBound, .title), !words.isDefinite(mention.tokens.upperBound) {
            p = mention.tokens.upperBound
            continue
          }
          return described || strong ? extended(mention, gender(verb), described: described) : nil
        }
        p = mention.tokens.upperBound
        continue
      }
      if p == start || described && closes(p - 1) {
        if let run = runs.read(at: p, in: article), isName(run, behind: verb, described: described, strong: strong) {
          return Finding(tokens: run.tokens, gender: gender(verb))
        }
      }
      guard let next = step(p, described: &described) else { return nil }
      p = next
    }
    return nil
  }

  /// The first token behind the verb that is not a particle or a preposition with its pronoun (`said of him X`).
  private func subjectStart(_ verb: LexicalMatch) -> Int {
    var p = verb.end
    while p < min(words.count, verb.end + 3), words.isWord(p), isParticle(p), !words.has(p, .title) { p += 1 }
    return p
  }

  private func isParticle(_ p: Int) -> Bool {
    if !document.roles(p).isDisjoint(with: [.particle, .adverb]) { return true }
    return document.roles(p).contains(.preposition) && document.governsPronoun(p)
  }

  /// One word on within the speaker's phrase.
  private func step(_ p: Int, described: inout Bool) -> Int? {
    if document.isSign(p, Sign.openParenthesis) { return closing(p) }
    if document.isComma(p) { return described && closes(p - 1) ? p + 1 : nil }
    if let stretch = marks.opening(at: p), stretch.closed, stretch.content.count <= 4 { return stretch.close + 1 }
    guard document.tokens[p].kind == .word, !document.isWord(p, .that), article.dateAt[p] < 0 else { return nil }
    if finite(p) != nil, !document.has(p, anyOf: LexicalClass.title.mask | LexicalClass.sourceNoun.mask) { return nil }
    if words.has(p, .title) || words.has(p, .sourceNoun) { described = true }
    // The description begins right behind the verb.
    return described ? p + 1 : nil
  }

  private func closing(_ p: Int) -> Int? {
    (p + 1..<min(words.count, p + 6)).first { document.isSign($0, Sign.closeParenthesis) }.map { $0 + 1 }
  }

  /// Whether a description that ends at `i` is complete, so that an indefinite word behind it is none of it.
  private func closes(_ i: Int) -> Bool {
    if document.isComma(i) { return closes(i - 1) }
    if document.isSign(i, Sign.closeParenthesis) || QuotationMarks.isMark(document, i) { return true }
    if article.mentionAt[i] >= 0 { return true }
    guard words.isWord(i), document.roles(i).isEmpty else { return false }
    return words.isDefinite(i) || words.isLamDefinite(i)
      || document.senses(i).contains { $0.suffix.isPronoun && $0.suffix != .my }
  }

  private func isName(_ run: NameRun, behind verb: LexicalMatch, described: Bool, strong: Bool) -> Bool {
    if described {
      if run.doubtful > 0, run.known == 0, run.count < 3 { return false }
      if run.count == 1 { return run.unknown == 1 && run.shape > 0 && isSingle(run.tokens.lowerBound) }
      return run.ordinary == 0 ? run.shape > -6 : run.known > 0 || run.opensOrdinary && run.count == 2
    }
    // Right behind the verb: a single word that speaks in the feminine may be a company.
    guard strong, verb.form % 16 < 2, run.ordinary == 0, run.doubtful == 0 else { return false }
    if verb.form % 16 == 1 { return run.count > 1 && run.shape > 2 }
    if run.count == 1 {
      let titled = words.has(run.tokens.upperBound, .title)
      return run.unknown == 1 && run.shape > (titled ? -6 : -1) && isSingle(run.tokens.lowerBound) && endsSharply(run)
    }
    return run.shape > -4 && !(looksPlural(run.tokens.lowerBound) && looksPlural(run.tokens.lowerBound + 1))
  }

  /// Whether what is said, a title or a sign follows: no preposition, which as well follows a noun.
  private func endsSharply(_ run: NameRun) -> Bool {
    let next = run.tokens.upperBound
    return !words.isWord(next) || document.isWord(next, .that) || words.has(next, .title)
  }

  /// Whether an unknown word may be a name by itself: not in the feminine or plural of Arabic nouns.
  private func isSingle(_ i: Int) -> Bool {
    !looksPlural(i) && !document.endsInTaMarbuta(i) && !(words.begins(i, Self.presents) && words.length(i) < 12)
  }

  /// Ya and ta, which begin verbs of the present.
  private static let presents: [[UInt8]] = [[0xD9, 0x8A], [0xD8, 0xAA]]

  private func looksPlural(_ i: Int) -> Bool { document.ends(i, in: Letter.plurals, letters: 5) }

  /// The name found before, with the word behind it that no table knows.
  private func extended(_ mention: NameMention, _ gender: String?, described: Bool) -> Finding? {
    // One word is rarely the whole name of a person described for the first time.
    let short = described && mention.tokens.count == 1
    let least: Float = short ? -6 : 0
    guard let run = runs.read(at: mention.tokens.lowerBound, in: article), run.tokens != mention.tokens,
      run.tokens.count - mention.tokens.count <= 3, run.doubtful == 0 || short && run.count > 2,
      run.ordinary == 0 || mention.tokens.count == 1, run.unknown == 0 || run.shape > least
    else { return nil }
    return Finding(tokens: run.tokens, gender: gender)
  }

  // MARK: Before the verb

  /// `the spokesman of the ministry, X Y, said`: the run right before the verb and a comma.
  private func nameBefore(_ verb: LexicalMatch) -> Finding? {
    var end = verb.start
    if document.isComma(end - 1) { end -= 1 }
    guard end > 2 else { return nil }
    for start in max(1, end - 3)..<end where closes(start - 1) && article.mentionAt[start] < 0 {
      guard let run = runs.read(at: start, in: article), run.tokens == start..<end, run.count >= 2, run.ordinary == 0,
        run.shape > -4, describes(before: start)
      else { continue }
      return Finding(tokens: run.tokens, gender: gender(verb))
    }
    return nil
  }

  /// Whether a title stands in the same clause before token `i`.
  private func describes(before i: Int) -> Bool {
    var p = document.isComma(i - 1) ? i - 2 : i - 1
    while p >= 0, p > i - 12, !document.isPause(p), !document.isFinalSign(p), document.tokens[p].kind != .newline {
      if words.has(p, .title) || words.has(p, .sourceNoun) { return true }
      p -= 1
    }
    return false
  }
}
