import Output

/// What could stand at the cursor.
struct CompletionList: Equatable {
  struct Candidate: Equatable {
    /// What is put in.
    let text: String
    /// How often it is found in the data, when that is known.
    var count: Int?
    /// What it is, for a list of one a line.
    var note: String?
  }

  /// What was typed of it, which a candidate takes the place of.
  var replaced: String
  var candidates: [Candidate]

  static let none = CompletionList(replaced: "", candidates: [])

  /// What Tab puts in: the only candidate, or what all have in common, if that says more than was typed.
  var insertion: String? {
    guard let first = candidates.first?.text else { return nil }
    if candidates.count == 1 { return first == replaced ? nil : first }
    let common = candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1.text) }
    return common.count > replaced.count && common.hasPrefix(replaced) ? common : nil
  }

  private static let longest = 60

  /// The candidates in columns, with their counts.
  func listing(width: Int, _ language: Interface = .english) -> String {
    let cells = candidates.prefix(Self.longest).map { candidate in
      SafeText.shown(candidate.text.trimmingBlanks()) + (candidate.count.map { " (\($0))" } ?? "")
    }
    if candidates.contains(where: { $0.note != nil }) { return noted(width: width) }
    let cellWidth = (cells.map { Output.DisplayWidth.of($0) }.max() ?? 0) + 2
    let columns = max(1, (width - 1) / cellWidth)
    var lines = stride(from: 0, to: cells.count, by: columns).map { start in
      cells[start..<min(start + columns, cells.count)].map { cell in
        cell + String(repeating: " ", count: cellWidth - Output.DisplayWidth.of(cell))
      }.joined().trimmingBlanks()
    }
    if candidates.count > cells.count { lines.append(language.text("and \(candidates.count - cells.count) more")) }
    return lines.joined(separator: "\n")
  }
}

extension CompletionList {
  /// One candidate a line, with what it is behind it.
  private func noted(width: Int) -> String {
    let names = candidates.map { SafeText.shown($0.text.trimmingBlanks()) }
    let nameWidth = (names.map { Output.DisplayWidth.of($0) }.max() ?? 0) + 2
    return zip(names, candidates).map { name, candidate in
      let gap = String(repeating: " ", count: nameWidth - Output.DisplayWidth.of(name))
      return Cut.fit(name + gap + SafeText.shown(candidate.note ?? ""), width: max(1, width - 1)).text
    }.joined(separator: "\n")
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
