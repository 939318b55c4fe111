/// A step of the pipeline: `| sort -value, date`.
package struct Stage: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case `where`(Condition)
    /// `let c = value / 1_000`
    case `let`(Name, Expression)
    case select([Column])
    /// `group a, m = month(date): n = count(), top = max(value)`; keys may be empty, aggregates too.
    case group(keys: [Column], aggregates: [Column])
    case count
    case distinct
    case sort([SortKey])
    /// A whole number that is not negative, or a parameter.
    case limit(Expression)
    case conflicts(value: Expression, by: [Expression])
    case timeline(value: Expression, by: Expression)
    case chart(ChartKind, value: Expression, by: Expression)
    case export(Export)
  }

  package enum ChartKind: String, Hashable, Sendable, CaseIterable {
    case bar, line
  }

  package var kind: Kind
  /// The word that names the stage.
  package var keyword: Name
  /// Without the `|`.
  package var range: SourceRange

  package init(_ kind: Kind, keyword: Name, _ range: SourceRange) {
    self.kind = kind
    self.keyword = keyword
    self.range = range
  }
}

/// `speaker`, `article.outlet`, `n = count()`
package struct Column: Hashable, Sendable {
  /// The new name; without one the value is a variable, a followed reference or a call, and names the column itself.
  package var name: Name?
  package var value: Expression
  package var range: SourceRange

  package init(name: Name?, value: Expression, _ range: SourceRange) {
    self.name = name
    self.value = value
    self.range = range
  }
}

/// `date`, `-value`
package struct SortKey: Hashable, Sendable {
  package var value: Expression
  package var isDescending: Bool
  package var range: SourceRange

  package init(value: Expression, isDescending: Bool, _ range: SourceRange) {
    self.value = value
    self.isDescending = isDescending
    self.range = range
  }
}

/// `export "out.csv" cite excel`
package struct Export: Hashable, Sendable {
  /// A text or a parameter.
  package var path: Expression
  /// Citation columns.
  package var cites: Bool
  package var forExcel: Bool

  package init(path: Expression, cites: Bool = false, forExcel: Bool = false) {
    self.path = path
    self.cites = cites
    self.forExcel = forExcel
  }
}
