/// Sorts a stream of facts by article.
enum FactGrouping {
  /// The facts of each article together, articles in order of first appearance. A fact finds its article by its
  /// `article` field, or through its event or claim; one that finds none is a problem.
  static func byArticle(_ facts: [Fact], problems: inout [FactProblem]) -> [[Fact]] {
    let owners = ownersOfIds(facts)
    var places: [String: Int] = [:]
    var groups: [[Fact]] = []
    for fact in facts {
      guard let article = article(of: fact, owners: owners) else {
        problems.append(
          FactProblem("a \(Schema.relations[fact.relation].name) that belongs to no article was left out"))
        continue
      }
      if let place = places[article] {
        groups[place].append(fact)
      } else {
        places[article] = groups.count
        groups.append([fact])
      }
    }
    return groups
  }

  /// The article of each event and claim.
  private static func ownersOfIds(_ facts: [Fact]) -> [String: String] {
    let claims = Set(Schema.claims.map { Schema.index(of: $0)! })
    var owners: [String: String] = [:]
    for fact in facts where claims.contains(fact.relation) {
      if case .text(let id) = fact["id"], case .text(let article) = fact["article"] { owners[id] = article }
    }
    return owners
  }

  private static func article(of fact: Fact, owners: [String: String]) -> String? {
    if Schema.relations[fact.relation].name == "article" {
      if case .text(let id) = fact["id"] { return id }
      return nil
    }
    if case .text(let article) = fact["article"] { return article }
    for link in ["event", "claim"] {
      if case .text(let id) = fact[link] { return owners[id] }
    }
    return nil
  }
}
