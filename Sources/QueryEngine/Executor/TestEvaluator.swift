import Facts
import Language

/// Truth of a condition for one row, where a comparison with a missing value is unknown.
enum Verdict: UInt8 {
  case no = 0
  case yes = 1
  case unknown = 2

  init(_ holds: Bool) { self = holds ? .yes : .no }

  var negated: Verdict {
    switch self {
    case .no: .yes
    case .yes: .no
    case .unknown: .unknown
    }
  }
}

/// Decides conditions over whole columns.
struct TestEvaluator {
  let values: ColumnEvaluator
  let cancellation: Cancellation

  func verdicts(_ test: RowTest, _ columns: [[Cell]], count: Int) throws -> [Verdict] {
    func cells(_ expression: ValueExpression) -> [Cell] { values.values(expression, columns, count: count) }
    switch test {
    case .same(let a, let b): return pairs(cells(a), cells(b)) { $0 == $1 }
    case .number(let order, let a, let b): return numbers(order, cells(a), cells(b))
    case .date(let order, let a, let b): return dates(order, cells(a), cells(b))
    case .text(let order, let a, let b): return texts(order, cells(a), cells(b))
    case .member(let a, let set): return cells(a).map { $0 == .missing ? .unknown : Verdict(set.contains($0)) }
    case .matches(let a, let test): return try TextTester(test, values.pool, cancellation).verdicts(cells(a))
    case .matchesText(let a, let kind, let b): return pairs(cells(a), cells(b), textTest(kind))
    case .inside(let a, let b): return pairs(cells(a), cells(b)) { $1.period.contains($0.period) }
    case .between(let a, let low, let high, let isDate):
      return between(cells(a), cells(low), cells(high), isDate: isDate)
    case .missing(let a): return cells(a).map { Verdict($0 == .missing) }
    case .not(let inner): return try verdicts(inner, columns, count: count).map(\.negated)
    case .all(let parts): return try combined(parts, columns, count, decisive: .no)
    case .any(let parts): return try combined(parts, columns, count, decisive: .yes)
    }
  }

  private func combined(_ parts: [RowTest], _ columns: [[Cell]], _ count: Int, decisive: Verdict) throws -> [Verdict] {
    var result = [Verdict](repeating: decisive.negated, count: count)
    for part in parts {
      let verdicts = try verdicts(part, columns, count: count)
      var i = 0
      while i < count {
        if verdicts[i] == decisive {
          result[i] = decisive
        } else if verdicts[i] == .unknown, result[i] != decisive {
          result[i] = .unknown
        }
        i &+= 1
      }
    }
    return result
  }

  private func pairs(_ a: [Cell], _ b: [Cell], _ holds: (Cell, Cell) -> Bool) -> [Verdict] {
    var result = [Verdict](repeating: .unknown, count: a.count)
    var i = 0
    while i < a.count {
      if a[i] != .missing, b[i] != .missing { result[i] = Verdict(holds(a[i], b[i])) }
      i &+= 1
    }
    return result
  }

  private func numbers(_ order: RowTest.Order, _ a: [Cell], _ b: [Cell]) -> [Verdict] {
    switch order {
    case .less: pairs(a, b) { $0.number < $1.number }
    case .lessOrEqual: pairs(a, b) { $0.number <= $1.number }
    case .greater: pairs(a, b) { $0.number > $1.number }
    case .greaterOrEqual: pairs(a, b) { $0.number >= $1.number }
    }
  }

  /// One period is before another when it ends before the other begins; `>=` is the opposite of `<`.
  private func dates(_ order: RowTest.Order, _ a: [Cell], _ b: [Cell]) -> [Verdict] {
    switch order {
    case .less: pairs(a, b) { $0.period.end < $1.period.start }
    case .lessOrEqual: pairs(a, b) { $0.period.start <= $1.period.end }
    case .greater: pairs(a, b) { $0.period.start > $1.period.end }
    case .greaterOrEqual: pairs(a, b) { $0.period.end >= $1.period.start }
    }
  }

  private func texts(_ order: RowTest.Order, _ a: [Cell], _ b: [Cell]) -> [Verdict] {
    let pool = values.pool
    switch order {
    case .less: return pairs(a, b) { pool.precedes($0, $1) }
    case .lessOrEqual: return pairs(a, b) { !pool.precedes($1, $0) }
    case .greater: return pairs(a, b) { pool.precedes($1, $0) }
    case .greaterOrEqual: return pairs(a, b) { !pool.precedes($0, $1) }
    }
  }

  private func textTest(_ kind: RowTest.PairTest) -> (Cell, Cell) -> Bool {
    let pool = values.pool
    return { text, wanted in
      let folded = Array(Folding.fold(pool.text(text)).utf8)
      let pattern = Array(Folding.fold(pool.text(wanted)).utf8)
      switch kind {
      case .has: return FoldedText.has(folded, pattern)
      case .contains: return pattern.isEmpty || FoldedText.find(pattern, in: folded, from: 0) != nil
      }
    }
  }

  private func between(_ a: [Cell], _ low: [Cell], _ high: [Cell], isDate: Bool) -> [Verdict] {
    var result = [Verdict](repeating: .unknown, count: a.count)
    var i = 0
    while i < a.count {
      if a[i] != .missing, low[i] != .missing, high[i] != .missing {
        let inside =
          isDate
          ? low[i].period.start <= a[i].period.start && a[i].period.end <= high[i].period.end
          : low[i].number <= a[i].number && a[i].number <= high[i].number
        result[i] = Verdict(inside)
      }
      i &+= 1
    }
    return result
  }
}

/// Tests texts against a constant, each different text once.
struct TextTester {
  private let test: TextTest
  private let pool: TextPool
  private let cancellation: Cancellation

  init(_ test: TextTest, _ pool: TextPool, _ cancellation: Cancellation) {
    self.test = test
    self.pool = pool
    self.cancellation = cancellation
  }

  func verdicts(_ cells: [Cell]) throws -> [Verdict] {
    let holds = try predicate()
    var known: [Cell: Verdict] = [:]
    var result = [Verdict](repeating: .unknown, count: cells.count)
    for i in cells.indices where cells[i] != .missing {
      if i & 0xFFF == 0 { try cancellation.check() }
      if let verdict = known[cells[i]] {
        result[i] = verdict
      } else {
        let verdict = Verdict(try holds(cells[i]))
        known[cells[i]] = verdict
        result[i] = verdict
      }
    }
    return result
  }

  private func predicate() throws -> (Cell) throws -> Bool {
    let pool = pool
    switch test {
    case .folded(let texts): return { texts.contains(Folding.fold(pool.text($0))) }
    case .printed(let text):
      let code = pool.code(of: text)
      return { $0 == code }
    case .has(let wanted):
      let pattern = Array(wanted.utf8)
      return { FoldedText.has(Self.folded($0, pool), pattern) }
    case .contains(let wanted):
      let pattern = Array(wanted.utf8)
      return { pattern.isEmpty || FoldedText.find(pattern, in: Self.folded($0, pool), from: 0) != nil }
    case .expression(let expression):
      let pattern = Pattern(expression)
      return { cell in
        var text = pool.text(cell)
        let matches = text.withUTF8 { pattern.matches($0) }
        if pattern.wasTooSlow { throw QueryFailure.expressionTooSlow }
        return matches
      }
    }
  }

  private static func folded(_ cell: Cell, _ pool: TextPool) -> [UInt8] {
    pool.withBytes(of: cell) { bytes in
      var out: [UInt8] = []
      Folding.fold(bytes, into: &out)
      return out
    }
  }
}
