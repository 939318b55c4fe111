import Facts
import QueryEngine
import QueryLanguage

/// Values of a field as they are found in the data, the most frequent first, narrowed by the conditions that stand
/// before the cursor.
struct ValueCompletion {
  let shell: Shell
  let text: String
  let context: CursorContext

  private static let variable = "completed"
  /// Offered before anything has been typed.
  private static let fewest = 20
  /// More than a list shows.
  private static let most = 500
  /// What conditions may take; after that, values are offered that may not fit them.
  private static let patience = 25

  private var store: FactStore { shell.session.store }

  func list(relation: String, field: String, start: Int?) -> CompletionList {
    guard let number = Schema.index(of: relation), let place = Schema.relations[number].index(of: field),
      let type = Schema.relation(relation)?.fields[place].type, Self.isText(type)
    else { return .none }
    var candidates: [CompletionList.Candidate] = []
    if let start, context.hasOtherConditions {
      candidates = narrowed(field, before: start, isEntity: type == .entity)
    }
    if candidates.isEmpty { candidates = all(number, place, counts: start == nil || !context.hasOtherConditions) }
    if case .symbol(let list) = type { candidates += unused(list, candidates) }
    return CompletionList(
      replaced: (context.quote.map(String.init) ?? "") + context.typed,
      candidates: Array(candidates.prefix(context.typed.isEmpty ? Self.fewest : Self.most)))
  }

  private static func isText(_ type: FieldType) -> Bool {
    switch type {
    case .text, .symbol, .entity: true
    case .id, .number, .date, .reference, .claim: false
    }
  }

  /// Values of the whole store.
  private func all(_ relation: Int, _ field: Int, counts: Bool) -> [CompletionList.Candidate] {
    let values = shell.knownValues.values(relation: relation, field: field)
    return values.places(like: context.typed, shell.knownValues.entities).prefix(Self.most).map {
      candidate(values.text($0, store), counts ? values.counts[$0] : nil)
    }
  }

  /// The words of a closed list that no fact has.
  private func unused(_ list: [String], _ found: [CompletionList.Candidate]) -> [CompletionList.Candidate] {
    let offered = Set(found.map(\.text))
    return list.filter { $0.hasPrefix(context.typed) }.map { candidate($0, 0) }.filter { !offered.contains($0.text) }
  }

  /// Values in the facts that satisfy what stands before the cursor; none when they are not found in time.
  private func narrowed(_ field: String, before start: Int, isEntity: Bool) -> [CompletionList.Candidate] {
    let pattern =
      text.slice(SourceRange(0, start)) + "\(field): \(Self.variable)" + String(repeating: ")", count: context.depth)
    let rows = Deadline.run(milliseconds: Self.patience, shell.session.cancellation) { count(pattern) } ?? []
    let fits = isEntity ? entities(rows.map(\.value)) : texts(rows.map(\.value))
    return zip(rows, fits).filter(\.1).map { candidate($0.0.value, $0.0.count) }
  }

  private func texts(_ values: [String]) -> [Bool] {
    var starts = WordStarts()
    for (place, value) in values.enumerated() { starts.add(value, of: place) }
    return starts.owners(values.count, withWordLike: context.typed)
  }

  private func entities(_ names: [String]) -> [Bool] {
    let fits = shell.knownValues.entities(like: context.typed)
    return names.map { name in store.names.entities(named: name).contains { fits[Int($0)] } }
  }

  /// The values that the variable takes in the pattern, with their numbers; nil when the pattern is no query.
  private func count(_ pattern: String) -> [(value: String, count: Int)]? {
    let query = "\(pattern)\n| group \(Self.variable): n = count()\n| sort -n"
    var session = shell.session
    guard let statement = try? Parser(query).parse().statements.first,
      case .answer(let answer)? = try? session.run(statement, source: query)
    else { return nil }
    return answer.table.rows.compactMap { row in
      guard !row[0].isMissing, case .number(let n) = row[1] else { return nil }
      let value = row[0].description
      return value.utf8.count <= FieldValues.longest ? (value, Int(n)) : nil
    }
  }

  private func candidate(_ value: String, _ count: Int?) -> CompletionList.Candidate {
    let open = context.quote ?? (value.contains("\"") ? "\u{00AB}" : "\"")
    return .init(text: "\(open)\(value)\(CursorContext.closers[open]!)", count: count)
  }
}
