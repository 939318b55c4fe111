import Language

/// The names under which the tables know an outlet.
enum OutletNames {
  /// Folded names of the outlet, its own included.
  static func names(of outlet: String) -> Set<String> {
    let key = key(outlet)
    var names = rows[key] ?? []
    names.insert(Folding.fold(outlet))
    names.insert(key)
    return names
  }

  /// The name in lower case, without what stands in parentheses (`Hespress (Morocco)`) and without hyphens.
  private static func key(_ name: String) -> String {
    let folded = Folding.fold(name.prefix { $0 != "(" }).replacing("-", with: " ")
    return folded.split(separator: " ").joined(separator: " ")
  }

  private static let rows: [String: Set<String>] = {
    var rows: [String: Set<String>] = [:]
    func add(_ table: LanguageTable, _ keys: String...) {
      for row in 0..<table.count {
        let names = keys.flatMap { table.alternatives(row, $0) }
        let folded = Set(names.map { Folding.fold($0) })
        for name in names { rows[key(name), default: []].formUnion(folded) }
      }
    }
    add(LanguageTable("outlet_names"), "latin", "names")
    add(Lexicon.shared.table(.organization), "name", "aliases")
    return rows
  }()
}
