import Facts
import QueryLanguage

/// A store with what has been entered about it: rules, parameters and the last result.
package struct Session {
  /// Stops `run` from elsewhere.
  package let cancellation: Cancellation
  /// Rows an intermediate result may have.
  package var rowBudget = 50_000_000
  /// How many rows a query with an early `limit` looks at first.
  package var firstStretch = 1_024

  package private(set) var lastAnswer: Answer?
  var environment: Environment
  var parameterTable = ParameterTable()
  private var lastRows: LastRows?

  package init(store: FactStore, today: Period, cancellation: Cancellation = Cancellation()) {
    self.cancellation = cancellation
    environment = Environment(store: store, today: today)
  }

  package var store: FactStore { environment.store }
  /// The day that `today` means.
  package var today: Period { environment.today }
  /// In order of name.
  package var rules: [Rule] { environment.rules.values.sorted { $0.name.text < $1.name.text } }
  package var parameters: [Parameter] { parameterTable.declared }

  /// The value of a declared parameter.
  package func value(ofParameter name: String) -> Value? { environment.parameters[name]?.value }

  /// The same rules and parameters over another store; the last result is gone.
  package func moved(to store: FactStore) -> Session {
    var session = self
    session.environment = Environment(store: store, today: today)
    session.environment.rules = environment.rules
    session.environment.parameters = environment.parameters
    session.lastAnswer = nil
    session.lastRows = nil
    return session
  }

  /// Runs one statement. `source` is the text it was parsed from, for the conditions that messages repeat.
  ///
  /// Throws a `Diagnostics` for a statement that is wrong and a `QueryFailure` for one that was stopped.
  package mutating func run(_ statement: Statement, source: String) throws -> Outcome {
    switch statement.kind {
    case .query(let query): return .answer(try answer(query, source: source))
    case .rule(let rule): return try define(rule)
    case .parameter(let parameter):
      let value = try parameterTable.declare(parameter, environment)
      environment.parameters[parameter.name.text] = value
      return .parameter(name: parameter.name.text, value: value.value)
    case .include(let include): return .include(include)
    }
  }

  /// Defines all rules and parameters of a script before it runs, so that rules may refer forward. A second
  /// definition of a rule is an error here, at the prompt it replaces the first.
  package mutating func declare(_ script: Script) throws {
    let found = declareAll(script)
    if found.contains(where: { $0.severity == .error }) { throw Diagnostics(found) }
  }

  /// Defines what can be defined; says what is wrong with the rest, and what rules warn of.
  mutating func declareAll(_ script: Script) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var names: Set<String> = []
    for statement in script.statements {
      switch statement.kind {
      case .rule(let rule):
        if names.insert(rule.name.text).inserted {
          environment.rules[rule.name.text] = rule
        } else {
          found.append(
            Diagnostic("second-definition", "rule `\(rule.name.written)` is defined twice", at: rule.name.range))
        }
      case .parameter(let parameter):
        do {
          environment.parameters[parameter.name.text] = try parameterTable.declare(parameter, environment)
        } catch {
          found += (error as? Diagnostics)?.all ?? []
        }
      case .query, .include: continue
      }
    }
    for case .rule(let rule) in script.statements.map(\.kind) where environment.rules[rule.name.text] == rule {
      let problems = Checker(environment).check(rule, allowsForward: false)
      // The rules of one circle are all wrong in the same way.
      if problems.first?.code == "unstratified",
        found.contains(where: { $0.code == "unstratified" && $0.message.description.contains("`\(rule.name.written)`") }
        )
      {
        continue
      }
      found += problems
    }
    return found
  }

  /// Runs one statement of a script that `declare` has seen: its rules and parameters are there already.
  package mutating func runDeclared(_ statement: Statement, source: String) throws -> Outcome {
    if case .rule(let rule) = statement.kind {
      return .rule(name: rule.name.text, replaced: false, warnings: [])
    }
    if case .parameter(let parameter) = statement.kind, let value = environment.parameters[parameter.name.text] {
      return .parameter(name: parameter.name.text, value: value.value)
    }
    return try run(statement, source: source)
  }

  private mutating func define(_ rule: Rule) throws -> Outcome {
    let found = Checker(environment).check(rule, allowsForward: true)
    guard !found.contains(where: { $0.severity == .error }) else { throw Diagnostics(found) }
    let replaced = environment.rules.updateValue(rule, forKey: rule.name.text) != nil
    return .rule(name: rule.name.text, replaced: replaced, warnings: found)
  }

  /// Gives a parameter its value from outside, before or after its declaration.
  package mutating func setParameter(_ name: String, to text: String) throws {
    if let value = try parameterTable.set(name, to: text) { environment.parameters[name] = value }
  }

  /// Parameters that were set from outside but that nothing declares.
  package var undeclaredParameters: [String] { parameterTable.undeclared }

  /// The plan of a query, line by line.
  package func explain(_ query: Query, source: String) throws -> [String] {
    let checked = try Checker(environment).check(query)
    return Explain.lines(Planner(Statistics(store)).plan(checked), source: source)
  }

  /// Why row `row` (from 0) of the last answer is there; nil when there is no such row.
  package func why(row: Int) -> Explanation? {
    guard let last = lastRows, row >= 0, row < last.rows.count else { return nil }
    return WhyBuilder(last.provenance, environment.pool).explanation(row: row, facts: last.rows.facts[row])
  }

  // MARK: - Queries

  private mutating func answer(_ query: Query, source: String) throws -> Answer {
    let clock = ContinuousClock()
    let start = clock.now
    let checked = try Checker(environment).check(query)
    let result = try execute(checked, budget: rowBudget)
    var builder = AnswerBuilder(environment, checked, result, source: source)
    if result.rows.count == 0 { builder.explainEmptiness(of: query, last: lastRows, cancellation) }
    builder.answer.footer.milliseconds =
      Double((clock.now - start).components.attoseconds) / 1e15
      + Double((clock.now - start).components.seconds) * 1e3
    lastRows = LastRows(rows: result.rows, provenance: result.provenance)
    environment.lastResult = result.rows.columns
    lastAnswer = builder.answer
    return builder.answer
  }

  private func execute(_ checked: CheckedQuery, budget: Int) throws -> Executor.Result {
    let plan = Planner(Statistics(store)).plan(checked)
    let executor = Executor(environment, cancellation: cancellation, budget: budget, firstStretch: firstStretch)
    return try executor.execute(plan, last: lastRows)
  }
}

/// One or more things that are wrong with a statement.
package struct Diagnostics: Error, Hashable, Sendable {
  package let all: [Diagnostic]
  package init(_ all: [Diagnostic]) { self.all = all }
}
