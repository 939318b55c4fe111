import Facts
import QueryLanguage

/// A store with what has been entered about it: rules, parameters and the last result.
package struct Session {
  package let store: FactStore
  /// The day that `today` means.
  package let today: Period
  /// Stops `run` from elsewhere.
  package let cancellation: Cancellation
  /// Rows an intermediate result may have.
  package var rowBudget = 50_000_000

  package private(set) var rules: [Rule] = []
  package private(set) var parameters: [Parameter] = []
  package private(set) var lastAnswer: Answer?

  package init(store: FactStore, today: Period, cancellation: Cancellation = Cancellation()) {
    self.store = store
    self.today = today
    self.cancellation = cancellation
  }

  /// Runs one statement. `source` is the text it was parsed from, for the conditions that messages repeat.
  ///
  /// Throws a `Diagnostics` for a statement that is wrong and a `QueryFailure` for one that was stopped.
  package mutating func run(_ statement: Statement, source: String) throws -> Outcome {
    throw Diagnostics([Diagnostic("not-yet", "queries don't run yet", at: statement.range)])
  }

  /// Defines all rules and parameters of a script, which may refer forward; a second definition is an error.
  package mutating func declare(_ script: Script, source: String) throws {}

  /// What is wrong with a script, without running it.
  package func check(_ script: Script, source: String) -> [Diagnostic] { [] }

  /// Gives a parameter its value from outside, before or after its declaration.
  package mutating func setParameter(_ name: String, to text: String) {}

  /// The plan of a query, line by line.
  package func explain(_ query: Query, source: String) throws -> [String] { [] }

  /// Why row `row` (from 0) of the last answer is there; nil when there is no such row.
  package func why(row: Int) -> Explanation? { nil }
}

/// One or more things that are wrong with a statement.
package struct Diagnostics: Error, Hashable, Sendable {
  package let all: [Diagnostic]
  package init(_ all: [Diagnostic]) { self.all = all }
}
