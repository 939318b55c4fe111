import Language

/// What joining gives: the entities of the store, their surface forms, and which entity each article's names mean.
struct JoinedEntities {
  struct Entity {
    var id: UInt32
    var name: String
    var kind: Int?
  }

  var entities: [Entity]
  var aliases: [(entity: UInt32, text: UInt32)]
  /// For each article, entity rows by the code of the name it uses.
  var rowsOfArticle: [[UInt32: UInt32]]
}

/// Joins the entities of articles over a whole store.
///
/// The same folded name and kind is one entity. A name that is a surface form of exactly one other entity of its
/// kind (the second name alone, of someone whom another article names in full) is that entity; a form of several
/// stays by itself. Anonymous sources are never joined.
struct EntityJoiner {
  private struct Local {
    let name: UInt32
    var kind: Int?
    var id: UInt32
    let article: Int
    var forms: [UInt32] = []
    var group = 0
  }

  private struct Key: Hashable {
    let folded: String
    let kind: Int?
  }

  private static let anonymous = Schema.kinds.firstIndex(of: "anonymous")!

  private var locals: [Local] = []
  private var localOfName: [[UInt32: Int]]

  init(articles: Int) { localOfName = [[UInt32: Int]](repeating: [:], count: articles) }

  /// Notes a name of an article; the first declaration of a name decides its kind.
  mutating func declare(_ name: UInt32, kind: Int?, id: UInt32, article: Int, strings: StringArena) {
    if let known = localOfName[article][name] {
      if locals[known].kind == nil { locals[known].kind = kind }
      return
    }
    localOfName[article][name] = locals.count
    locals.append(Local(name: name, kind: kind, id: id, article: article))
  }

  mutating func addAlias(_ text: UInt32, of name: UInt32, article: Int) {
    guard let local = localOfName[article][name] else { return }
    locals[local].forms.append(text)
  }

  mutating func join(strings: inout StringArena) -> JoinedEntities {
    adoptKinds(strings)
    var groups = groupByName(strings)
    joinThroughForms(&groups, strings)
    return result(groups, &strings)
  }

  /// A name without a kind takes the kind that the same name has elsewhere, if that is one.
  private mutating func adoptKinds(_ strings: StringArena) {
    var kinds: [String: Set<Int>] = [:]
    guard locals.contains(where: { $0.kind == nil }) else { return }
    for local in locals {
      guard let kind = local.kind, kind != Self.anonymous else { continue }
      for form in [local.name] + local.forms { kinds[Folding.fold(strings[form]), default: []].insert(kind) }
    }
    for i in locals.indices where locals[i].kind == nil {
      if let found = kinds[Folding.fold(strings[locals[i].name])], found.count == 1 { locals[i].kind = found.first }
    }
  }

  /// Puts each local entity in the group of its folded name and kind.
  private mutating func groupByName(_ strings: StringArena) -> EntityGroups {
    var places: [Key: Int] = [:]
    var groups = EntityGroups()
    for i in locals.indices {
      let folded = Folding.fold(strings[locals[i].name])
      if locals[i].kind == Self.anonymous {
        locals[i].group = groups.add(folded, kind: Self.anonymous)
        continue
      }
      let key = Key(folded: folded, kind: locals[i].kind)
      if let place = places[key] {
        locals[i].group = place
      } else {
        locals[i].group = groups.add(folded, kind: locals[i].kind)
        places[key] = locals[i].group
      }
    }
    return groups
  }

  /// Repeats until nothing changes, since two groups that are joined may leave a form with one owner.
  private func joinThroughForms(_ groups: inout EntityGroups, _ strings: StringArena) {
    var owners: [Key: Set<Int>] = [:]
    for local in locals where local.kind != Self.anonymous {
      for form in local.forms {
        owners[Key(folded: Folding.fold(strings[form]), kind: local.kind), default: []].insert(local.group)
      }
    }
    let order = groups.inOrderOfName(without: Self.anonymous)
    var changed = true
    while changed {
      changed = false
      for group in order {
        guard let named = owners[Key(folded: groups.names[group], kind: groups.kinds[group])] else { continue }
        let others = Set(named.map { groups.root($0) }).subtracting([groups.root(group)])
        guard others.count == 1 else { continue }
        groups.union(group, others.first!)
        changed = true
      }
    }
  }

  private func result(_ groups: EntityGroups, _ strings: inout StringArena) -> JoinedEntities {
    let groups = groups
    var rowOfRoot: [Int: Int] = [:]
    var entities: [JoinedEntities.Entity] = []
    var counts: [[UInt32: Int]] = []
    var rowOfLocal: [UInt32] = []
    for local in locals {
      let root = groups.root(local.group)
      let row = rowOfRoot[root] ?? entities.count
      if row == entities.count {
        rowOfRoot[root] = row
        entities.append(.init(id: local.id, name: "", kind: local.kind))
        counts.append([:])
      }
      counts[row][local.name, default: 0] += 1
      rowOfLocal.append(UInt32(row))
    }
    for row in entities.indices { entities[row].name = Self.canonical(counts[row], strings) }
    CanonicalNames.makeUnique(&entities, weights: counts.map { $0.values.reduce(0, +) }, anonymous: Self.anonymous)
    return JoinedEntities(
      entities: entities, aliases: aliases(rowOfLocal),
      rowsOfArticle: localOfName.map { names in names.mapValues { rowOfLocal[$0] } })
  }

  private func aliases(_ rowOfLocal: [UInt32]) -> [(entity: UInt32, text: UInt32)] {
    var seen = Set<UInt64>()
    var aliases: [(entity: UInt32, text: UInt32)] = []
    for (i, local) in locals.enumerated() {
      for form in [local.name] + local.forms
      where seen.insert(UInt64(rowOfLocal[i]) << 32 | UInt64(form)).inserted {
        aliases.append((rowOfLocal[i], form))
      }
    }
    return aliases.enumerated().sorted { ($0.element.entity, $0.offset) < ($1.element.entity, $1.offset) }
      .map(\.element)
  }

  /// The name with most words, of these the most frequent, of these the first by bytes.
  private static func canonical(_ counts: [UInt32: Int], _ strings: StringArena) -> String {
    let ranked = counts.map { (words: strings[$0.key].split(separator: " ").count, count: $0.value, code: $0.key) }
    let best = ranked.max { a, b in
      if a.words != b.words { return a.words < b.words }
      if a.count != b.count { return a.count < b.count }
      return strings.precedes(b.code, a.code)
    }
    return strings[best!.code]
  }
}

/// Groups of names found to mean the same, as a forest.
struct EntityGroups {
  private(set) var names: [String] = []
  private(set) var kinds: [Int?] = []
  private var parents: [Int] = []

  mutating func add(_ name: String, kind: Int?) -> Int {
    names.append(name)
    kinds.append(kind)
    parents.append(parents.count)
    return parents.count - 1
  }

  func root(_ group: Int) -> Int {
    var group = group
    while parents[group] != group { group = parents[group] }
    return group
  }

  mutating func union(_ a: Int, _ b: Int) {
    let (x, y) = (root(a), root(b))
    parents[max(x, y)] = min(x, y)
  }

  func inOrderOfName(without kind: Int) -> [Int] {
    names.indices.filter { kinds[$0] != kind }.sorted { a, b in
      names[a] == names[b] ? (kinds[a] ?? -1) < (kinds[b] ?? -1) : names[a] < names[b]
    }
  }
}

/// Canonical names are unique in a store, so that a printed name is an entity.
enum CanonicalNames {
  /// Of several entities with one name the most frequent keeps it, the others get their kind behind it.
  static func makeUnique(_ entities: inout [JoinedEntities.Entity], weights: [Int], anonymous: Int) {
    var taken: [[UInt8]: Int] = [:]
    let order = entities.indices.filter { entities[$0].kind != anonymous }
      .sorted {
        (-weights[$0], entities[$0].kind ?? Schema.kinds.count, $0) < (
          -weights[$1], entities[$1].kind ?? Schema.kinds.count, $1
        )
      }
    for i in order {
      let plain = entities[i].name
      var name = plain
      var number = 1
      while taken[Array(name.utf8)] != nil {
        let kind = entities[i].kind.map { Schema.kinds[$0] } ?? "name"
        name = number == 1 ? "\(plain) (\(kind))" : "\(plain) (\(kind) \(number))"
        number += 1
      }
      entities[i].name = name
      taken[Array(name.utf8)] = i
    }
  }
}
