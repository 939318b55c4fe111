import Language

/// The names under which the tables know an outlet.
enum OutletNames {
  /// Folded names of the outlet, its own included.
  static func names(of outlet: String) -> Set<String> {
    let key = key(outlet)
    var names: Set<String> = [Folding.fold(outlet), String(decoding: key, as: UTF8.self)]
    for name in OutletRows.shared.names(key) { names.insert(Folding.fold(name)) }
    return names
  }

  /// The name in lower case, without what stands in parentheses (`Hespress (Morocco)`) and without hyphens.
  private static func key(_ name: String) -> [UInt8] {
    var name = name
    var key: [UInt8] = []
    name.withUTF8 { OutletRows.key($0, into: &key) }
    return key
  }
}

/// The rows of the tables by the keys of the names in them.
private struct OutletRows {
  static let shared = OutletRows()

  private struct Source {
    let table: LanguageTable
    let columns: [Int]
  }

  private let sources: [Source]
  private var keys = ByteKeyTable(capacity: 1 << 15)
  /// By key the source and row of a name, and the place of the next one.
  private var rows: [(source: Int, row: Int, next: Int)] = []

  private init() {
    let columns = [
      (LanguageTable("outlet_names"), ["latin", "names"]),
      (Lexicon.shared.table(.organization), ["name", "aliases"]),
    ]
    sources = columns.map { table, names in Source(table: table, columns: names.compactMap { table.column($0) }) }
    // Rows of one key form a list that begins at the key's own number; `ends` is its last one.
    var ends: [Int] = []
    var more: [(key: Int, source: Int, row: Int)] = []
    var key: [UInt8] = []
    for (source, value) in sources.enumerated() {
      for row in 0..<value.table.count {
        for column in value.columns {
          value.table.forEachAlternative(row, column) { _, name in
            Self.key(name, into: &key)
            let number = Int(key.withUnsafeBufferPointer { keys.insert($0) })
            if number == rows.count {
              rows.append((source, row, -1))
              ends.append(number)
            } else {
              more.append((number, source, row))
            }
          }
        }
      }
    }
    for entry in more {
      rows[ends[entry.key]].next = rows.count
      ends[entry.key] = rows.count
      rows.append((entry.source, entry.row, -1))
    }
  }

  /// All names in the rows that the key names.
  func names(_ key: [UInt8]) -> [String] {
    var names: [String] = []
    var next = key.withUnsafeBufferPointer { keys.find($0) }.map { Int($0) } ?? -1
    while next >= 0 {
      let entry = rows[next]
      let source = sources[entry.source]
      for column in source.columns {
        source.table.forEachAlternative(entry.row, column) { _, name in
          names.append(String(decoding: name, as: UTF8.self))
        }
      }
      next = entry.next
    }
    return names
  }

  /// Writes the folded words of the name, up to a parenthesis, with one space between them.
  static func key(_ name: UnsafeBufferPointer<UInt8>, into key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    let end = name.firstIndex(of: UInt8(ascii: "(")) ?? name.count
    Folding.fold(UnsafeBufferPointer(rebasing: name[..<end]), into: &key)
    var length = 0
    var spaced = false
    for i in key.indices {
      if key[i] == UInt8(ascii: " ") || key[i] == UInt8(ascii: "-") {
        spaced = length > 0
        continue
      }
      if spaced {
        key[length] = UInt8(ascii: " ")
        length += 1
        spaced = false
      }
      key[length] = key[i]
      length += 1
    }
    key.removeLast(key.count - length)
  }
}
