import Facts
import Language

/// What was typed of a value, folded. It fits a value in which a word begins so, and an entity of whose names one does.
struct TypedName {
  private let typed: String
  private let names: NameIndex?
  /// Rows of the entities that have a fitting name.
  private let entities: Set<UInt32>

  /// `store` where the values are names of entities.
  init(_ text: String, _ store: FactStore?) {
    typed = Folding.fold(text)
    names = typed.isEmpty ? nil : store?.names
    var entities: Set<UInt32> = []
    if let names {
      for form in names.forms where Self.hasWord(form, beginning: typed) {
        entities.formUnion(names.entities(named: form))
      }
    }
    self.entities = entities
  }

  func fits(_ value: String) -> Bool {
    if typed.isEmpty || Self.hasWord(Folding.fold(value), beginning: typed) { return true }
    return names?.entities(named: value).contains { entities.contains($0) } ?? false
  }

  /// Whether `text`, or what stands in it behind a blank, begins with `typed`.
  private static func hasWord(_ text: String, beginning typed: String) -> Bool {
    var rest = Substring(text)
    while true {
      if rest.utf8.starts(with: typed.utf8) { return true }
      guard let blank = rest.utf8.firstIndex(of: UInt8(ascii: " ")) else { return false }
      rest = rest[rest.utf8.index(after: blank)...]
    }
  }
}
