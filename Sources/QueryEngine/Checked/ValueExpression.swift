import Facts

/// A value computed from the columns of a row, every name looked up and every type known.
indirect enum ValueExpression: Hashable, Sendable {
  case constant(Cell)
  case column(Int)
  /// The field of the row that the value refers to.
  case followed(ValueExpression, Path)
  case call(Function, [ValueExpression])
  case arithmetic(Arithmetic, ValueExpression, ValueExpression)

  /// How a reference is followed: a field of one relation, or a field that all claims have.
  enum Path: Hashable, Sendable {
    case field(relation: Int, field: Int)
    /// For each of `Schema.claims` the place of the field.
    case claim(fields: [Int])
  }

  enum Arithmetic: Hashable, Sendable {
    case add, subtract, multiply, divide
    /// Date and duration.
    case later, earlier
    case daysBetween
  }

  /// Columns that the value depends on.
  var columns: Set<Int> {
    switch self {
    case .constant: []
    case .column(let column): [column]
    case .followed(let base, _): base.columns
    case .call(_, let arguments): arguments.reduce(into: []) { $0.formUnion($1.columns) }
    case .arithmetic(_, let a, let b): a.columns.union(b.columns)
    }
  }
}

enum Function: Hashable, Sendable {
  case year, month, day
  case length
  case fold
  /// Canonical name of an entity.
  case entityName
  /// Id of a row of a relation.
  case idOfRow(Int)
  case idOfClaim
  case entityKind
  /// `quote`, `figure`, `event` or `post`.
  case claimKind
  case absolute
  case round
  case fallback
}

/// A condition on the columns of a row: true, false, or unknown where a value is missing.
indirect enum RowTest: Hashable, Sendable {
  /// The same cell.
  case same(ValueExpression, ValueExpression)
  case number(Order, ValueExpression, ValueExpression)
  case date(Order, ValueExpression, ValueExpression)
  /// Order of bytes.
  case text(Order, ValueExpression, ValueExpression)
  /// The cell is one of these: constants that stood for entities, ids or symbols.
  case member(ValueExpression, Set<Cell>)
  /// A text tested against a constant.
  case matches(ValueExpression, TextTest)
  /// A text tested against another text of the row.
  case matchesText(ValueExpression, PairTest, ValueExpression)
  case inside(ValueExpression, ValueExpression)
  /// Of numbers, or of dates: from the start of `low` to the end of `high`.
  case between(ValueExpression, low: ValueExpression, high: ValueExpression, isDate: Bool)
  case missing(ValueExpression)
  case not(RowTest)
  case all([RowTest])
  case any([RowTest])

  enum Order: Hashable, Sendable {
    case less, lessOrEqual, greater, greaterOrEqual
  }

  enum PairTest: Hashable, Sendable {
    case has, contains
  }

  var columns: Set<Int> {
    switch self {
    case .same(let a, let b), .number(_, let a, let b), .date(_, let a, let b), .text(_, let a, let b),
      .matchesText(let a, _, let b), .inside(let a, let b):
      a.columns.union(b.columns)
    case .between(let a, let low, let high, _): a.columns.union(low.columns).union(high.columns)
    case .member(let a, _), .matches(let a, _), .missing(let a): a.columns
    case .not(let test): test.columns
    case .all(let tests), .any(let tests): tests.reduce(into: []) { $0.formUnion($1.columns) }
    }
  }
}

/// A test of a text against a constant; its verdict depends on the text alone.
enum TextTest: Hashable, Sendable {
  /// Folded, equal to one of these folded texts.
  case folded(Set<String>)
  /// Byte for byte.
  case printed(String)
  /// Has the folded words, in this order.
  case has(String)
  case contains(String)
  case expression(String)
}
