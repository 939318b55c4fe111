import Output

enum ProblemsCommand: DotCommand {
  static let name = ".problems"
  static let summary = "list the inputs that were skipped, and why"

  static func run(_ arguments: CommandArguments, in shell: Shell) throws {
    guard arguments.words.isEmpty else { throw misuse }
    let problems = shell.corpus.problems + shell.session.store.problems.map(\.message)
    guard !problems.isEmpty else { return shell.screen.say("no problems") }
    for problem in problems { shell.screen.show(SafeText.shown(problem)) }
  }
}
