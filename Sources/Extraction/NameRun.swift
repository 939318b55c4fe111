import Language

/// A run of words that can only be a person's name because of where it stands: unknown words, names and, behind a
/// given name, ordinary words, up to something that ends a speaker's phrase.
struct NameRun {
  var tokens: Range<Int>
  /// Words that no table knows.
  var unknown = 0
  /// Words of the name tables, names found before among them.
  var known = 0
  /// Words that mean something else as well.
  var ordinary = 0
  /// How name-like the unknown words are together.
  var shape: Float = 0
  /// Words that may be a particle and another word.
  var doubtful = 0
  /// Whether the first word means something else more often.
  var opensOrdinary = false

  var count: Int { unknown + known + ordinary }
}

/// Reads runs of name-like words.
struct NameRunReader {
  let words: NameWords
  private var document: Document { words.document }

  private static let personal: UInt64 = LexicalClass.givenName.mask | LexicalClass.familyName.mask

  /// Classes whose words no name contains, not even behind a given name.
  private static let foreign: UInt64 = [
    LexicalClass.functionWord, .reportingVerb, .numberWord, .weekday, .month, .attributionPhrase, .timeWord, .title,
    .sourceNoun, .organizationTrigger, .nationality, .currency, .ruleWord, .reportingNoun, .country,
  ].reduce(0) { $0 | $1.mask }

  /// Classes whose words are none even between two names.
  private static let spoken: UInt64 = [
    LexicalClass.functionWord, .reportingVerb, .title, .sourceNoun, .attributionPhrase, .reportingNoun,
  ].reduce(0) { $0 | $1.mask }

  /// The run that begins at `start` and reaches to what ends a speaker's phrase, at most five words.
  func read(at start: Int, in article: AnnotatedArticle) -> NameRun? {
    var run = NameRun(tokens: start..<start)
    var i = start
    while run.count < 6, let next = step(i, &run, article) { i = next }
    guard run.count > 0, run.count < 6, endsPhrase(i, article) else { return nil }
    run.tokens = start..<i
    return run
  }

  /// The token behind the word at `i`, if that belongs to the run.
  private func step(_ i: Int, _ run: inout NameRun, _ article: AnnotatedArticle) -> Int? {
    let first = run.count == 0
    if let mention = article.mention(at: i) {
      guard mention.kind == .person, mention.bytes.lowerBound == Int(document.tokens[i].start) else { return nil }
      run.known += mention.tokens.count
      return mention.tokens.upperBound
    }
    if !first, document.isSign(i, Sign.hyphen), article.mentionAt[i + 1] < 0, words.isUnknown(i + 1) { return i + 1 }
    guard words.isArabic(i), article.dateAt[i] < 0, words.length(i) >= 4, !isPossessed(i) else { return nil }
    if let name = words.name(i, .givenName) ?? words.name(i, .familyName), name.proclitics.isEmpty, name.end == i + 1,
      !document.has(i, anyOf: NameWords.closed)
    {
      if words.isDefinite(i), first || words.isDefinite(i - 1) { return nil }
      if words.isOrdinary(i) {
        run.ordinary += 1
        if first { run.opensOrdinary = true }
      } else {
        run.known += 1
      }
      return i + 1
    }
    return stepUnnamed(i, first: first, &run, article)
  }

  private func stepUnnamed(_ i: Int, first: Bool, _ run: inout NameRun, _ article: AnnotatedArticle) -> Int? {
    guard document.roles(i).isEmpty, !words.isClitic(i, first: first) else { return nil }
    // What means something else is a name between two names.
    if run.count == 1, !words.isDefinite(i), !document.has(i, anyOf: Self.spoken),
      isNamed(i + 1, article)
    {
      run.ordinary += 1
      return i + 1
    }
    if document.has(i, anyOf: Self.foreign) { return nil }
    if words.isDefinite(i) {
      // A family name with the article stands last, behind a given name or a word that can only be one. In the
      // feminine it is no adjective of a man's name.
      guard run.count == 1 && (run.known == 1 || run.opensOrdinary) || run.known > 0 && isUnknownName(i - 1, article),
        !words.isDefinite(i - 1), !words.has(i, .nisba),
        !document.endsInTaMarbuta(i) || PersonJoiner.gender(of: document.text(i - 1..<i), document) == "m"
      else { return nil }
      run.ordinary += words.isUnknown(i) ? 0 : 1
      run.unknown += words.isUnknown(i) ? 1 : 0
      return i + 1
    }
    if words.isUnknown(i) {
      let shape = words.nameShape(i)
      guard shape > 0 || !isAdverbial(i) else { return nil }
      if words.begins(i, [Letter.waw]) { return nil }
      if words.begins(i, Letter.prepositions), shape <= 2 || first { run.doubtful += 1 }
      run.unknown += 1
      run.shape += shape
      return i + 1
    }
    // An ordinary word is a family name only behind one given name, and a name in the middle of a longer one.
    guard run.count == 1, !words.has(i, .nisba), !isAdverbial(i), !document.endsInTaMarbuta(i) else { return nil }
    run.ordinary += 1
    return i + 1
  }

  /// Whether a person's name, or a word that looks like one, stands at the token.
  private func isNamed(_ i: Int, _ article: AnnotatedArticle) -> Bool {
    article.mention(at: i)?.kind == .person || isUnknownName(i, article) && words.nameShape(i) > 0
  }

  private func isUnknownName(_ i: Int, _ article: AnnotatedArticle) -> Bool {
    words.isArabic(i) && article.mentionAt[i] < 0 && !document.has(i, anyOf: Self.personal) && words.isUnknown(i)
      && !words.isDefinite(i)
  }

  /// An accusative (`replying`, `angrily`): its alef stands behind three letters and more.
  private func isAdverbial(_ i: Int) -> Bool { document.ends(i, in: [Letter.alef], letters: 4) }

  /// A noun with a pronoun (`his identity`).
  private func isPossessed(_ i: Int) -> Bool { document.ends(i, in: Letter.pronouns, letters: 5) }

  /// Whether token `i` can't belong to a name: a sign, a preposition, `that`, a verb that reports, a title in
  /// apposition, a date, an outlet spoken to.
  func endsPhrase(_ i: Int, _ article: AnnotatedArticle) -> Bool {
    guard i < words.count else { return true }
    switch document.tokens[i].kind {
    case .word: break
    case .sign: return !document.isSign(i, Sign.hyphen) && !document.isSign(i, 0x2F) && !document.isSign(i, 0x5F)
    default: return true
    }
    if article.date(at: i) != nil || !document.roles(i).isEmpty { return true }
    if document.has(i, anyOf: NameWords.closed | LexicalClass.timeWord.mask | LexicalClass.title.mask) { return true }
    if document.has(i, .ruleWord) || words.isLamDefinite(i) { return true }
    if let mention = article.mention(at: i) {
      return mention.bytes.lowerBound > Int(document.tokens[mention.tokens.lowerBound].start)
    }
    if words.isDefinite(i), words.has(i, .nisba) || words.has(i, .nationality) { return false }
    let senses = document.senses(i)
    return !senses.isEmpty && senses.allSatisfy { !$0.proclitics.isDisjoint(with: [.ba, .li, .ka, .wa]) }
  }
}
