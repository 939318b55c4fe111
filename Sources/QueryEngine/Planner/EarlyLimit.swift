/// A `limit` before which stand only stages that keep, drop or widen rows one by one.
///
/// Rows come in the order of their facts, the clause written first counting most. Where the plan begins with that
/// clause, its rows can be taken a stretch at a time, and the rest is left alone once enough rows have come.
struct EarlyLimit {
  /// The clause whose rows are taken a stretch at a time.
  let atom: CheckedAtom
  /// The stages before the limit.
  let stages: ArraySlice<CheckedStage>
  let count: Int

  init?(_ plan: Plan) {
    guard case .atom(let first)? = plan.body.first, first.atom.factSlot == 0 else { return nil }
    switch first.access {
    case .scan, .cells: break
    // Finding the rows is most of the work here, and each stretch would do it again.
    case .folded, .lookup: return nil
    }
    let stages = plan.query.stages.prefix { Self.worksRowByRow($0) }
    guard stages.count < plan.query.stages.count, case .limit(let count) = plan.query.stages[stages.count] else {
      return nil
    }
    atom = first.atom
    self.stages = stages
    self.count = count
  }

  private static func worksRowByRow(_ stage: CheckedStage) -> Bool {
    switch stage {
    case .filter, .extend, .project: true
    case .group, .count, .distinct, .sort, .limit, .conflicts: false
    }
  }
}
