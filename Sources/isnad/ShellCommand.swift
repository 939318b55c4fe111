import ArgumentParser
import Articles
import Output
import Shell

struct ShellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell",
    abstract: "Load articles and explore the facts in them (the default).",
    discussion: "Without a PATH, the sample corpus that is built in. .help in the shell lists its commands.")

  @Argument(help: "Files and folders of articles, or facts that isnad extract wrote.")
  var paths: [String] = []

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    Interrupts.catchAll()
    let editor = paths.contains("-") ? nil : LibeditLineReader()
    let screen = Screen(environment: Environment.value)
    let shell = Shell(
      screen: screen, reader: editor ?? PlainLineReader(descriptor: 0), today: Environment.today,
      environment: Environment.value)
    shell.published = reading.published
    shell.threads = reading.threads
    shell.scriptFolders += Environment.configFolder.map { [$0 + "/queries"] } ?? []
    if let editor { openHistory(editor, screen) }
    let corpus = try CorpusReader.open(paths, screen)
    if paths.isEmpty {
      try shell.loadBehindPrompt(corpus)
    } else {
      try shell.load(corpus, size: screen.sizeToLoad(paths))
    }
    if let editor, editor.history(last: 1).isEmpty { screen.say("\(Shell.hint(in: screen.language))") }
    if editor != nil, let path = Environment.startUpPath { shell.start(with: path) }
    try shell.run()
  }

  /// A history that can't be kept is no reason not to start.
  private func openHistory(_ editor: LibeditLineReader, _ screen: Screen) {
    guard let path = Environment.historyPath else { return }
    do { try editor.openHistory(path) } catch { screen.say(error) }
  }
}
