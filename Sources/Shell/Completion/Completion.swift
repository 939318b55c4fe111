import Facts
import Output
import QueryEngine
import QueryLanguage

/// What Tab offers, by what stands before the cursor.
struct Completion {
  let shell: Shell

  /// Candidates for the end of `before`, the line up to the cursor.
  func list(before: String) -> CompletionList {
    let pending = shell.statements.pending
    let line = String(before.drop(while: \.isWhitespace))
    if pending.isEmpty, line.hasPrefix(".") { return CommandCompletion(shell: shell).list(line) }
    return list(statement: pending.isEmpty ? before : pending + "\n" + before)
  }

  /// Candidates for the end of a half-typed statement.
  func list(statement text: String) -> CompletionList {
    let context = CursorContext(text)
    switch context.place {
    case .clause(let isFirst): return words(isFirst ? beginnings : clauses(context), context)
    case .argument(let name): return words(arguments(of: name, context), context)
    case .stage: return words(StageGrammar.all.map(Self.stage), context)
    case .stageArgument: return words(context.variables, context)
    case .value(let relation, let field, let start):
      let values = ValueCompletion(shell: shell, text: text, context: context)
      return values.list(relation: relation, field: field, start: start)
    case .nothing: return .none
    }
  }

  /// The words that begin with what was typed.
  private func words(_ words: [String], _ context: CursorContext) -> CompletionList {
    let fitting = words.filter { $0.hasPrefix(context.typed) && $0 != context.typed }
    return CompletionList(replaced: context.typed, candidates: fitting.map { .init(text: $0) })
  }

  private var relations: [String] {
    Schema.relations.map { $0.name + "(" } + shell.session.rules.map { $0.name.text + "(" }
      + Vocabulary.entries.filter { $0.kind == .relation }.map { $0.arabic + "(" }
  }

  private var beginnings: [String] { relations + ["rule ", "param ", "include "] }

  private func clauses(_ context: CursorContext) -> [String] {
    relations + ["not ", "exists ", "optional "] + context.variables
  }

  /// With a blank where arguments follow.
  private static func stage(_ stage: StageGrammar) -> String {
    stage.synopsis == stage.name ? stage.name : stage.name + " "
  }

  private func arguments(of name: String, _ context: CursorContext) -> [String] {
    guard let relation = Schema.relation(name) else {
      return shell.session.rules.first { $0.name.text == name }?.parameters.map(\.text) ?? []
    }
    let fields = relation.fields.map(\.name).filter { !context.named.contains($0) }
    // Arabic names are for those who have begun in Arabic.
    guard let first = context.typed.utf8.first, first >= 0x80 else { return fields }
    return Vocabulary.entries.filter { $0.kind == .field && fields.contains($0.english) }.map(\.arabic)
  }
}
