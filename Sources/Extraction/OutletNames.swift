import Language

/// The names under which the tables know an outlet.
enum OutletNames {
  /// Folded names of the outlet, its own included.
  static func names(of outlet: String) -> Set<String> {
    let folded = Folding.fold(outlet)
    var names: Set<String> = [folded]
    if let row = rows[folded] { names.formUnion(forms[row]) }
    return names
  }

  private static let forms: [[String]] = {
    let table = Lexicon.shared.table(.organization)
    return (0..<table.count).map { row in
      (table.alternatives(row, "name") + table.alternatives(row, "aliases")).map { Folding.fold($0) }
    }
  }()

  private static let rows: [String: Int] = {
    var rows: [String: Int] = [:]
    for (row, names) in forms.enumerated() {
      for name in names where rows[name] == nil { rows[name] = row }
    }
    return rows
  }()
}
