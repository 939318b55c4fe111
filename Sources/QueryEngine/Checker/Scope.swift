import QueryLanguage

/// Which column a name means, for expressions of a pattern or of a stage.
protocol Scope {
  func column(_ name: String) -> (index: Int, type: ValueType)?
  /// Names that can be used here, for suggestions.
  var names: [String] { get }
  /// Why a name that is not here can't be used, if there is more to say.
  func explanation(for name: String) -> Message?
}

/// The columns that a stage sees.
struct StageScope: Scope {
  var columns: [CheckedColumn] {
    didSet {
      for column in oldValue where !columns.contains(where: { $0.name == column.name }) { left.insert(column.name) }
    }
  }
  /// Names of columns that stages have left out.
  private var left: Set<String> = []

  init(columns: [CheckedColumn]) { self.columns = columns }

  func column(_ name: String) -> (index: Int, type: ValueType)? {
    columns.firstIndex { $0.name == name }.map { ($0, columns[$0].type) }
  }

  var names: [String] { columns.map(\.name) }

  func explanation(for name: String) -> Message? {
    left.contains(name) ? "a stage before this one leaves `\(name)` out" : nil
  }
}
