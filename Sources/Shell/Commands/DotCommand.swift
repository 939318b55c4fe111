import QueryLanguage

/// A command of the shell that is no query. Each has a file of its own and a line in `DotCommands.all`, from which
/// `.help` and completion come.
protocol DotCommand: SendableMetatype {
  /// With its dot: `.load`.
  static var name: String { get }
  /// What follows the name: `PATH…`.
  static var arguments: String { get }
  /// What it does, in one line.
  static var summary: String { get }
  /// More to know, for `.help NAME`.
  static var details: [Message] { get }
  /// What Tab offers for an argument.
  static var completes: ArgumentKind { get }

  static func run(_ arguments: CommandArguments, in shell: Shell) throws
}

extension DotCommand {
  static var arguments: String { "" }
  static var details: [Message] { [] }
  static var completes: ArgumentKind { .nothing }

  static var usage: String { arguments.isEmpty ? name : "\(name) \(arguments)" }

  /// The error of wrong arguments.
  static var misuse: ShellError { ShellError("usage: \(usage)") }
}

enum ArgumentKind {
  case nothing, path, relation, command, query, script
  case choice([String])
}

/// What follows the name of a command.
struct CommandArguments {
  /// The line behind the name, without blanks at its ends.
  let line: String
  /// Its words; a word with blanks stands in quotes.
  let words: [String]

  init(_ line: some StringProtocol) {
    self.line = line.trimmingBlanks()
    words = Self.split(self.line)
  }

  /// The only word; nil when there is none. Throws `misuse` when there are more.
  func single(or misuse: ShellError) throws -> String? {
    guard words.count <= 1 else { throw misuse }
    return words.first
  }

  private static func split(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}

extension StringProtocol {
  func trimmingBlanks() -> String {
    let head = drop(while: \.isWhitespace)
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }
}
