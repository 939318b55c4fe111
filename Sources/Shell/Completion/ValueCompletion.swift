import Facts
import QueryEngine
import QueryLanguage

/// Values of a field as they are found in the data, the most frequent first, narrowed by the conditions that stand
/// before the cursor.
struct ValueCompletion {
  let session: Session
  let text: String
  let context: CursorContext

  private static let variable = "completed"
  /// Nobody completes a text longer than this.
  private static let longestValue = 120
  /// Offered before anything has been typed.
  private static let fewest = 20

  func list(relation: String, field: String, start: Int?) -> CompletionList {
    guard let type = Schema.relation(relation)?.fields.first(where: { $0.name == field })?.type, Self.isText(type)
    else { return .none }
    var counts = start.flatMap { count(narrowed(field, before: $0)) } ?? []
    if counts.isEmpty { counts = count("\(relation)(\(field): \(Self.variable))") ?? [] }
    if case .symbol(let all) = type {
      counts += all.filter { value in !counts.contains { $0.value == value } }.map { ($0, 0) }
    }
    let typed = TypedName(context.typed, type == .entity ? session.store : nil)
    let candidates = counts.filter { typed.fits($0.value) }.map { candidate($0.value, $0.count) }
    let isUntyped = context.typed.isEmpty
    return CompletionList(
      replaced: (context.quote.map(String.init) ?? "") + context.typed,
      candidates: isUntyped ? Array(candidates.prefix(Self.fewest)) : candidates)
  }

  private static func isText(_ type: FieldType) -> Bool {
    switch type {
    case .text, .symbol, .entity: true
    case .id, .number, .date, .reference, .claim: false
    }
  }

  /// The statement up to the field, with the field bound and all brackets closed.
  private func narrowed(_ field: String, before start: Int) -> String {
    text.slice(SourceRange(0, start)) + "\(field): \(Self.variable)" + String(repeating: ")", count: context.depth)
  }

  /// The values that the variable takes in the pattern, with their numbers; nil when the pattern is no query.
  private func count(_ pattern: String) -> [(value: String, count: Int)]? {
    let query = "\(pattern)\n| group \(Self.variable): n = count()\n| sort -n"
    var session = session
    guard let statement = try? Parser(query).parse().statements.first,
      case .answer(let answer)? = try? session.run(statement, source: query)
    else { return nil }
    return answer.table.rows.compactMap { row in
      guard !row[0].isMissing, case .number(let n) = row[1] else { return nil }
      let value = row[0].description
      return value.utf8.count <= Self.longestValue ? (value, Int(n)) : nil
    }
  }

  private func candidate(_ value: String, _ count: Int) -> CompletionList.Candidate {
    let open = context.quote ?? (value.contains("\"") ? "\u{00AB}" : "\"")
    return .init(text: "\(open)\(value)\(CursorContext.closers[open]!)", count: count)
  }
}
