/// Where a form stands in the tables.
public struct LexiconEntry: Sendable, Equatable {
  public let cls: LexicalClass
  public let form: UInt8
  /// Allowed clitics, as an index into `Lexicon.frames`.
  let frame: UInt8
  /// Row of the class's table.
  public let row: Int32
}

/// Every form of every table by its folded spelling, and the phrases of several words as a trie.
///
/// Built once, never changed; shared by all threads.
public final class Lexicon: Sendable {
  public static let shared = Lexicon(declarations: TableDeclaration.all)

  struct Frame: Sendable {
    let proclitics: Proclitics
    let suffixes: SuffixSet
  }

  let keys: ByteKeyTable
  let frames: [Frame]
  private let entryStarts: [Int32]
  private let entries: [LexiconEntry]
  let phrases: PhraseTrie
  private let tables: [LanguageTable?]

  init(declarations: [TableDeclaration]) {
    var builder = LexiconBuilder()
    var tables = [LanguageTable?](repeating: nil, count: LexicalClass.allCases.count)
    var loaded: [String: LanguageTable] = [:]
    for declaration in declarations {
      let table = loaded[declaration.file] ?? LanguageTable(declaration.file)
      loaded[declaration.file] = table
      tables[Int(declaration.cls.rawValue)] = table
      builder.add(declaration, table)
    }
    (entryStarts, entries) = builder.sortedEntries()
    builder.phrases.finish()
    builder.keys.finish()
    keys = builder.keys
    frames = builder.frames
    phrases = builder.phrases
    self.tables = tables
  }

  /// The table whose rows the entries of `cls` name.
  public func table(_ cls: LexicalClass) -> LanguageTable { tables[Int(cls.rawValue)]! }

  public func cell(_ cls: LexicalClass, _ row: Int32, _ column: String) -> String {
    table(cls).cell(Int(row), column)
  }

  func entryRange(of key: Int32) -> Range<Int> {
    Int(entryStarts[Int(key)])..<Int(entryStarts[Int(key) + 1])
  }

  func entry(_ index: Int) -> LexiconEntry { entries[index] }
}

/// Collects the forms of the tables; made for speed, as every start of an extraction waits for it.
struct LexiconBuilder {
  /// Room for all forms of the tables: growing would take longer than adding.
  var keys = ByteKeyTable(capacity: 1 << 18)
  var frames: [Lexicon.Frame] = []
  var phrases = PhraseTrie()
  private var pending: [(group: Int32, entry: LexiconEntry)] = []
  /// Of each key, whether it is a word of phrases, and whether it can begin one.
  private var phraseWords: [PhraseWord] = []
  private var tokens: [Token] = []
  private var words: [Int32] = []

  private enum PhraseWord: UInt8 { case none, inner, first }

  init() { pending.reserveCapacity(1 << 17) }

  mutating func add(_ declaration: TableDeclaration, _ table: LanguageTable) {
    for column in declaration.columns {
      guard let index = table.column(column.name) else {
        preconditionFailure("table \(table.name) has no column \(column.name)")
      }
      let flagIndex = column.flag.flatMap { table.column($0) }
      let frame = UInt8(frames.count)
      frames.append(Lexicon.Frame(proclitics: column.proclitics, suffixes: column.suffixes))
      for row in 0..<table.count {
        let flagged = flagIndex.map { table.cellBytes(row, $0).first == UInt8(ascii: "1") } ?? false
        table.forEachAlternative(row, index) { place, word in
          let form = flagged ? 1 : column.counted ? column.form + UInt8(min(place, 15)) : column.form
          add(word, LexiconEntry(cls: declaration.cls, form: form, frame: frame, row: Int32(row)))
        }
      }
    }
  }

  private mutating func add(_ form: UnsafeBufferPointer<UInt8>, _ entry: LexiconEntry) {
    if Self.isOneWord(form) {
      pending.append((key(of: form), entry))
      return
    }
    Tokenizer.read(form, into: &tokens)
    words.removeAll(keepingCapacity: true)
    for token in tokens { words.append(key(of: UnsafeBufferPointer(rebasing: form[token.bytes]))) }
    guard let first = words.first else { return }
    if words.count == 1 {
      pending.append((first, entry))
    } else {
      phrases.add(words, entry)
      mark(first, .first)
      for word in words.dropFirst() { mark(word, .inner) }
    }
  }

  /// The common case: one Arabic word.
  private static func isOneWord(_ form: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = 0
    while i < form.count {
      if form[i] < 0x80 { return false }
      i &+= 1
    }
    return true
  }

  private mutating func mark(_ key: Int32, _ use: PhraseWord) {
    while phraseWords.count <= Int(key) { phraseWords.append(.none) }
    if use.rawValue > phraseWords[Int(key)].rawValue { phraseWords[Int(key)] = use }
  }

  private mutating func key(of form: UnsafeBufferPointer<UInt8>) -> Int32 {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: form.count) { folded in
      let length = form.isEmpty ? 0 : Folding.fold(form, to: folded.baseAddress!)
      return keys.insert(UnsafeBufferPointer(rebasing: folded[..<length]))
    }
  }

  /// Entries by key in the order of the tables, the words of phrases last.
  mutating func sortedEntries() -> ([Int32], [LexiconEntry]) {
    let frame = UInt8(frames.count)
    frames.append(Lexicon.Frame(proclitics: .nominal.union(.sa), suffixes: .adjective))
    for (key, use) in phraseWords.enumerated() where use != .none {
      let form: UInt8 = use == .first ? 1 : 0
      pending.append((Int32(key), LexiconEntry(cls: .phraseWord, form: form, frame: frame, row: Int32(key))))
    }
    return GroupedEntries.sorted(pending, groups: keys.count)
  }
}
