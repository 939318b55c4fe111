import Output
import QueryLanguage

enum RunCommand: DotCommand {
  static let name = ".run"
  static let arguments = "SCRIPT [NAME=VALUE\u{2026}]"
  static let summary = "run a saved script on its own, with values for its parameters"
  static let details: [Message] = [
    "SCRIPT is a path, or the name of a script in the folder queries or in the one of the same name in the config folder.",
    "Its rules and parameters don't stay, those of the shell don't reach it. It may write no files.",
  ]
  static let completes = ArgumentKind.script

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    guard let script = arguments.words.first else { throw misuse }
    var options = ScriptRun.Options()
    options.format = shell.settings.format
    for word in arguments.words.dropFirst() {
      guard let sign = word.firstIndex(of: "="), sign > word.startIndex else { throw misuse }
      options.parameters.append((String(word[..<sign]), String(word[word.index(after: sign)...])))
    }
    let path = shell.expandingHome(try shell.savedScripts.path(of: script))
    let files = try ScriptFiles(path)
    if let purpose = files.all.last.flatMap({ SavedScripts.purpose(of: $0.text) }) {
      shell.screen.say("\(SafeText.shown(purpose))")
    }
    options.parameters += try missing(in: files, given: options.parameters.map(\.name), shell)
    var run = ScriptRun(shell.freshSession, screen: shell.screen, style: shell.tableStyle, options: options)
    try run.run(path)
  }

  /// Asks for the parameters that have neither a value nor a default, where somebody can answer.
  private static func missing(
    in files: ScriptFiles, given: [String], _ shell: Shell
  ) throws -> [(name: String, value: String)] {
    guard shell.reader is LibeditLineReader else { return [] }
    return try SavedScripts.parameters(of: files)
      .filter { $0.defaultValue == nil && !given.contains($0.name.text) }
      .map { parameter in
        let prompt = "\(parameter.name.written) (\(parameter.type.rawValue)): "
        guard case .line(let value) = shell.reader.read(prompt: prompt) else {
          throw ShellError("`\(parameter.name.written)` has no value; nothing runs")
        }
        return (parameter.name.text, value.trimmingBlanks())
      }
  }
}
