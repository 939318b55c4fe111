import CLibedit
import Output
import QueryLanguage

/// Where the shell prints: rows to standard output, all else to standard error unless both are one terminal.
package final class Screen {
  private let output: any ByteSink
  private let messages: any ByteSink
  /// Whether people read the rows.
  package let isTerminal: Bool
  package let colour: Bool
  package var language = Interface.english
  private let measure: () -> Int?
  private let measureHeight: () -> Int?

  /// The screen of a test or a pipe; `width` is that of the terminal, if it shall be one.
  package init(output: any ByteSink, messages: any ByteSink, width: Int? = nil, colour: Bool = false) {
    self.output = output
    self.messages = messages
    self.isTerminal = width != nil
    self.colour = colour
    self.measure = { width }
    self.measureHeight = { nil }
  }

  /// The screen of the process.
  package init(environment: (String) -> String?) {
    output = DescriptorSink.standardOutput
    isTerminal = isnad_terminal_width(1) > 0
    language = Interface(environment: environment)
    messages = isTerminal ? DescriptorSink.standardOutput : DescriptorSink(2, name: "standard error")
    let isPlain = (environment("NO_COLOR") ?? "").isEmpty == false || environment("TERM") ?? "dumb" == "dumb"
    colour = isTerminal && !isPlain
    measure = {
      let width = isnad_terminal_width(1)
      return width > 0 ? Int(width) : nil
    }
    measureHeight = {
      let height = isnad_terminal_height(1)
      return height > 0 ? Int(height) : nil
    }
  }

  /// Columns of the terminal; nil where rows go to a pipe or file.
  package var width: Int? { measure() }

  /// Lines of the terminal; nil where there is none.
  package var height: Int? { measureHeight() }

  /// Prints what was asked for.
  func show(_ text: String) { write(text, to: output) }

  /// Prints prose, broken between words; further lines are indented.
  func show(_ text: String, indent: Int) { show(Paragraph.wrapped(text, width: width, indent: indent)) }

  /// Prints what there is to say about it.
  package func say(_ message: Message) {
    let lines = language.text(message).split(separator: "\n", omittingEmptySubsequences: false)
    // An indented line is a line of source, or the carets below it.
    write(
      lines.map { $0.hasPrefix(" ") ? String($0) : Paragraph.wrapped(String($0), width: width) }
        .joined(separator: "\n"), to: messages)
  }

  /// Prints why something failed.
  package func say(_ error: any Error) {
    let text = ErrorMessage.text(of: error, in: language) ?? "\(error)"
    say("\(SafeText.shownLines(text))")
  }

  func sayWritten(_ rows: Int, to path: String) {
    say("\(language.counted(rows, "row")) written to \(SafeText.shown(path))")
  }

  /// Replaces the line that the cursor is on.
  func overwriteLine(_ text: String) {
    let blank = String(repeating: " ", count: max(0, (width ?? 80) - 1 - DisplayWidth.of(text)))
    try? messages.write(Array("\r\(text)\(blank)\r".utf8))
  }

  /// The sink that rows go to.
  package var rows: any ByteSink { output }

  /// Why standard output took no more, to be thrown when the statement has ended.
  private var failure: (any Error)?

  /// Throws what went wrong since the last call.
  func check() throws {
    guard let failure else { return }
    self.failure = nil
    throw failure
  }

  private func write(_ text: String, to sink: any ByteSink) {
    do {
      try sink.write(Array((text + "\n").utf8))
    } catch {
      failure = failure ?? error
    }
  }
}
