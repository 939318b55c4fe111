/// One way to read a word: a form of the lexicon with the clitics around it.
package struct Sense: Sendable, Equatable {
  package var cls: LexicalClass
  package var form: UInt8
  package var proclitics: Proclitics
  package var suffix: Suffix
  package var row: Int32
}

/// A distinct word form and the classes its senses belong to.
package struct Word: Sendable {
  package var classes: UInt64
  /// The rule words that it can be, a bit a case.
  package var ruleWords: UInt64
  /// What it does as a function word, all readings together.
  package var roles: FunctionRoles
  var senseStart: Int32
  var senseCount: Int32
  /// Bytes of the folded form.
  package var length: Int32
}

/// Looks words up in the lexicon, stripping clitics. Each distinct form is analyzed once and remembered, so an
/// analyzer belongs to one thread; what it answers depends on the word alone.
package final class Analyzer {
  package let lexicon: Lexicon
  private var forms = ByteKeyTable(capacity: 1 << 16)
  private(set) var words: [Word] = []
  private(set) var senses: [Sense] = []

  /// Forms kept before the memory is emptied (between articles): enough for any topic, about 40 MB.
  private static let capacity = 400_000

  package init(lexicon: Lexicon = .shared) { self.lexicon = lexicon }

  package func word(_ index: Int32) -> Word { words[Int(index)] }

  package func senses(of word: Int32) -> ArraySlice<Sense> {
    let w = words[Int(word)]
    return senses[Int(w.senseStart)..<Int(w.senseStart + w.senseCount)]
  }

  package func foldedText(of word: Int32) -> String {
    forms.withBytes(of: word) { String(decoding: $0, as: UTF8.self) }
  }

  package func withFolded<R>(_ word: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    forms.withBytes(of: word, body)
  }

  /// Forgets all words when there are too many; call between articles only.
  func trim() {
    guard words.count > Self.capacity else { return }
    forms = ByteKeyTable(capacity: 1 << 16)
    words.removeAll(keepingCapacity: true)
    senses.removeAll(keepingCapacity: true)
  }

  /// The index of the word printed as `bytes`.
  package func analyze(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
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
    let start = senses.count
    collectSenses(form)
    var classes: UInt64 = 0
    var ruleWords: UInt64 = 0
    var roles: FunctionRoles = []
    for sense in senses[start...] {
      classes |= sense.cls.mask
      if sense.cls == .ruleWord { ruleWords |= RuleWord.named(sense.row).mask }
      if sense.cls == .functionWord { roles.formUnion(FunctionRoles.of(sense.row)) }
    }
    words.append(
      Word(
        classes: classes, ruleWords: ruleWords, roles: roles, senseStart: Int32(start),
        senseCount: Int32(senses.count - start),
        length: Int32(form.count)))
  }

  private func collectSenses(_ form: UnsafeBufferPointer<UInt8>) {
    lookUp(form, from: 0, [])
    guard form.count >= 6, form[0] >= 0xD8 else { return }
    for (conjunction, i) in afterConjunction(form) {
      if i > 0 { lookUp(form, from: i, conjunction) }
      if hasArticle(form, i) { lookUp(form, from: i + 4, conjunction.union(.al)) }
      guard let preposition = particle(form, i) else { continue }
      let both = conjunction.union(preposition)
      lookUp(form, from: i + 2, both)
      if hasArticle(form, i + 2) { lookUp(form, from: i + 6, both.union(.al)) }
      if preposition == .li, i + 4 <= form.count, form[i + 2] == 0xD9, form[i + 3] == 0x84 {
        // Two lams: the article lost its alef. The stem may itself begin with lam, or own its article.
        lookUp(form, from: i + 4, both.union(.al))
        lookUp(form, from: i + 2, both.union(.al))
        lookUp(form, from: i + 2, both, prefix: [0xD8, 0xA7])
      }
    }
  }

  private func afterConjunction(_ form: UnsafeBufferPointer<UInt8>) -> [(Proclitics, Int)] {
    if form[0] == 0xD9, form[1] == 0x88 { return [([], 0), (.wa, 2)] }
    if form[0] == 0xD9, form[1] == 0x81 { return [([], 0), (.fa, 2)] }
    return [([], 0)]
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
    _ form: UnsafeBufferPointer<UInt8>, from start: Int, _ proclitics: Proclitics, prefix: [UInt8] = []
  ) {
    guard form.count - start >= (start == 0 ? 1 : 4) else { return }
    let length = prefix.count + form.count - start
    // Zeros before the stem let its last eight bytes be read as one word, room behind it holds what is restored.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length + 8 + SuffixTable.longestRestore) { buffer in
      buffer.initialize(repeating: 0)
      let stem = UnsafeMutableBufferPointer(rebasing: buffer[8...])
      for i in prefix.indices { stem[i] = prefix[i] }
      for i in start..<form.count { stem[prefix.count + i - start] = form[i] }
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
    for row in SuffixTable.rows where tail >> row.shift == row.key {
      if proclitics.contains(.al), row.suffix.isPronoun || row.suffix == .alef { continue }
      let rest = length - row.bytes.count
      guard rest >= 4 else { continue }
      for i in row.restore.indices { stem[rest + i] = row.restore[i] }
      add(UnsafeBufferPointer(rebasing: stem[..<(rest + row.restore.count)]), proclitics, row.suffix)
      for i in row.bytes.indices { stem[rest + i] = row.bytes[i] }
    }
  }

  private func add(_ stem: UnsafeBufferPointer<UInt8>, _ proclitics: Proclitics, _ suffix: Suffix) {
    guard let key = lexicon.keys.find(stem) else { return }
    for i in lexicon.entryRange(of: key) {
      let entry = lexicon.entry(i)
      let frame = lexicon.frames[Int(entry.frame)]
      guard frame.proclitics.isSuperset(of: proclitics), frame.suffixes.contains(suffix) else { continue }
      senses.append(
        Sense(cls: entry.cls, form: entry.form, proclitics: proclitics, suffix: suffix, row: entry.row))
    }
  }
}
