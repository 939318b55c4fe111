extension TreePrinter {
  func text(_ stage: Stage) -> String {
    let arguments = arguments(of: stage)
    let keyword = stage.keyword.written
    // `group: n = count()`
    if arguments.hasPrefix(":") { return keyword + arguments }
    return arguments.isEmpty ? keyword : keyword + " " + arguments
  }

  private func arguments(of stage: Stage) -> String {
    switch stage.kind {
    case .where(let condition): text(condition, .sentence)
    case .let(let name, let value): "\(name.written) = \(text(value))"
    case .select(let columns): list(columns.map(text))
    case .group(let keys, let aggregates):
      list(keys.map(text)) + (aggregates.isEmpty ? "" : ": " + list(aggregates.map(text)))
    case .count, .distinct: ""
    case .sort(let keys): list(keys.map(text))
    case .limit(let number): text(number)
    case .conflicts(let value, let by): "\(text(value)) \(keyword("by")) " + list(by.map(text))
    case .timeline(let value, let by): "\(text(value)) \(keyword("by")) \(text(by))"
    case .chart(let kind, let value, let by):
      "\(keyword(kind.rawValue, .option)) \(text(value)) \(keyword("by")) \(text(by))"
    case .export(let export): text(export)
    }
  }

  private func text(_ column: Column) -> String {
    (column.name.map { "\($0.written) = " } ?? "") + text(column.value)
  }

  private func text(_ key: SortKey) -> String {
    let value = text(key.value)
    let isOperation: Bool
    switch key.value.kind {
    case .range, .negative, .binary: isOperation = true
    case .text, .number, .date, .duration, .today, .parameter, .variable, .followed, .call: isOperation = false
    }
    if key.isDescending { return isOperation ? "-(\(value))" : "-\(value)" }
    return value.hasPrefix("-") ? "(\(value))" : value
  }

  private func text(_ export: Export) -> String {
    text(export.path) + (export.cites ? " " + keyword("cite", .option) : "")
      + (export.forExcel ? " " + keyword("excel", .option) : "")
  }
}
