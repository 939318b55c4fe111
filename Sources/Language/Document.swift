/// A match of the lexicon in a document: a word or a phrase.
public struct LexicalMatch: Sendable, Equatable {
  public var cls: LexicalClass
  public var form: UInt8
  public var proclitics: Proclitics
  public var suffix: Suffix
  /// Row of the class's table.
  public var row: Int32
  /// First token and the token after the last.
  public var start: Int
  public var end: Int
}

/// A sentence: bytes and tokens, half open.
public struct Sentence: Sendable, Equatable {
  public var start: Int
  public var end: Int
  public var tokens: Range<Int>
}

/// A text cut into tokens and sentences, each token looked up in the lexicon.
public final class Document {
  public let bytes: [UInt8]
  private let text: String
  public let tokens: [Token]
  public let sentences: [Sentence]
  public let analyzer: Analyzer
  /// Classes of the words and phrases that begin at each token.
  private let masks: [UInt64]
  /// What the words are as rule and function words, token by token.
  private let ruleWords: [UInt64]
  private let roles: [FunctionRoles]
  /// What the words and phrases that begin at each token can do in a date.
  private let timeKinds: [TimeKinds]
  private let phraseMatches: [LexicalMatch]
  /// First phrase match of each token, and one more.
  private let phraseStarts: [Int32]

  public var lexicon: Lexicon { analyzer.lexicon }

  public init(text: String, analyzer: Analyzer) {
    analyzer.trim()
    var text = text
    text.makeContiguousUTF8()
    let bytes = Array(text.utf8)
    var masks: [UInt64] = []
    var ruleWords: [UInt64] = []
    var roles: [FunctionRoles] = []
    var timeKinds: [TimeKinds] = []
    let tokens = bytes.withUnsafeBufferPointer { buffer in
      var tokens = Tokenizer.tokens(of: buffer)
      masks = [UInt64](repeating: 0, count: tokens.count)
      ruleWords = masks
      roles = [FunctionRoles](repeating: [], count: tokens.count)
      timeKinds = [TimeKinds](repeating: [], count: tokens.count)
      for i in tokens.indices where tokens[i].kind == .word {
        let value = analyzer.analyze(UnsafeBufferPointer(rebasing: buffer[tokens[i].bytes]))
        let word = analyzer.word(value)
        tokens[i].value = value
        masks[i] = word.classes
        ruleWords[i] = word.ruleWords
        roles[i] = word.roles
        timeKinds[i] = word.timeKinds
      }
      return tokens
    }
    self.bytes = bytes
    self.text = text
    self.tokens = tokens
    self.analyzer = analyzer
    sentences = SentenceSplitter.sentences(of: tokens, analyzer: analyzer)
    var finder = PhraseFinder(bytes: bytes, tokens: tokens, masks: masks, analyzer: analyzer)
    (self.masks, phraseMatches, phraseStarts) = finder.run()
    self.ruleWords = ruleWords
    self.roles = roles
    for match in phraseMatches where match.cls == .timeWord {
      timeKinds[match.start].formUnion(TimeKinds(TimeWord.rows[Int(match.row)].kind))
    }
    self.timeKinds = timeKinds
  }

  // MARK: Look-ups

  /// Whether a word or phrase of the class begins at token `i`; none does before the first token or behind the last,
  /// where rules look too.
  public func has(_ i: Int, _ cls: LexicalClass) -> Bool { has(i, anyOf: cls.mask) }

  public func has(_ i: Int, anyOf mask: UInt64) -> Bool { i >= 0 && i < masks.count && masks[i] & mask != 0 }

  /// Whether token `i` is the word, with or without proclitics.
  public func isWord(_ i: Int, _ word: RuleWord) -> Bool {
    i >= 0 && i < ruleWords.count && ruleWords[i] & word.mask != 0
  }

  /// What token `i` does as a function word, all readings together.
  public func roles(_ i: Int) -> FunctionRoles { i >= 0 && i < roles.count ? roles[i] : [] }

  /// What the words and phrases that begin at token `i` can do in a date.
  public func timeKinds(_ i: Int) -> TimeKinds { i >= 0 && i < timeKinds.count ? timeKinds[i] : [] }

  /// The longest match of the class at token `i`; of a word's senses the one with the fewest clitics.
  public func match(_ i: Int, _ cls: LexicalClass) -> LexicalMatch? {
    guard has(i, cls) else { return nil }
    var best: LexicalMatch?
    for k in Int(phraseStarts[i])..<Int(phraseStarts[i + 1]) where phraseMatches[k].cls == cls {
      if best == nil || phraseMatches[k].end > best!.end { best = phraseMatches[k] }
    }
    if let best { return best }
    for sense in analyzer.senses(of: tokens[i].value) where sense.cls == cls {
      return LexicalMatch(
        cls: cls, form: sense.form, proclitics: sense.proclitics, suffix: sense.suffix, row: sense.row, start: i,
        end: i + 1)
    }
    return nil
  }

  /// All matches of the class at token `i`: phrases, longest first, then the word's senses.
  public func matches(_ i: Int, _ cls: LexicalClass) -> [LexicalMatch] {
    guard has(i, cls) else { return [] }
    var found: [LexicalMatch] = []
    for k in Int(phraseStarts[i])..<Int(phraseStarts[i + 1]) where phraseMatches[k].cls == cls {
      found.append(phraseMatches[k])
    }
    if found.count > 1 { found.sort { $0.end > $1.end } }
    guard tokens[i].kind == .word else { return found }
    for sense in analyzer.senses(of: tokens[i].value) where sense.cls == cls {
      found.append(
        LexicalMatch(
          cls: cls, form: sense.form, proclitics: sense.proclitics, suffix: sense.suffix, row: sense.row, start: i,
          end: i + 1))
    }
    return found
  }

  /// The proclitics that any sense of token `i` has, for words the lexicon knows under some class.
  public func senses(_ i: Int) -> UnsafeBufferPointer<Sense> {
    guard i >= 0, i < tokens.count, tokens[i].kind == .word else { return UnsafeBufferPointer(start: nil, count: 0) }
    return analyzer.senses(of: tokens[i].value)
  }

  // MARK: Text

  /// The text from the first byte of token `range.lowerBound` to the last of the token before `range.upperBound`.
  public func text(_ range: Range<Int>) -> String {
    range.isEmpty ? "" : text(bytes: Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end))
  }

  /// A slice of the article's own string: bytes that are not checked again.
  public func text(bytes range: Range<Int>) -> String {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return String(text[start..<utf8.index(start, offsetBy: range.count)])
  }

  public func byteRange(_ range: Range<Int>) -> Range<Int> {
    Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  public func folded(_ i: Int) -> String {
    tokens[i].kind == .word ? analyzer.foldedText(of: tokens[i].value) : Folding.fold(text(i..<i + 1))
  }

  /// The sentence that token `i` stands in, or the one before it.
  public func sentenceIndex(ofToken i: Int) -> Int {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.lowerBound <= i { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  public func isSign(_ i: Int, _ sign: Int32) -> Bool {
    i >= 0 && i < tokens.count && tokens[i].kind == .sign && tokens[i].value == sign
  }
}

/// Walks the phrase trie from every token.
private struct PhraseFinder {
  let bytes: [UInt8]
  let tokens: [Token]
  let analyzer: Analyzer
  private let trie: PhraseTrie
  private var masks: [UInt64]
  private var matches: [LexicalMatch] = []
  private var starts: [Int32] = []

  init(bytes: [UInt8], tokens: [Token], masks: [UInt64], analyzer: Analyzer) {
    self.bytes = bytes
    self.tokens = tokens
    self.analyzer = analyzer
    self.masks = masks
    trie = analyzer.lexicon.phrases
  }

  mutating func run() -> ([UInt64], [LexicalMatch], [Int32]) {
    starts.reserveCapacity(tokens.count + 1)
    for i in tokens.indices {
      starts.append(Int32(matches.count))
      guard masks[i] & LexicalClass.phraseWord.mask != 0 else { continue }
      for sense in analyzer.senses(of: tokens[i].value) where sense.cls == .phraseWord && sense.form == 1 {
        walk(from: i, sense)
      }
    }
    starts.append(Int32(matches.count))
    return (masks, matches, starts)
  }

  private mutating func walk(from first: Int, _ start: Sense) {
    guard var node = trie.child(of: 0, start.row) else { return }
    var i = first + 1
    while i < tokens.count, let next = step(node, i, article: start.proclitics.contains(.al)) {
      node = next
      i += 1
      for entry in trie.entries(at: node) { add(entry, start, first..<i) }
    }
  }

  /// The node after token `i`; its article counts when the phrase's first word has one too.
  private func step(_ node: Int32, _ i: Int, article: Bool) -> Int32? {
    switch tokens[i].kind {
    case .word:
      guard analyzer.word(tokens[i].value).classes & LexicalClass.phraseWord.mask != 0 else { return nil }
      for sense in analyzer.senses(of: tokens[i].value) where sense.cls == .phraseWord && sense.suffix == .none {
        guard sense.proclitics.isEmpty || (article && sense.proclitics == .al) else { continue }
        if let next = trie.child(of: node, sense.row) { return next }
      }
      return nil
    case .sign, .number:
      // Signs and numbers inside names (`.` in an acronym) are keys of the trie too.
      let range = Int(tokens[i].start)..<Int(tokens[i].end)
      let key = bytes.withUnsafeBufferPointer { analyzer.lexicon.keys.find(UnsafeBufferPointer(rebasing: $0[range])) }
      return key.flatMap { trie.child(of: node, $0) }
    case .newline:
      return nil
    }
  }

  private mutating func add(_ entry: LexiconEntry, _ start: Sense, _ range: Range<Int>) {
    let frame = analyzer.lexicon.frames[Int(entry.frame)]
    guard frame.proclitics.isSuperset(of: start.proclitics), start.suffix == .none || start.suffix == .alef else {
      return
    }
    matches.append(
      LexicalMatch(
        cls: entry.cls, form: entry.form, proclitics: start.proclitics, suffix: .none, row: entry.row,
        start: range.lowerBound, end: range.upperBound))
    masks[range.lowerBound] |= entry.cls.mask
  }
}
