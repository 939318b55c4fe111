import Facts

/// The different values of a field in the whole store, the most frequent first.
struct FieldValues {
  /// Codes of texts, or rows of `entity`.
  private let keys: [UInt32]
  let counts: [Int]
  private let isEntity: Bool
  /// The values themselves; of entities, all know all names.
  private let texts: WordStarts

  /// Nobody completes a text longer than this.
  static let longest = 120

  init(_ store: FactStore, relation: Int, field: Int) {
    var column: [UInt32] = []
    var isEntity = false
    switch store.tables[relation].columns[field] {
    case .text(let codes): column = codes
    case .rows(let rows):
      column = rows
      isEntity = true
    case .number, .date, .claims: break
    }
    self.isEntity = isEntity
    let isShort = { (key: UInt32) in isEntity || store.strings.length(of: key) <= Self.longest }
    (keys, counts) = Self.ranked(
      column, below: isEntity ? store.table("entity").count : store.strings.count, isShort)
    var texts = WordStarts()
    if !isEntity {
      for (place, code) in keys.enumerated() { store.strings.withBytes(of: code) { texts.add($0, of: place) } }
    }
    self.texts = texts
  }

  func text(_ place: Int, _ store: FactStore) -> String {
    isEntity ? store.name(ofEntity: Int(keys[place])).description : store.strings[keys[place]]
  }

  /// Places of the values in which a word begins with `typed`, of entities by any of their names.
  func places(like typed: String, _ entities: (String) -> [Bool]) -> [Int] {
    if typed.isEmpty { return Array(keys.indices) }
    if isEntity {
      let fits = entities(typed)
      return keys.indices.filter { fits[Int(keys[$0])] }
    }
    let fits = texts.owners(keys.count, withWordLike: typed)
    return keys.indices.filter { fits[$0] }
  }

  private static func ranked(
    _ column: [UInt32], below limit: Int, _ isShort: (UInt32) -> Bool
  ) -> (keys: [UInt32], counts: [Int]) {
    var numbers = [UInt32](repeating: 0, count: limit)
    var met: [UInt32] = []
    for key in column where key < limit {
      if numbers[Int(key)] == 0 { met.append(key) }
      numbers[Int(key)] += 1
    }
    let keys = met.filter(isShort).enumerated().sorted {
      let (a, b) = (numbers[Int($0.element)], numbers[Int($1.element)])
      return a == b ? $0.offset < $1.offset : a > b
    }.map(\.element)
    return (keys, keys.map { Int(numbers[Int($0)]) })
  }
}

/// What was found out about a store for completion, kept as long as the store stays.
final class KnownValues {
  private let store: FactStore
  private var fields: [Int: FieldValues] = [:]
  private lazy var entityNames = Self.names(of: store)

  init(_ store: FactStore) { self.store = store }

  func values(relation: Int, field: Int) -> FieldValues {
    let key = relation << 8 | field
    if let values = fields[key] { return values }
    let values = FieldValues(store, relation: relation, field: field)
    fields[key] = values
    return values
  }

  /// For each row of `entity`, whether a word of one of its names begins with `typed`.
  func entities(like typed: String) -> [Bool] {
    entityNames.owners(store.table("entity").count, withWordLike: typed)
  }

  private static func names(of store: FactStore) -> WordStarts {
    var names = WordStarts()
    let (aliases, entities) = (store.table("alias"), store.table("entity"))
    if case .rows(let owners) = aliases.columns[aliases.relation.index(of: "entity")!],
      case .text(let texts) = aliases.columns[aliases.relation.index(of: "text")!]
    {
      for (owner, text) in zip(owners, texts) where owner != StoredColumn.noRow && text != StringArena.missing {
        store.strings.withBytes(of: text) { names.add($0, of: Int(owner)) }
      }
    }
    if case .text(let texts) = entities.columns[entities.relation.index(of: "name")!] {
      for (row, text) in texts.enumerated() where text != StringArena.missing {
        store.strings.withBytes(of: text) { names.add($0, of: row) }
      }
    }
    return names
  }
}
