import QueryLanguage

/// Checking scripts without running them.
extension Session {
  /// What is wrong with a script, in the order of its text.
  package func check(_ script: Script) -> [Diagnostic] {
    var session = self
    return session.enter(script, allowsMissingParameters: true)
  }

  /// Checks a script and leaves behind what it defines, for those that stand behind it. A mistake is reported where it
  /// was made and not again where it is felt.
  package mutating func enter(_ script: Script, allowsMissingParameters: Bool) -> [Diagnostic] {
    parameterTable.allowsMissing = allowsMissingParameters
    var found = script.problems
    found += declareAll(script)
    var isRuleBroken = found.contains { $0.severity == .error && !script.problems.contains($0) }
    // Where the last statement that gave rows begins.
    var lastRows = -1
    for statement in script.statements {
      guard case .query(let query) = statement.kind else { continue }
      let start = statement.range.start
      if query.needsLastResult,
        found.contains(where: { $0.severity == .error && (lastRows..<start).contains($0.range.start) })
      {
        continue
      }
      do {
        let checked = try Checker(environment).check(query)
        environment.lastResult = checked.columns
        found += checked.warnings
        lastRows = start
      } catch {
        let all = (error as? Diagnostics)?.all ?? []
        found += all.filter { !(isRuleBroken && Self.comesFromRules.contains($0.code)) }
        isRuleBroken = isRuleBroken || all.contains { Self.comesFromRules.contains($0.code) }
      }
    }
    let undefined = script.unread.union(undeclared(script))
    found.removeAll { problem in
      Self.names.contains(problem.code)
        && undefined.contains {
          problem.message.description.contains("`\($0)`") || problem.message.description.contains("`$\($0)`")
        }
    }
    return found.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  }

  /// Parameters whose declaration is wrong.
  private func undeclared(_ script: Script) -> [String] {
    script.statements.compactMap { statement in
      guard case .parameter(let parameter) = statement.kind else { return nil }
      return environment.parameters[parameter.name.text] == nil ? parameter.name.text : nil
    }
  }

  private static let comesFromRules = ["broken-rule", "unstratified"]
  private static let names = ["unknown-relation", "unknown-parameter"]
}

extension Query {
  /// The query goes on from the rows before it.
  fileprivate var needsLastResult: Bool {
    switch source {
    case .pattern: false
    case .lastResult, .continuation: true
    }
  }
}
