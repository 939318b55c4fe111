/// One way to read a word: a form of the lexicon with the clitics around it.
public struct Sense: Sendable, Equatable {
  public var cls: LexicalClass
  public var form: UInt8
  public var proclitics: Proclitics
  public var suffix: Suffix
  public var row: Int32
}

/// A distinct word form and the classes its senses belong to.
public struct Word {
  public let classes: UInt64
  /// The rule words that it can be, a bit a case.
  public let ruleWords: UInt64
  /// What it does as a function word, all readings together.
  public let roles: FunctionRoles
  /// What it can do in a date.
  public let timeKinds: TimeKinds
  /// Bytes of the folded form.
  public let length: Int32
  /// Its readings; the memory is the analyzer's.
  public let senses: UnsafeBufferPointer<Sense>
}

/// Looks words up in the lexicon, stripping clitics. Each distinct form is analyzed once and remembered, so an
/// analyzer belongs to one thread; what it answers depends on the word alone.
public final class Analyzer {
  public let lexicon: Lexicon
  private var forms = ByteKeyTable(capacity: 1 << 16)
  private var words: [Word] = []
  private var senses = SenseBlocks()
  /// The senses of the word that is being added.
  private var found: [Sense] = []

  /// Forms kept before the memory is emptied (between articles): enough for any topic, about 40 MB.
  private static let capacity = 400_000

  public init(lexicon: Lexicon = .shared) { self.lexicon = lexicon }

  deinit { senses.removeAll() }

  public func word(_ index: Int32) -> Word { words[Int(index)] }

  /// The readings of a word, valid until the next article.
  public func senses(of word: Int32) -> UnsafeBufferPointer<Sense> { words[Int(word)].senses }

  public func foldedText(of word: Int32) -> String {
    forms.withBytes(of: word) { String(decoding: $0, as: UTF8.self) }
  }

  public func withFolded<R>(_ word: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    forms.withBytes(of: word, body)
  }

  /// Forgets all words when there are too many; call between articles only.
  func trim() {
    guard words.count > Self.capacity else { return }
    forms = ByteKeyTable(capacity: 1 << 16)
    words.removeAll(keepingCapacity: true)
    senses.removeAll()
  }

  /// The index of the word printed as `bytes`.
  public func analyze(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { folded in
      let length = bytes.isEmpty ? 0 : Folding.fold(bytes, to: folded.baseAddress!)
      let form = UnsafeBufferPointer(rebasing: folded[..<length])
      let known = forms.count
      let index = forms.insert(form)
      if Int(index) == known { addWord(form) }
      return index
    }
  }

  private func addWord(_ form: UnsafeBufferPointer<UInt8>) {
    found.removeAll(keepingCapacity: true)
    collectSenses(form)
    var classes: UInt64 = 0
    var ruleWords: UInt64 = 0
    var roles: FunctionRoles = []
    var timeKinds: TimeKinds = []
    for sense in found {
      classes |= sense.cls.mask
      if sense.cls == .ruleWord { ruleWords |= RuleWord.named(sense.row).mask }
      if sense.cls == .functionWord { roles.formUnion(FunctionRoles.of(sense.row)) }
      if sense.cls == .timeWord { timeKinds.formUnion(TimeKinds(TimeWord.rows[Int(sense.row)].kind)) }
      if sense.cls == .countedNoun, DateUnits.byNoun[Int(sense.row)] != nil { timeKinds.formUnion(.dateUnit) }
    }
    words.append(
      Word(
        classes: classes, ruleWords: ruleWords, roles: roles, timeKinds: timeKinds, length: Int32(form.count),
        senses: senses.store(found)))
  }

  private func collectSenses(_ form: UnsafeBufferPointer<UInt8>) {
    lookUp(form, from: 0, [])
    guard form.count >= 6, form[0] >= 0xD8 else { return }
    collectSenses(form, from: 0, [])
    if form[0] == 0xD9, form[1] == 0x88 { collectSenses(form, from: 2, .wa) }
    if form[0] == 0xD9, form[1] == 0x81 { collectSenses(form, from: 2, .fa) }
  }

  /// The senses with a conjunction that ends before byte `i`.
  private func collectSenses(_ form: UnsafeBufferPointer<UInt8>, from i: Int, _ conjunction: Proclitics) {
    if i > 0 { lookUp(form, from: i, conjunction) }
    if hasArticle(form, i) { lookUp(form, from: i + 4, conjunction.union(.al)) }
    guard let preposition = particle(form, i) else { return }
    let both = conjunction.union(preposition)
    lookUp(form, from: i + 2, both)
    if hasArticle(form, i + 2) { lookUp(form, from: i + 6, both.union(.al)) }
    if preposition == .li, i + 4 <= form.count, form[i + 2] == 0xD9, form[i + 3] == 0x84 {
      // Two lams: the article lost its alef. The stem may itself begin with lam, or own its article.
      lookUp(form, from: i + 4, both.union(.al))
      lookUp(form, from: i + 2, both.union(.al))
      lookUp(form, from: i + 2, both, restoringAlef: true)
    }
  }

  private func hasArticle(_ form: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    i + 8 <= form.count && form[i] == 0xD8 && form[i + 1] == 0xA7 && form[i + 2] == 0xD9 && form[i + 3] == 0x84
  }

  private func particle(_ form: UnsafeBufferPointer<UInt8>, _ i: Int) -> Proclitics? {
    guard i + 6 <= form.count else { return nil }
    switch (form[i], form[i + 1]) {
    case (0xD8, 0xA8): return .ba
    case (0xD9, 0x84): return .li
    case (0xD9, 0x83): return .ka
    case (0xD8, 0xB3): return .sa
    default: return nil
    }
  }

  /// Adds the senses of the stem that begins at byte `start`, with each suffix it may carry.
  private func lookUp(
    _ form: UnsafeBufferPointer<UInt8>, from start: Int, _ proclitics: Proclitics, restoringAlef: Bool = false
  ) {
    guard form.count - start >= (start == 0 ? 1 : 4) else { return }
    let restored = restoringAlef ? 2 : 0
    let length = restored + form.count - start
    // Zeros before the stem let its last eight bytes be read as one word, room behind it holds what is restored.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length + 8 + SuffixTable.longestRestore) { buffer in
      buffer.initialize(repeating: 0)
      let stem = UnsafeMutableBufferPointer(rebasing: buffer[8...])
      if restoringAlef { (stem[0], stem[1]) = (0xD8, 0xA7) }
      for i in start..<form.count { stem[restored + i - start] = form[i] }
      add(UnsafeBufferPointer(rebasing: stem[..<length]), proclitics, .none)
      guard length >= 6, form[0] >= 0xD8 else { return }
      let tail = UnsafeRawBufferPointer(buffer).loadUnaligned(fromByteOffset: length, as: UInt64.self).littleEndian
      addSuffixed(stem, length, tail, proclitics)
    }
  }

  /// Cuts off each suffix that `tail`, the last bytes of the stem, ends with.
  private func addSuffixed(
    _ stem: UnsafeMutableBufferPointer<UInt8>, _ length: Int, _ tail: UInt64, _ proclitics: Proclitics
  ) {
    let table = SuffixTable.shared
    for i in table.rows(endingIn: UInt8(truncatingIfNeeded: tail >> 56)) {
      let row = table.rows[i]
      guard tail >> row.shift == row.key else { continue }
      if proclitics.contains(.al), row.suffix.isPronoun || row.suffix == .alef { continue }
      let rest = length - row.length
      guard rest >= 4 else { continue }
      row.restore.write(to: stem, at: rest)
      add(UnsafeBufferPointer(rebasing: stem[..<(rest + row.restore.count)]), proclitics, row.suffix)
      row.letters.write(to: stem, at: rest)
    }
  }

  private func add(_ stem: UnsafeBufferPointer<UInt8>, _ proclitics: Proclitics, _ suffix: Suffix) {
    guard let key = lexicon.keys.find(stem) else { return }
    for i in lexicon.entryRange(of: key) {
      let entry = lexicon.entry(i)
      let frame = lexicon.frames[Int(entry.frame)]
      guard frame.proclitics.isSuperset(of: proclitics), frame.suffixes.contains(suffix) else { continue }
      found.append(
        Sense(cls: entry.cls, form: entry.form, proclitics: proclitics, suffix: suffix, row: entry.row))
    }
  }
}
