import Facts
import QueryLanguage

/// Makes an answer of a result: printed values, facts of the store, footer, warnings.
struct AnswerBuilder {
  var answer: Answer
  private let environment: Environment
  private let checked: CheckedQuery
  private let source: String

  init(_ environment: Environment, _ checked: CheckedQuery, _ result: Executor.Result, source: String) {
    self.environment = environment
    self.checked = checked
    self.source = source
    let store = environment.store
    let facts = (0..<result.rows.count).map { result.provenance.base(result.rows.facts[$0]) }
    var footer = Footer()
    footer.rows = result.rows.count
    footer.articles = ArticlesBehind(facts, store).count
    footer.articlesInStore = store.articleCount
    footer.fallen = result.fallen.sorted { ($0.key.start, $0.key.end) < ($1.key.start, $1.key.end) }
      .map { .init(condition: source.slice($0.key), count: $0.value) }
    footer.punnedJoins = checked.punnedJoins
    answer = Answer(
      table: ColumnEvaluator(store: store, pool: environment.pool).table(result.rows), facts: facts,
      warnings: checked.warnings + result.warnings, footer: footer, emptiness: nil, request: checked.request)
  }

  /// Tries the query without each of its conditions in turn.
  mutating func explainEmptiness(of query: Query, last: LastRows?, _ cancellation: Cancellation) {
    var emptiness = Emptiness()
    emptiness.unknownNames = checked.unknownNames
    for relaxed in Relaxation.all(of: query).prefix(Self.mostTrials) {
      // A trial that is wrong without its condition (a variable that nothing binds any more) says nothing.
      guard !cancellation.isCancelled, let checked = try? Checker(environment).check(relaxed.query) else { continue }
      let plan = Planner(Statistics(environment.store)).plan(checked)
      let executor = Executor(environment, cancellation: cancellation, budget: Self.trialBudget)
      guard let result = try? executor.execute(plan, last: last), result.rows.count > 0 else { continue }
      emptiness.removals.append(.init(condition: source.slice(relaxed.removed), rows: result.rows.count))
    }
    answer.emptiness = emptiness
  }

  private static let mostTrials = 24
  private static let trialBudget = 1_000_000
}
