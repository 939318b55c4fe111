/// Rows of one relation as they came, before references are resolved: ids, names and references are still codes.
struct RawTable {
  let relation: Relation
  private(set) var count = 0
  /// In the order of `relation.streamFields`.
  private(set) var columns: [RawColumn]

  init(_ relation: Relation) {
    self.relation = relation
    columns = relation.streamFields.map { RawColumn($0.type) }
  }

  mutating func append(_ values: [Value], strings: inout StringArena) {
    for i in columns.indices { columns[i].append(i < values.count ? values[i] : .missing, strings: &strings) }
    count += 1
  }

  /// The code in the field `name`; missing when the relation has no such field.
  func code(_ name: String, _ row: Int) -> UInt32 {
    guard let i = relation.streamIndex(of: name) else { return StringArena.missing }
    return columns[i].codes[row]
  }
}

/// Values of one field; only the arrays of its type are filled.
struct RawColumn {
  enum Kind { case codes, numbers, dates }

  let kind: Kind
  var codes: [UInt32] = []
  var numbers: [Double] = []
  var starts: [Int32] = []
  var ends: [Int32] = []

  init(_ type: FieldType) {
    switch type {
    case .number: kind = .numbers
    case .date: kind = .dates
    case .id, .text, .symbol, .entity, .reference, .claim: kind = .codes
    }
  }

  mutating func append(_ value: Value, strings: inout StringArena) {
    switch kind {
    case .codes:
      if case .text(let text) = value { codes.append(strings.intern(text)) } else { codes.append(StringArena.missing) }
    case .numbers:
      if case .number(let number) = value { numbers.append(number) } else { numbers.append(.nan) }
    case .dates:
      if case .date(let period) = value {
        starts.append(period.start)
        ends.append(period.end)
      } else {
        starts.append(StoredColumn.noDate.start)
        ends.append(StoredColumn.noDate.end)
      }
    }
  }

  mutating func append(_ row: Int, of other: RawColumn) {
    switch kind {
    case .codes: codes.append(other.codes[row])
    case .numbers: numbers.append(other.numbers[row])
    case .dates:
      starts.append(other.starts[row])
      ends.append(other.ends[row])
    }
  }
}
