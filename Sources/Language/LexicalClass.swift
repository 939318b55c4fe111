/// The classes of words the tables know; a token's classes fit in one 64-bit mask.
public enum LexicalClass: UInt8, Sendable, CaseIterable {
  case givenName, familyName
  case country, capital, nisba, place, nationality
  case organization, organizationTrigger, placeTrigger
  case title, postDomain
  case reportingVerb, attributionPhrase, reportingNoun, sourceNoun, functionWord, ruleWord
  case countedNoun, currency, numberWord, numberModifier
  case month, weekday, timeWord
  case measureWord, figureWord, eventTrigger, contextWord
  case nameAdjective, nameParticle, ordinaryWord
  /// A word of a phrase of several words; `row` is its key, `form` 1 when it can begin one.
  case phraseWord

  public var mask: UInt64 { 1 << UInt64(rawValue) }
}

/// How a table's cells become words of a class.
struct TableDeclaration {
  struct Column {
    let name: String
    /// The form code of the first alternative.
    var form: UInt8 = 0
    /// Whether further alternatives count on from `form` (at most 15).
    var counted = false
    /// When set, the form is 1 where this column's cell holds `1`.
    var flag: String?
    let proclitics: Proclitics
    let suffixes: SuffixSet
  }

  let cls: LexicalClass
  let file: String
  let columns: [Column]

  private init(_ cls: LexicalClass, _ file: String, _ columns: [Column]) {
    self.cls = cls
    self.file = file
    self.columns = columns
  }

  private static func name(_ column: String, form: UInt8 = 0, flag: String? = nil) -> Column {
    Column(name: column, form: form, flag: flag, proclitics: .name, suffixes: .bare)
  }

  private static func noun(_ column: String, form: UInt8 = 0, _ suffixes: SuffixSet = .noun) -> Column {
    Column(name: column, form: form, proclitics: .nominal, suffixes: suffixes)
  }

  private static func verb(_ column: String, form: UInt8, _ suffixes: SuffixSet = .verb) -> Column {
    Column(name: column, form: form, counted: true, proclitics: .verbal, suffixes: suffixes)
  }

  private static func particle(_ column: String, form: UInt8 = 0) -> Column {
    Column(name: column, form: form, proclitics: [.wa, .fa, .ba, .li], suffixes: .bare)
  }

  /// Every table that feeds the lexicon: one line each.
  static let all: [TableDeclaration] = [
    TableDeclaration(.givenName, "given_names", [name("name", flag: "common")]),
    TableDeclaration(.familyName, "family_names", [name("name", flag: "common")]),
    TableDeclaration(.country, "countries", [name("name"), name("aliases", form: 1)]),
    TableDeclaration(.capital, "countries", [name("capital"), name("capital_aliases", form: 1)]),
    TableDeclaration(.nisba, "countries", [noun("nisba", .adjective), noun("nisba_plurals", form: 1, .bare)]),
    TableDeclaration(.place, "places", [name("name", flag: "common"), name("aliases", flag: "common")]),
    TableDeclaration(.nationality, "nationalities", [noun("nisba", .adjective), noun("plural", form: 1, .bare)]),
    TableDeclaration(.organization, "organizations", [name("name"), name("aliases", form: 1)]),
    TableDeclaration(.organizationTrigger, "organization_triggers", [noun("word"), noun("plural", form: 1)]),
    TableDeclaration(.placeTrigger, "place_triggers", [noun("word"), noun("plural", form: 1)]),
    TableDeclaration(
      .title, "titles",
      [noun("masculine"), noun("feminine", form: 1), noun("dual", form: 2, .verb), noun("plural", form: 3)]),
    TableDeclaration(.postDomain, "post_domains", [name("word")]),
    TableDeclaration(.nameAdjective, "name_adjectives", [noun("word", .bare)]),
    TableDeclaration(.nameParticle, "name_particles", [name("word")]),
    TableDeclaration(
      .ordinaryWord, "ordinary_words",
      [Column(name: "forms", proclitics: [.wa, .fa, .sa, .ba, .li, .ka, .al], suffixes: .noun)]),
    TableDeclaration(
      .reportingVerb, "reporting_verbs",
      [
        verb("past", form: VerbForm.past), verb("present", form: VerbForm.present),
        verb("passive", form: VerbForm.passive),
        Column(
          name: "participle", form: VerbForm.participle, counted: true, proclitics: [.wa, .fa, .al], suffixes: .verb),
        Column(
          name: "masdar", form: VerbForm.masdar, counted: true, proclitics: .nominal, suffixes: .noun),
      ]),
    TableDeclaration(
      .attributionPhrase, "attribution_phrases", [particle("phrase"), particle("pronouns", form: 1)]),
    TableDeclaration(.reportingNoun, "reporting_nouns", [noun("word"), noun("forms", form: 1)]),
    TableDeclaration(
      .sourceNoun, "source_nouns",
      [noun("masculine"), noun("feminine", form: 1), noun("dual", form: 2, .bare), noun("plural", form: 3)]),
    TableDeclaration(.functionWord, "complementizers", [particle("word")]),
    TableDeclaration(.ruleWord, "rule_words", [particle("forms")]),
    TableDeclaration(.figureWord, "figure_words", [particle("forms")]),
    TableDeclaration(.contextWord, "context_words", [particle("forms")]),
    TableDeclaration(
      .countedNoun, "counted_nouns", [noun("singular", .counted), noun("plurals", form: 1, .noun)]),
    TableDeclaration(
      .currency, "currencies",
      [noun("singular", .counted), noun("plurals", form: 1), name("symbols", form: 2)]),
    TableDeclaration(
      .numberWord, "number_words",
      [Column(name: "word", proclitics: [.wa, .fa, .ba, .li, .al], suffixes: SuffixSet(.none, .alef))]),
    TableDeclaration(.numberModifier, "number_modifiers", [particle("phrase")]),
    TableDeclaration(.month, "months", [name("name")]),
    TableDeclaration(.weekday, "weekdays", [name("name")]),
    TableDeclaration(.timeWord, "time_words", [noun("phrase", .bare)]),
    TableDeclaration(
      .measureWord, "measure_words",
      [
        Column(
          name: "forms", counted: false, proclitics: [.wa, .fa, .sa, .ba, .li, .ka, .al], suffixes: .noun)
      ]),
    TableDeclaration(
      .eventTrigger, "event_triggers",
      [
        Column(
          name: "forms", counted: false, proclitics: [.wa, .fa, .sa, .ba, .li, .ka, .al], suffixes: .noun)
      ]),
  ]
}

/// Form codes of verbs in the lexicon: the base of a column plus the place of the alternative in its cell
/// (third person masculine singular 0, feminine 1, masculine dual 2, feminine dual 3, masculine plural 4,
/// feminine plural 5).
public enum VerbForm {
  public static let past: UInt8 = 0
  public static let present: UInt8 = 16
  public static let passive: UInt8 = 32
  public static let participle: UInt8 = 48
  public static let masdar: UInt8 = 64
}
