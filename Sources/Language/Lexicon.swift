/// Where a form stands in the tables.
package struct LexiconEntry: Sendable, Equatable {
  package let cls: LexicalClass
  package let form: UInt8
  /// Allowed clitics, as an index into `Lexicon.frames`.
  let frame: UInt8
  /// Row of the class's table.
  package let row: Int32
}

/// Every form of every table by its folded spelling, and the phrases of several words as a trie.
///
/// Built once, never changed; shared by all threads.
package final class Lexicon: Sendable {
  package static let shared = Lexicon(declarations: TableDeclaration.all)

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
    keys = builder.keys
    frames = builder.frames
    phrases = builder.phrases
    self.tables = tables
  }

  /// The table whose rows the entries of `cls` name.
  package func table(_ cls: LexicalClass) -> LanguageTable { tables[Int(cls.rawValue)]! }

  package func cell(_ cls: LexicalClass, _ row: Int32, _ column: String) -> String {
    table(cls).cell(Int(row), column)
  }

  func entryRange(of key: Int32) -> Range<Int> {
    Int(entryStarts[Int(key)])..<Int(entryStarts[Int(key) + 1])
  }

  func entry(_ index: Int) -> LexiconEntry { entries[index] }
}

struct LexiconBuilder {
  var keys = ByteKeyTable()
  var frames: [Lexicon.Frame] = []
  var phrases = PhraseTrie()
  private var pending: [(key: Int32, entry: LexiconEntry)] = []
  private var phraseWords: [Int32: UInt8] = [:]
  private var folded: [UInt8] = []

  mutating func add(_ declaration: TableDeclaration, _ table: LanguageTable) {
    for column in declaration.columns {
      guard let index = table.column(column.name) else {
        preconditionFailure("table \(table.name) has no column \(column.name)")
      }
      let flagIndex = column.flag.flatMap { table.column($0) }
      let frame = UInt8(frames.count)
      frames.append(Lexicon.Frame(proclitics: column.proclitics, suffixes: column.suffixes))
      for row in 0..<table.count {
        let cell = table.cellBytes(row, index)
        guard cell.count > 0 else { continue }
        let flagged = flagIndex.map { table.cellBytes(row, $0).first == UInt8(ascii: "1") } ?? false
        for (i, range) in LanguageTable.split(cell, 0, cell.count, UInt8(ascii: "|")).enumerated()
        where !range.isEmpty {
          let form = flagged ? 1 : column.counted ? column.form + UInt8(min(i, 15)) : column.form
          add(
            UnsafeBufferPointer(rebasing: cell[range]),
            LexiconEntry(cls: declaration.cls, form: form, frame: frame, row: Int32(row)))
        }
      }
    }
  }

  private mutating func add(_ form: UnsafeBufferPointer<UInt8>, _ entry: LexiconEntry) {
    if !form.contains(where: { $0 == 0x20 || $0 < 0x80 }) {  // the common case: one Arabic word
      pending.append((key(of: form), entry))
      return
    }
    let words = Tokenizer.tokens(of: form).map {
      key(of: UnsafeBufferPointer(rebasing: form[Int($0.start)..<Int($0.end)]))
    }
    guard let first = words.first else { return }
    if words.count == 1 {
      pending.append((first, entry))
    } else {
      phrases.add(words, entry)
      for (i, word) in words.enumerated() { phraseWords[word, default: 0] |= i == 0 ? 1 : 0 }
    }
  }

  private mutating func key(of form: UnsafeBufferPointer<UInt8>) -> Int32 {
    folded.removeAll(keepingCapacity: true)
    Folding.fold(form, into: &folded)
    return folded.withUnsafeBufferPointer { keys.insert($0) }
  }

  /// Entries by key in the order of the tables, with duplicates of one row and form dropped.
  mutating func sortedEntries() -> ([Int32], [LexiconEntry]) {
    let frame = UInt8(frames.count)
    frames.append(Lexicon.Frame(proclitics: .nominal.union(.sa), suffixes: .adjective))
    for (key, form) in phraseWords {
      pending.append((key, LexiconEntry(cls: .phraseWord, form: form, frame: frame, row: key)))
    }
    var starts = [Int32](repeating: 0, count: keys.count + 1)
    for p in pending { starts[Int(p.key) + 1] += 1 }
    for i in 0..<keys.count { starts[i + 1] += starts[i] }
    var next = starts
    var entries = [LexiconEntry](
      repeating: LexiconEntry(cls: .phraseWord, form: 0, frame: 0, row: -1), count: pending.count)
    for p in pending {
      entries[Int(next[Int(p.key)])] = p.entry
      next[Int(p.key)] += 1
    }
    return (starts, entries)
  }
}
