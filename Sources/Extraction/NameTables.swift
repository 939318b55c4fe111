import Language

/// A row of `organization_triggers`.
struct OrganizationTrigger {
  let type: String
  /// Whether nouns may follow (`idafa`), adjectives, or a proper name.
  let idafa: Bool
  let adjective: Bool
  let proper: Bool
  /// Whether the word only introduces a proper name and is no part of it.
  let introduces: Bool
  /// Whether the word with the article and a nisba is a name (`the Danish army`), or only a description.
  let nationalIsName: Bool
  /// Whether a noun in construct behind it makes a name (`ministry of X`), or mostly a description.
  let governs: Bool
  /// Whether the word with its noun tells a kind of body (`the board of directors`), the name of none.
  let isKind: Bool
}

/// A row of `place_triggers`.
struct PlaceTrigger {
  let type: String
  /// Whether the word is part of the name.
  let included: Bool
  /// Whether a word that no table knows may follow as the name.
  let settlement: Bool
}

/// Typed rows of the name tables, read once.
enum NameTables {
  static let triggers: [OrganizationTrigger] = rows(.organizationTrigger) { table, row in
    let reach = table.alternatives(row, "reach")
    return OrganizationTrigger(
      type: table.cell(row, "type"), idafa: reach.contains("idafa"), adjective: reach.contains("adjective"),
      proper: reach.contains("proper"), introduces: table.cell(row, "introduces") == "1",
      nationalIsName: table.cell(row, "national") == "1",
      governs: table.cell(row, "governs") == "1", isKind: reach.contains("kind"))
  }

  static let placeTriggers: [PlaceTrigger] = rows(.placeTrigger) { table, row in
    let type = table.cell(row, "type")
    return PlaceTrigger(
      type: type, included: table.cell(row, "included") == "1", settlement: table.cell(row, "settlement") == "1")
  }

  /// Folded forms of an organization that are no name of it by themselves.
  static let ambiguous: [Set<String>] = rows(.organization) { table, row in
    Set(table.alternatives(row, "ambiguous").map { Folding.fold($0) })
  }

  static let organizationCountries: [String] = rows(.organization) { table, row in table.cell(row, "country") }
  static let placeTypes: [String] = rows(.place) { table, row in table.cell(row, "type") }
  static let placeCountries: [String] = rows(.place) { table, row in table.cell(row, "country") }
  static let countryNames: [String] = rows(.country) { table, row in table.cell(row, "name") }
  static let genders: [String] = rows(.givenName) { table, row in table.cell(row, "gender") }
  static let nationalityPlaces: [String] = rows(.nationality) { table, row in table.cell(row, "place") }

  /// Rows of ordinary words that are verbs.
  static let ordinaryVerbs: [Bool] = rows(.ordinaryWord) { table, row in table.cell(row, "part") == "verb" }

  private static func rows<Row>(_ cls: LexicalClass, _ read: (LanguageTable, Int) -> Row) -> [Row] {
    let table = Lexicon.shared.table(cls)
    return (0..<table.count).map { read(table, $0) }
  }
}
