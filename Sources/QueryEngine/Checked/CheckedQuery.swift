import Facts
import QueryLanguage

/// A query in which every name is known and every type fits; only the checker makes one, and running it can't fail
/// but for cancellation and budget.
package struct CheckedQuery: Sendable {
  enum Source: Sendable {
    case pattern(Body)
    case lastResult
  }

  let source: Source
  let stages: [CheckedStage]
  /// The rules that the query needs, also through rules.
  let rules: [CheckedRule]
  /// Rules in the order in which they are computed; those that need each other stand together.
  let strata: [[Int]]
  package let warnings: [Diagnostic]
  let punnedJoins: [String]
  /// Names in no alias, for the explanation of an empty result.
  let unknownNames: [Emptiness.UnknownName]
  let request: OutputRequest?
  /// Columns of the answer.
  let columns: [CheckedColumn]
}

struct CheckedRule: Sendable {
  let name: String
  let columns: [CheckedColumn]
  let body: Body
  let stages: [CheckedStage]
  /// For each column of the head the column of the body (or of its last stage).
  let head: [Int]
  let isRecursive: Bool
}

/// A named, typed column of a row.
struct CheckedColumn: Hashable, Sendable {
  let name: String
  let type: ValueType
  var isHidden: Bool { name.utf8.first == UInt8(ascii: "_") }
}

/// A pattern: clauses over numbered variables.
struct Body: Sendable {
  /// Every variable of every scope; a name without meaning outside begins with `_`.
  let variables: [CheckedColumn]
  /// Variables that a row of the answer has, in order of first appearance.
  let outputs: [Int]
  let clauses: [Clause]
  /// How many facts a row stands on at most.
  let factSlots: Int
}

/// One requirement of a pattern.
indirect enum Clause: Sendable {
  case atom(CheckedAtom)
  case test(CheckedTest)
  /// There is a combination (`negated`: there is none) that fits. `shared` are variables from outside.
  case exists(negated: Bool, clauses: [Clause], shared: Set<Int>, text: SourceRange, factSlots: Range<Int>)
  case either(branches: [[Clause]], exports: [Int], text: SourceRange, factSlots: Range<Int>)
  case optional(clauses: [Clause], shared: Set<Int>, new: [Int], factSlots: Range<Int>)
}

struct CheckedTest: Sendable {
  let test: RowTest
  let text: SourceRange
}

/// A relation or rule whose columns bind variables.
struct CheckedAtom: Sendable {
  enum Source: Hashable, Sendable {
    case relation(Int)
    case rule(Int)
  }

  struct Binding: Hashable, Sendable {
    /// Field of the relation, column of the rule.
    let field: Int
    let variable: Int
  }

  let source: Source
  let bindings: [Binding]
  let factSlot: Int
  /// Tells apart the places where a rule is used, for recursion.
  let occurrence: Int
  let text: SourceRange
}

/// A step of the pipeline over numbered columns.
enum CheckedStage: Sendable {
  case filter(CheckedTest)
  /// A new column at the end, or in the place of one that has its name.
  case extend(CheckedColumn, ValueExpression, replacing: Int?)
  case project([(column: CheckedColumn, value: ValueExpression)])
  case group(Grouping)
  case count
  case distinct
  case sort([(value: ValueExpression, type: ValueType, descending: Bool)])
  case limit(Int)
  /// `added`: those of `ConflictColumns.all` that the rows don't have yet, by place in it.
  case conflicts(value: Int, by: [Int], added: [Int])
}

struct Grouping: Sendable {
  struct Aggregate: Sendable {
    let kind: AggregateKind
    let argument: ValueExpression?
    let type: ValueType?
    let isDistinct: Bool
    let by: (value: ValueExpression, type: ValueType)?
    let text: SourceRange
  }

  let keys: [(column: CheckedColumn, value: ValueExpression)]
  let aggregates: [Aggregate]
  /// Columns after the keys, computed from keys and aggregates numbered on.
  let results: [(column: CheckedColumn, value: ValueExpression)]
}

enum AggregateKind: String, CaseIterable, Sendable {
  case count, sum, avg, median, min, max, first, last, list, any
}
