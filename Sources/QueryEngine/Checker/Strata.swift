/// Puts rules in an order in which each can be computed: what it needs first, those that need each other together.
struct Strata {
  /// For each rule the rules it uses; `negatively` those under `not`, in `optional` or in a body with stages.
  struct Uses {
    var all: Set<Int> = []
    var negatively: Set<Int> = []
  }

  private(set) var components: [[Int]] = []
  private let uses: [Uses]

  init(_ uses: [Uses]) {
    self.uses = uses
    var search = Search(uses)
    for rule in uses.indices where search.depth[rule] == nil { search.visit(rule) }
    components = search.components
  }

  func isRecursive(_ rule: Int) -> Bool {
    let component = components.first { $0.contains(rule) }!
    return component.count > 1 || uses[rule].all.contains(rule)
  }

  /// A rule and one it uses negatively although the second needs the first.
  var unstratified: (rule: Int, negated: Int)? {
    for component in components {
      for rule in component {
        if let negated = component.first(where: { uses[rule].negatively.contains($0) }) { return (rule, negated) }
      }
    }
    return nil
  }

  /// Tarjan's search for strongly connected components; they come out in the order of need.
  private struct Search {
    let uses: [Uses]
    var depth: [Int: Int] = [:]
    var low: [Int: Int] = [:]
    var stack: [Int] = []
    var components: [[Int]] = []

    init(_ uses: [Uses]) { self.uses = uses }

    mutating func visit(_ rule: Int) {
      depth[rule] = depth.count
      low[rule] = depth[rule]
      stack.append(rule)
      for next in uses[rule].all.sorted() {
        if depth[next] == nil {
          visit(next)
          low[rule] = min(low[rule]!, low[next]!)
        } else if stack.contains(next) {
          low[rule] = min(low[rule]!, depth[next]!)
        }
      }
      guard low[rule] == depth[rule] else { return }
      var component: [Int] = []
      while let top = stack.popLast() {
        component.append(top)
        if top == rule { break }
      }
      components.append(component.sorted())
    }
  }
}
