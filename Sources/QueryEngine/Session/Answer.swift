import Facts
import QueryLanguage

/// What a statement did.
package enum Outcome: Sendable {
  case answer(Answer)
  /// `replaced` when a rule of that name was there before.
  case rule(name: String, replaced: Bool, warnings: [Diagnostic])
  case parameter(name: String, value: Value)
  /// A file to be read and run by whoever runs the script.
  case include(Include)
}

/// The rows of a query and what belongs to them.
package struct Answer: Sendable {
  package var table: ResultTable
  /// For each row the facts it stands on, rules and groups unfolded, each once, in order.
  package var facts: [[FactReference]]
  package var warnings: [Diagnostic]
  package var footer: Footer
  /// Why there are no rows, when there are none.
  package var emptiness: Emptiness?
  package var request: OutputRequest?
}

/// A row of a relation of the store.
package struct FactReference: Hashable, Sendable, Comparable {
  /// Index into `Schema.relations`.
  package let relation: Int
  package let row: Int

  package init(relation: Int, row: Int) {
    self.relation = relation
    self.row = row
  }

  package static func < (a: FactReference, b: FactReference) -> Bool { (a.relation, a.row) < (b.relation, b.row) }
}

/// What the line under a table says: `12 rows from 9 of 40 articles; 2 without a date skipped; 14 ms`.
package struct Footer: Sendable, Equatable {
  package struct Fallen: Sendable, Equatable {
    /// The condition as written.
    package let condition: String
    package let count: Int
  }

  package var rows = 0
  /// Articles on whose facts the rows stand.
  package var articles = 0
  package var articlesInStore = 0
  /// Rows that a comparison with a missing value dropped, by condition.
  package var fallen: [Fallen] = []
  /// Variables that join clauses only because fields have the same name.
  package var punnedJoins: [String] = []
  package var milliseconds = 0.0
}

/// Why a query has no rows.
package struct Emptiness: Sendable, Equatable {
  package struct Removal: Sendable, Equatable {
    /// The condition as written, without which rows come.
    package let condition: String
    package let rows: Int
  }

  package struct UnknownName: Sendable, Equatable {
    package let name: String
    package let nearest: [String]
  }

  package var removals: [Removal] = []
  package var unknownNames: [UnknownName] = []
}

/// What the last stage asks the output layer to do.
package enum OutputRequest: Sendable, Equatable {
  /// The table has the columns of `by` and `value`, in this order.
  case chart(Stage.ChartKind)
  case export(path: String, cites: Bool, excel: Bool)
}

/// Why a row is there: what it stands on, down to the sentence.
package struct Explanation: Sendable {
  package enum Kind: Sendable {
    case row(Int)
    /// A rule and the values of its columns.
    case rule(String, [Value])
    case fact(FactReference, FactEvidence)
  }

  package var kind: Kind
  package var parts: [Explanation]
}

/// Where a fact stands in its article, and through whom it came.
package struct FactEvidence: Sendable, Equatable {
  package struct Link: Sendable, Equatable {
    package let position: Int
    package let name: String
    package let cue: String?
  }

  /// Fields of the fact that are not missing, as printed.
  package var fields: [(name: String, value: Value)]
  package var article: String?
  package var title: String?
  package var outlet: String?
  package var path: String?
  package var rule: String?
  package var sentence: String?
  /// Bytes of the article's text that the sentence takes.
  package var sentenceSpan: Range<Int>?
  /// Bytes of the article's text.
  package var span: Range<Int>?
  /// The nearest to the reader first, the origin last.
  package var chain: [Link]

  package static func == (a: FactEvidence, b: FactEvidence) -> Bool {
    a.fields.elementsEqual(b.fields) { $0 == $1 } && a.article == b.article && a.span == b.span && a.chain == b.chain
  }
}

/// Thrown by a running query.
package enum QueryFailure: Error, Equatable {
  case cancelled
  /// More rows than a query may hold.
  case overBudget(rows: Int)
  /// A regular expression needed too long for a text.
  case expressionTooSlow
}
