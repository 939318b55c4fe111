import Facts
import Output

/// Completes dot-commands and their arguments.
struct CommandCompletion {
  let shell: Shell

  func list(_ line: String) -> CompletionList {
    guard let blank = line.firstIndex(where: \.isWhitespace) else {
      return matching(DotCommands.all.map { $0.name + ($0.arguments.isEmpty ? "" : " ") }, line)
    }
    guard let command = try? DotCommands.find(String(line[..<blank])) else { return .none }
    let rest = String(line[blank...].drop(while: \.isWhitespace))
    let typed = String(rest[(rest.lastIndex(of: " ").map { rest.index(after: $0) } ?? rest.startIndex)...])
    switch command.completes {
    case .nothing: return .none
    case .choice(let words): return matching(words, typed)
    case .relation: return matching(Schema.relations.map(\.name), typed)
    case .command: return matching(DotCommands.all.map { $0.name }, typed)
    case .query: return Completion(shell: shell).list(statement: rest)
    case .path: return paths(typed)
    case .script: return script(rest, typed)
    }
  }

  /// The name or path of a script, then its parameters.
  private func script(_ rest: String, _ typed: String) -> CompletionList {
    guard rest == typed else {
      let word = rest.prefix { !$0.isWhitespace }
      guard let path = try? shell.savedScripts.path(of: String(word)),
        let files = try? ScriptFiles(shell.expandingHome(path))
      else { return .none }
      return matching(SavedScripts.parameters(of: files).map { $0.name.text + "=" }, typed)
    }
    let saved = shell.savedScripts.all.filter { $0.name.hasPrefix(typed) }
    guard !saved.isEmpty else { return paths(typed) }
    let candidates = saved.map { script in
      let purpose = (try? TextFile.read(script.path)).flatMap(SavedScripts.purpose)
      return CompletionList.Candidate(text: script.name + " ", note: purpose)
    }
    return CompletionList(replaced: typed, candidates: candidates)
  }

  private func matching(_ words: [String], _ typed: String) -> CompletionList {
    CompletionList(
      replaced: typed, candidates: words.filter { $0.hasPrefix(typed) && $0 != typed }.map { .init(text: $0) })
  }

  /// Files and folders that begin with what was typed; hidden ones only when that begins with a dot.
  private func paths(_ typed: String) -> CompletionList {
    let slash = typed.lastIndex(of: "/")
    let folder = slash.map { String(typed[...$0]) } ?? ""
    let name = typed.dropFirst(folder.count)
    let entries = Folder.entries(of: folder.isEmpty ? "." : shell.expandingHome(folder))
    let fitting = entries.filter { $0.hasPrefix(name) && (!$0.hasPrefix(".") || name.hasPrefix(".")) }
    return CompletionList(replaced: typed, candidates: fitting.map { .init(text: folder + $0) })
  }
}
