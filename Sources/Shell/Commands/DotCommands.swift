import Output
import QueryLanguage

/// Every command, in the order in which `.help` lists them.
enum DotCommands {
  static let all: [any DotCommand.Type] = [
    HelpCommand.self, TablesCommand.self, SchemaCommand.self,
    LoadCommand.self, ProblemsCommand.self,
    ReadCommand.self, RunCommand.self, RulesCommand.self, ParamsCommand.self,
    ExplainCommand.self, WhyCommand.self, SourceCommand.self,
    ModeCommand.self, OutputCommand.self, OnceCommand.self,
    MaxRowsCommand.self, MaxWidthCommand.self, PagerCommand.self, BidiCommand.self,
    TimerCommand.self, LanguageCommand.self, EditCommand.self, HistoryCommand.self, QuitCommand.self,
  ]

  /// The command called `name`, with or without its dot, or the only one that begins so.
  static func find(_ name: String) throws -> any DotCommand.Type {
    let name = name.hasPrefix(".") ? name : "." + name
    if name == ".exit" { return QuitCommand.self }
    if let exact = all.first(where: { $0.name == name }) { return exact }
    let fitting = name.count > 1 ? all.filter { $0.name.hasPrefix(name) } : []
    switch fitting.count {
    case 1: return fitting[0]
    case 0:
      let shown = SafeText.shown(name)
      let near = NearNames.nearest(to: name, among: all.map { $0.name }, limit: 1)
      throw ShellError(
        near.isEmpty
          ? "no command \(shown); .help lists them" : "no command \(shown); did you mean \(near[0])? .help lists all")
    default: throw ShellError("\(name) could be \(fitting.map { $0.name }.joined(separator: ", "))")
    }
  }
}

extension Shell {
  /// Runs a line that begins with a dot.
  package func run(command line: String) throws {
    let line = line.trimmingBlanks()
    let name = line.prefix { !$0.isWhitespace }
    try DotCommands.find(String(name)).run(CommandArguments(line.dropFirst(name.count)), in: self)
  }
}
