import Facts
import QueryLanguage

/// Where in a half-typed statement the cursor stands, read from the tokens before it.
struct CursorContext {
  enum Place: Equatable {
    /// Where a relation, rule or condition may begin; `isFirst` where a statement does.
    case clause(isFirst: Bool)
    /// An argument of a relation or rule may begin.
    case argument(of: String)
    /// A value to compare the field with. `start` is the offset of the field's name, when a query that ends there could
    /// find values; nil for a comparison outside of a relation's brackets.
    case value(relation: String, field: String, start: Int?)
    /// The name of a stage.
    case stage
    /// Behind the name of a stage.
    case stageArgument
    case nothing
  }

  private(set) var place = Place.nothing
  /// The word or text that is being typed, without its quotation mark.
  private(set) var typed = ""
  /// The mark that opened the text that is being typed.
  private(set) var quote: Character?
  /// Fields of the innermost relation that are named already.
  private(set) var named: Set<String> = []
  /// Variables that the statement binds so far, in order.
  private(set) var variables: [String] = []

  private struct Frame {
    /// The word before the bracket, unless that is a keyword.
    var name: String?
    /// Tokens since the last comma.
    var argument: [Token] = []
    /// For `field in (`: what the values in the bracket are compared with.
    var list: [Token] = []
  }

  private enum Part { case pattern, stageName, stageArguments }

  private var frames = [Frame()]
  private var relations: [String] = []
  private var part = Part.pattern

  /// Brackets of relations and groups that are open at the cursor, without that of a list of values.
  var depth: Int { frames.dropFirst().count { $0.list.isEmpty } }

  /// Something before the cursor narrows the facts that fit.
  var hasOtherConditions: Bool { relations.count > 1 || !named.isEmpty || depth > 1 }

  init(_ text: String) {
    var tokens = Lexer.tokens(of: text).filter { token in
      switch token.kind {
      case .newline, .comment, .end: false
      default: true
      }
    }
    takeTyped(from: &tokens, text)
    for token in tokens { advance(over: token) }
    place = findPlace(isFirst: tokens.isEmpty)
  }

  /// Opening quotation marks and what closes them.
  static let closers: [Character: Character] = [
    "\"": "\"", "'": "'", "\u{00AB}": "\u{00BB}", "\u{201C}": "\u{201D}",
  ]

  private mutating func takeTyped(from tokens: inout [Token], _ text: String) {
    guard let last = tokens.last, last.range.end == text.utf8.count else { return }
    switch last.kind {
    case .word(let word):
      typed = word
      tokens.removeLast()
    case .invalid:
      let written = text.slice(last.range)
      guard let mark = written.first, Self.closers[mark] != nil else { return }
      quote = mark
      typed = String(written.dropFirst())
      tokens.removeLast()
    default: break
    }
  }

  private mutating func advance(over token: Token) {
    switch token.kind {
    case .sign(.open): open()
    case .sign(.close):
      endArgument()
      if frames.count > 1 { frames.removeLast() }
    case .sign(.comma): endArgument()
    case .sign(.pipe):
      endArgument()
      part = .stageName
    case .terminator, .sign(.semicolon):
      self = CursorContext("")
    default:
      let isConnective = token.keyword.map { [.and, .or, .not, .exists, .optional].contains($0) } ?? false
      if isConnective { return endArgument() }
      if part == .stageName {
        part = .stageArguments
      } else {
        frames[frames.count - 1].argument.append(token)
      }
    }
  }

  private mutating func open() {
    let argument = frames[frames.count - 1].argument
    if argument.last?.keyword == .in {
      frames.append(Frame(list: argument))
      return
    }
    var name: String?
    if case .word(let word)? = argument.last?.kind { name = Vocabulary.english(word, .relation) ?? word }
    if let name { relations.append(name) }
    frames.append(Frame(name: name))
    named = []
  }

  private mutating func endArgument() {
    let frame = frames[frames.count - 1]
    frames[frames.count - 1].argument = []
    guard part == .pattern, frame.name != nil, case .word(let field)? = frame.argument.first?.kind else { return }
    named.insert(Vocabulary.english(field, .field) ?? field)
    guard frame.argument.count > 1, frame.argument[1].kind == .sign(.colon) else { return bind(field) }
    if frame.argument.count == 3, case .word(let variable) = frame.argument[2].kind { bind(variable) }
  }

  private mutating func bind(_ variable: String) {
    if !variables.contains(variable) { variables.append(variable) }
  }

  private func findPlace(isFirst: Bool) -> Place {
    let frame = frames[frames.count - 1]
    if let place = valuePlace(frame.list.isEmpty ? frame.argument : frame.list) { return place }
    if quote != nil { return .nothing }
    switch part {
    case .stageName: return .stage
    case .stageArguments: return .stageArgument
    case .pattern:
      guard frame.argument.isEmpty else { return .nothing }
      return frame.name.map { .argument(of: $0) } ?? .clause(isFirst: isFirst)
    }
  }

  /// The last two tokens are a word and what compares it with a value.
  private func valuePlace(_ argument: [Token]) -> Place? {
    guard argument.count >= 2, Self.comparesWithValue(argument[argument.count - 1]),
      case .word(let word) = argument[argument.count - 2].kind
    else { return nil }
    let field = Vocabulary.english(word, .field) ?? word
    if part == .pattern, let inner = frames.last(where: { $0.name != nil })?.name,
      Schema.relation(inner)?.index(of: field) != nil
    {
      return .value(relation: inner, field: field, start: argument[argument.count - 2].range.start)
    }
    guard let relation = relations.first(where: { Schema.relation($0)?.index(of: field) != nil }) else { return nil }
    return .value(relation: relation, field: field, start: nil)
  }

  private static func comparesWithValue(_ token: Token) -> Bool {
    if let keyword = token.keyword { return [.in, .has, .contains].contains(keyword) }
    guard case .sign(let sign) = token.kind else { return false }
    return [.colon, .equal, .identical, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual].contains(sign)
  }
}
