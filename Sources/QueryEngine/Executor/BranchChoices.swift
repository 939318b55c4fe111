import QueryLanguage

/// Which branches the rows of an `or` come from, its own and those of the `or`s inside it.
struct BranchChoices {
  private(set) var all: [SourceRange: [UInt32]] = [:]
  private let known: Set<SourceRange>
  private var count = 0

  /// Choices that `frame` has already are left alone.
  init(inside frame: Frame) { known = Set(frame.choices.keys) }

  /// Adds the rows `kept` of what branch number `branch` of the `or` at `clause` found.
  mutating func add(_ kept: [Int], of found: Frame, branch: UInt32, of clause: SourceRange) {
    append([UInt32](repeating: branch, count: kept.count), to: clause)
    for (inner, branches) in found.choices where !known.contains(inner) && inner != clause {
      append(kept.map { branches[$0] }, to: inner)
    }
    count += kept.count
    for clause in all.keys where all[clause]!.count < count { append([], to: clause) }
  }

  /// Rows of branches without this `or` count as its first branch.
  private mutating func append(_ branches: [UInt32], to clause: SourceRange) {
    var list = all[clause] ?? []
    list += [UInt32](repeating: 0, count: count - list.count)
    all[clause] = list + branches
  }
}
