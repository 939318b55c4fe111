import QueryLanguage

/// In which order the clauses of a query are looked up, and how.
package struct Plan: Sendable {
  let query: CheckedQuery
  let body: [PlanStep]
  let rules: [RulePlan]
}

struct RulePlan: Sendable {
  let body: [PlanStep]
  /// For a recursive rule, one plan for each place where the rules of its component are used: that place takes only
  /// what the last round has found. Nil when a place stands where this can't be done; then rounds use `body`.
  let variants: [(occurrence: Int, steps: [PlanStep])]?
}

indirect enum PlanStep: Sendable {
  case atom(AtomStep)
  case filter(CheckedTest)
  case exists(negated: Bool, [PlanStep], shared: Set<Int>)
  /// `slots` are those of all facts that the branches find, `own` those of the `or` itself, and `text` tells the `or`s
  /// of a pattern apart.
  case either([[PlanStep]], exports: [Int], slots: Range<Int>, own: Range<Int>, text: SourceRange)
  case optional([PlanStep], new: [Int], slots: Range<Int>)
}

struct AtomStep: Sendable {
  enum Access: Sendable {
    case scan
    /// Rows in which the field is one of these cells.
    case cells(field: Int, Set<Cell>)
    /// Rows in which the folded text of the field is one of these.
    case folded(field: Int, Set<String>)
    /// Rows in which the field has the value of an expression of the row so far.
    case lookup(field: Int, ValueExpression)
  }

  let atom: CheckedAtom
  let access: Access
  /// Fields that must agree with variables bound before.
  let checks: [CheckedAtom.Binding]
  /// Fields that bind a variable.
  let binds: [CheckedAtom.Binding]
  /// Rows expected for one row so far, for `explain`.
  let estimate: Double
}
