import Output

extension Shell {
  /// Runs the statements and commands of the start-up file at `path`; a mistake in it is printed and the rest is run.
  package func start(with path: String) {
    attempt {
      let entries = StatementReader(PlainLineReader(text: try TextFile.read(path)))
      isStarting = true
      defer { isStarting = false }
      while let action = action(for: entries.next()) {
        if !attempt(action) { screen.say("in \(SafeText.shown(path))") }
      }
    }
  }

  private func action(for entry: Entry) -> (() throws -> Void)? {
    switch entry {
    case .command(let line): { try self.run(command: line) }
    case .statements(let text): { try self.run(statements: text) }
    case .interrupted, .end: nil
    }
  }
}
