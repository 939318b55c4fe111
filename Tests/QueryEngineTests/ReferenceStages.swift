import Facts
import QueryLanguage

/// Stages, as plainly as the patterns.
extension ReferenceEvaluator {
  func run(_ stage: Stage, _ answer: Answer) -> Answer {
    var result = answer
    func keep(_ places: [Int]) {
      result.rows = places.map { answer.rows[$0] }
      result.facts = places.map { answer.facts[$0] }
    }
    func values(_ row: [Item]) -> [String: Item] { Dictionary(uniqueKeysWithValues: zip(answer.names, row)) }
    switch stage.kind {
    case .where(let condition): keep(answer.rows.indices.filter { decide(condition, values(answer.rows[$0])) == true })
    case .count: result = Answer(names: ["count"], rows: [[.number(Double(answer.rows.count))]], facts: [[]])
    case .distinct:
      // A `conflicts` behind it would need the facts of all rows that are the same, first row first.
      var groups: [[Item]: [Int]] = [:]
      for (i, row) in answer.rows.enumerated() { groups[row, default: []].append(i) }
      keep(answer.rows.indices.filter { groups[answer.rows[$0]]![0] == $0 })
      result.facts = result.rows.map { row in groups[row]!.flatMap { answer.facts[$0] } }
    case .limit(let count):
      if case .number(let number) = value(count, [:]) { keep(Array(answer.rows.indices.prefix(Int(number)))) }
    case .select(let columns):
      result.names = columns.map { name($0) }
      result.rows = answer.rows.map { row in columns.map { value($0.value, values(row)) } }
    case .sort(let keys):
      let columns = keys.map { key in answer.rows.map { value(key.value, values($0)) } }
      keep(sorted(answer.rows.indices, by: zip(columns, keys.map(\.isDescending)).map { ($0, $1) }))
    case .group(let keys, let aggregates):
      var order: [[Item]] = []
      var groups: [[Item]: [[Item]]] = [:]
      for row in answer.rows {
        let key = keys.map { value($0.value, values(row)) }
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(row)
      }
      if keys.isEmpty, order.isEmpty {
        order = [[]]
        groups[[]] = []
      }
      let names = keys.map { name($0) }
      result.names = names + aggregates.map { name($0) }
      result.rows = order.map { key in
        let members = groups[key]!.map { values($0) }
        return key + aggregates.map { combined($0.value, Dictionary(uniqueKeysWithValues: zip(names, key)), members) }
      }
      // Nothing that looks at facts stands behind a group here.
      result.facts = order.map { _ in [] }
    case .let(let name, let expression):
      let column = answer.rows.map { value(expression, values($0)) }
      if let place = answer.names.firstIndex(of: name.text) {
        for i in column.indices { result.rows[i][place] = column[i] }
      } else {
        result.names.append(name.text)
        for i in column.indices { result.rows[i].append(column[i]) }
      }
    case .timeline(let expression, let by):
      let (column, dates) = (
        answer.names.firstIndex(of: Self.text(expression))!, answer.names.firstIndex(of: Self.text(by))!
      )
      let known = answer.rows.indices.filter {
        answer.rows[$0][column] != .missing && answer.rows[$0][dates] != .missing
      }
      keep(sorted(known, by: [(answer.rows.map { $0[dates] }, false)]))
      let order = [dates, column] + answer.names.indices.filter { $0 != column && $0 != dates }
      result.names = order.map { answer.names[$0] }
      result.rows = result.rows.map { row in order.map { row[$0] } }
    case .conflicts(let expression, let by):
      return conflicts(
        answer, answer.names.firstIndex(of: Self.text(expression))!,
        by.map { answer.names.firstIndex(of: Self.text($0))! })
    case .chart, .export: fatalError("not generated")
    }
    return result
  }

  private static func text(_ expression: Expression) -> String {
    guard case .variable(let name) = expression.kind else { fatalError("not generated") }
    return name.text
  }

  private func conflicts(_ answer: Answer, _ column: Int, _ by: [Int]) -> Answer {
    func key(_ row: Int) -> [Item] { by.map { answer.rows[row][$0] } }
    let differing = answer.rows.indices.filter { row in
      let group = answer.rows.indices.filter { key($0) == key(row) }
      return Set(group.map { answer.rows[$0][column] }.filter { $0 != .missing }).count > 1
    }
    let origins = answer.facts.map { origin($0) }
    let keys = by.map { place in (answer.rows.map { $0[place] }, false) }
    let order = sorted(differing, by: keys + [(origins.map { $0[1] }, false)])
    let added = ["outlet", "published", "origin"].enumerated().filter { !answer.names.contains($0.element) }
    return Answer(
      names: answer.names + added.map(\.element),
      rows: order.map { row in answer.rows[row] + added.map { origins[row][$0.offset] } },
      facts: order.map { answer.facts[$0] })
  }

  /// Outlet and date of the first article, last source of the first claim.
  private func origin(_ facts: [Fact]) -> [Item] {
    func field(_ relation: String, _ name: String, _ row: Int) -> Item {
      let index = Schema.index(of: relation)!
      return item(index, Schema.relations[index].index(of: name)!, row)
    }
    func article(_ fact: Fact) -> Int? {
      let relation = Schema.relations[fact.relation].name
      switch relation {
      case "article": return fact.row
      case "entity", "alias": return nil
      case "source":
        guard case .row(let other, let row) = field(relation, "claim", fact.row) else { return nil }
        return article(Fact(relation: other, row: row))
      default:
        guard case .row(_, let row) = field(relation, "article", fact.row) else { return nil }
        return row
      }
    }
    let sorted = facts.sorted()
    let first = sorted.lazy.compactMap { article($0) }.first
    let claim = sorted.first { Schema.claims.contains(Schema.relations[$0.relation].name) }
    var last: (position: Double, entity: Item)?
    for row in 0..<store.table("source").count {
      guard let claim, field("source", "claim", row) == .row(claim.relation, claim.row) else { continue }
      // Links without a position count as nearest.
      let position = if case .number(let number) = field("source", "position", row) { number } else { -Double.infinity }
      if position >= last?.position ?? -.infinity { last = (position, field("source", "entity", row)) }
    }
    return [
      first.map { field("article", "outlet", $0) } ?? .missing,
      first.map { field("article", "published", $0) } ?? .missing,
      last?.entity ?? .missing,
    ]
  }

  /// Places in order of columns by place; stable, missing last.
  private func sorted(_ places: some Sequence<Int>, by keys: [(column: [Item], isDescending: Bool)]) -> [Int] {
    places.sorted { a, b in
      for key in keys {
        let (x, y) = (key.column[a], key.column[b])
        if x == y { continue }
        if x == .missing || y == .missing { return y == .missing }
        return key.isDescending ? precedes(y, x) : precedes(x, y)
      }
      return a < b
    }
  }

  private func name(_ column: QueryLanguage.Column) -> String {
    if let name = column.name { return name.text }
    if case .variable(let name) = column.value.kind { return name.text }
    return "?"
  }

  func precedes(_ a: Item, _ b: Item) -> Bool {
    switch (a, b) {
    case (.number(let x), .number(let y)): x < y
    case (.date(let x), .date(let y)): (x.start, x.end) < (y.start, y.end)
    default: printed(a).utf8.lexicographicallyPrecedes(printed(b).utf8)
    }
  }

  /// An expression of aggregates.
  private func combined(_ expression: Expression, _ keys: [String: Item], _ rows: [[String: Item]]) -> Item {
    switch expression.kind {
    case .call(let call): return aggregate(call, rows)
    case .binary(let op, let a, let b): return binary(op, combined(a, keys, rows), combined(b, keys, rows))
    default: return value(expression, keys)
    }
  }

  private func aggregate(_ call: Call, _ rows: [[String: Item]]) -> Item {
    guard let argument = call.arguments.first else { return .number(Double(rows.count)) }
    var known = rows.map { (item: value(argument, $0), row: $0) }.filter { $0.item != .missing }
    if call.isDistinct {
      var seen: Set<Item> = []
      known = known.filter { seen.insert($0.item).inserted }
    }
    let items = known.map(\.item)
    if call.function.text == "count" { return .number(Double(items.count)) }
    guard !items.isEmpty else { return .missing }
    let numbers = items.map { item -> Double in if case .number(let n) = item { n } else { .nan } }
    switch call.function.text {
    case "sum": return .number(numbers.reduce(0, +))
    case "avg": return .number(numbers.reduce(0, +) / Double(numbers.count))
    case "median":
      let sorted = numbers.sorted()
      return .number((sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2)
    case "min": return items.min { precedes($0, $1) }!
    case "max": return items.max { precedes($0, $1) }!
    case "list": return .text(items.map { printed($0) }.joined(separator: "; "))
    case "any": return items[0]
    case "first", "last":
      let isLast = call.function.text == "last"
      guard let by = call.by else { return isLast ? items[items.count - 1] : items[0] }
      let keys = known.map { value(by, $0.row) }
      let order = sorted(known.indices.filter { keys[$0] != .missing }, by: [(keys, false)])
      return (isLast ? order.last : order.first).map { items[$0] } ?? .missing
    default: fatalError("not generated")
    }
  }
}
