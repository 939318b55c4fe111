/// Finds the rows that the references of one article's facts mean.
struct ReferenceResolver {
  let article: UInt32
  /// Entity rows by the names the article uses.
  let entities: [UInt32: UInt32]
  private var sentences: [UInt32: UInt32] = [:]
  private var claims: [UInt32: UInt32] = [:]
  private var timexes: Set<UInt32> = []

  init(article: UInt32, entities: [UInt32: UInt32]) {
    self.article = article
    self.entities = entities
  }

  /// Notes that the row with `id` will stand at `row`; false when the id is taken.
  mutating func register(_ id: UInt32, relation: String, row: UInt32) -> Bool {
    if let kind = Schema.claims.firstIndex(of: relation) {
      return claims.updateValue(ClaimRow(kind: kind, row: Int(row)).packed, forKey: id).map { old in
        claims[id] = old
      } == nil
    }
    switch relation {
    case "sentence":
      guard sentences[id] == nil else { return false }
      sentences[id] = row
      return true
    case "timex": return timexes.insert(id).inserted
    default: return true
    }
  }

  /// False for a participant without its event and a source without its claim, which would say nothing.
  func resolvesLink(of table: RawTable, row: Int) -> Bool {
    switch table.relation.name {
    case "participant": reference(table.code("event", row), to: "event") != StoredColumn.noRow
    case "source": claim(table.code("claim", row)) != StoredColumn.noRow
    default: true
    }
  }

  func entity(_ name: UInt32) -> UInt32 { entities[name] ?? StoredColumn.noRow }

  func claim(_ id: UInt32) -> UInt32 { claims[id] ?? StoredColumn.noRow }

  func reference(_ id: UInt32, to relation: String) -> UInt32 {
    switch relation {
    case "article": return article
    case "sentence": return sentences[id] ?? StoredColumn.noRow
    default:
      guard let packed = claims[id] else { return StoredColumn.noRow }
      let claim = ClaimRow(packed: packed)
      return Schema.claims[claim.kind] == relation ? UInt32(claim.row) : StoredColumn.noRow
    }
  }
}

/// A column on its way into a store.
struct OutputColumn {
  let type: FieldType
  var raw: RawColumn

  init(_ type: FieldType) {
    self.type = type
    raw = RawColumn(type)
  }

  mutating func append(_ row: Int, of source: RawColumn, type: FieldType, resolver: ReferenceResolver) {
    switch type {
    case .id, .text, .symbol, .number, .date: raw.append(row, of: source)
    case .entity: raw.codes.append(resolver.entity(source.codes[row]))
    case .reference(let relation): raw.codes.append(resolver.reference(source.codes[row], to: relation))
    case .claim: raw.codes.append(resolver.claim(source.codes[row]))
    }
  }

  func stored() -> StoredColumn {
    switch type {
    case .id, .text, .symbol: .text(raw.codes)
    case .number: .number(raw.numbers)
    case .date: .date(start: raw.starts, end: raw.ends)
    case .entity, .reference: .rows(raw.codes)
    case .claim: .claims(raw.codes)
    }
  }
}

/// A relation on its way into a store.
struct OutputTable {
  let relation: Relation
  var count = 0
  var columns: [OutputColumn]

  init(_ relation: Relation) {
    self.relation = relation
    columns = relation.fields.map { OutputColumn($0.type) }
  }

  mutating func append(codes: [UInt32]) {
    for (i, code) in codes.enumerated() { columns[i].raw.codes.append(code) }
    count += 1
  }

  mutating func appendMissing() {
    var none = StringArena()
    for i in columns.indices { columns[i].raw.append(.missing, strings: &none) }
    count += 1
  }

  func table() -> Table { Table(relation: relation, count: count, columns: columns.map { $0.stored() }) }
}
