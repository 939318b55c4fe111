import Language

/// What kind of thing a counted noun names.
enum NounKind: String {
  case person, thing, abstract, money, time, length, weight, volume, area, percent
}

/// Typed rows of the tables that quantities are read with.
enum QuantityTables {
  static let nouns: [(measure: String, kind: NounKind)] = rows(.countedNoun) { table, row in
    guard let kind = NounKind(rawValue: table.cell(row, "class")) else {
      preconditionFailure("counted_nouns row \(row + 1): unknown class")
    }
    return (table.cell(row, "measure"), kind)
  }

  static let modifiers: [(bound: String, before: Bool, after: Bool)] = rows(.numberModifier) { table, row in
    let position = table.cell(row, "position")
    return (table.cell(row, "bound"), position != "after", position != "before")
  }

  static let measures: [String] = rows(.measureWord) { table, row in table.cell(row, "measure") }

  /// Whether a row of `measure_words` speaks only of a figure close by: its words have other uses.
  static let nearMeasures: [Bool] = rows(.measureWord) { table, row in table.cell(row, "near") == "1" }

  /// What a row of `measure_words` says of a sum.
  enum MoneyRole: String {
    /// The subject or possessor of its words pays or owns it.
    case holder
    /// It is what something costs.
    case price
    /// What the country that they name sells or buys.
    case trade
    case none = ""
  }

  static let moneyRoles: [MoneyRole] = rows(.measureWord) { table, row in
    guard let role = MoneyRole(rawValue: table.cell(row, "role")) else {
      preconditionFailure("measure_words row \(row + 1): unknown role")
    }
    return role
  }

  /// Measures of people that a verb or noun beside a count decides.
  static let peopleMeasures: Set<String> = [
    "killed", "wounded", "detained", "missing", "displaced", "released", "population", "participants",
  ]

  /// Currency rows by a symbol of one sign.
  static let symbols: [Int32: Int32] = {
    let table = Lexicon.shared.table(.currency)
    var found: [Int32: Int32] = [:]
    for row in 0..<table.count {
      for symbol in table.alternatives(row, "symbols") where symbol.unicodeScalars.count == 1 {
        let scalar = Int32(symbol.unicodeScalars.first!.value)
        if found[scalar] == nil { found[scalar] = Int32(row) }
      }
    }
    return found
  }()

  private static func rows<Row>(_ cls: LexicalClass, _ read: (LanguageTable, Int) -> Row) -> [Row] {
    let table = Lexicon.shared.table(cls)
    return (0..<table.count).map { read(table, $0) }
  }
}
