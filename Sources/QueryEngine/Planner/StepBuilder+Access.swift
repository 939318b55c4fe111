import QueryLanguage

/// How an atom is looked up, and how many rows that is expected to give.
extension StepBuilder {
  func cost(_ atom: CheckedAtom) -> Double {
    let rows = statistics.rows(atom.source)
    var share = 1.0
    for binding in atom.bindings {
      let values = statistics.distinct(atom.source, field: binding.field)
      if bound.contains(binding.variable) {
        share /= values
      } else if let constants = constants(for: binding.variable) {
        share *= min(1, Double(constants.count) / values)
      } else if value(for: binding.variable, given: bound) != nil {
        share /= values
      }
    }
    return rows * share
  }

  /// The field that leaves the fewest rows.
  func access(_ atom: CheckedAtom) -> AtomStep.Access {
    // A place that takes only the last round's rows is scanned: they are few, and an index of all would be stale.
    if atom.occurrence == first { return .scan }
    var best: (rows: Double, access: AtomStep.Access)?
    func offer(_ rows: Double, _ access: AtomStep.Access) {
      if rows < best?.rows ?? .infinity { best = (rows, access) }
    }
    let all = statistics.rows(atom.source)
    for binding in atom.bindings {
      let each = all / statistics.distinct(atom.source, field: binding.field)
      if bound.contains(binding.variable) {
        offer(each, .lookup(field: binding.field, .column(binding.variable)))
      } else if let constants = constants(for: binding.variable) {
        offer(each * Double(constants.count), constants.access(binding.field))
      } else if let value = value(for: binding.variable, given: bound) {
        offer(each, .lookup(field: binding.field, value))
      }
    }
    return best?.access ?? .scan
  }

  private enum Constants {
    case cells(Set<Cell>)
    case folded(Set<String>)

    var count: Int {
      switch self {
      case .cells(let cells): cells.count
      case .folded(let texts): texts.count
      }
    }

    func access(_ field: Int) -> AtomStep.Access {
      switch self {
      case .cells(let cells): .cells(field: field, cells)
      case .folded(let texts): .folded(field: field, texts)
      }
    }
  }

  /// The constants that a waiting condition confines a variable to. The condition still runs: it is cheap by then.
  private func constants(for variable: Int) -> Constants? {
    for clause in waiting {
      guard case .test(let test) = clause else { continue }
      switch test.test {
      case .member(.column(variable), let cells): return .cells(cells)
      case .matches(.column(variable), .folded(let texts)): return .folded(texts)
      case .same(.column(variable), .constant(let cell)): return .cells([cell])
      default: continue
      }
    }
    return nil
  }

  /// An expression of bound variables that a waiting condition says a variable equals.
  private func value(for variable: Int, given bound: Set<Int>) -> ValueExpression? {
    for clause in waiting {
      guard case .test(let test) = clause, case .same(.column(variable), let value) = test.test else { continue }
      let columns = value.columns
      if !columns.isEmpty, columns.isSubset(of: bound) { return value }
    }
    return nil
  }
}
