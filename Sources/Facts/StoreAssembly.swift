/// Turns what a builder collected into a store: drops copies, joins entities, resolves references.
struct StoreAssembly {
  private let raw: FactStoreBuilder
  private var strings: StringArena
  private var problems: [FactProblem]
  /// The articles that stay, in the order of the store.
  private let articles: [FactStoreBuilder.LoadedArticle]
  private let copies: Int
  private var output: [OutputTable]
  private var usedIds: [Set<UInt32>]

  private let entityTable = Schema.index(of: "entity")!
  private let aliasTable = Schema.index(of: "alias")!

  init(_ builder: FactStoreBuilder) {
    raw = builder
    strings = builder.strings
    problems = builder.problems
    (articles, copies) = Self.distinctArticles(builder)
    output = Schema.relations.map(OutputTable.init)
    usedIds = [Set<UInt32>](repeating: [], count: Schema.relations.count)
  }

  mutating func store() -> FactStore {
    let joined = joinEntities()
    for (i, article) in articles.enumerated() { emit(article, names: joined.rowsOfArticle[i]) }
    emitEntities(joined)
    let names = NameIndex(
      forms: joined.entities.enumerated().map { (UInt32($0), $1.name) }
        + joined.aliases.map { ($0.entity, strings[$0.text]) })
    return FactStore(
      tables: output.map { $0.table() }, strings: strings, names: names, copies: copies, problems: problems)
  }

  private static func distinctArticles(
    _ builder: FactStoreBuilder
  ) -> (articles: [FactStoreBuilder.LoadedArticle], copies: Int) {
    let strings = builder.strings
    let table = builder.tables[Schema.index(of: "article")!]
    let ties = ["title", "text", "path", "url"]
    let sorted = builder.articles.sorted { a, b in
      if a.id != b.id { return strings.precedes(a.id, b.id) }
      guard let left = a.ranges[0].first, let right = b.ranges[0].first else { return false }
      for field in ties {
        let (x, y) = (table.code(field, left), table.code(field, right))
        if x == y { continue }
        if x == StringArena.missing || y == StringArena.missing { return y == StringArena.missing }
        return strings.precedes(x, y)
      }
      return false
    }
    var seen = Set<ContentKey>()
    let distinct = sorted.filter { article in article.content.map { seen.insert($0).inserted } ?? true }
    return (distinct, sorted.count - distinct.count)
  }

  // MARK: - Entities

  private mutating func joinEntities() -> JoinedEntities {
    var joiner = EntityJoiner(articles: articles.count)
    for (i, article) in articles.enumerated() {
      declareEntities(of: article, at: i, in: &joiner)
      declareUndeclared(of: article, at: i, in: &joiner)
    }
    return joiner.join(strings: &strings)
  }

  private func declareEntities(
    of article: FactStoreBuilder.LoadedArticle, at i: Int, in joiner: inout EntityJoiner
  ) {
    let entities = raw.tables[entityTable]
    for row in article.ranges[entityTable] {
      let name = entities.code("name", row)
      guard name != StringArena.missing else { continue }
      joiner.declare(
        name, kind: kind(entities.code("kind", row)), id: entities.code("id", row), article: i, strings: strings)
    }
  }

  /// Entities that facts name without an `entity` row.
  private func declareUndeclared(
    of article: FactStoreBuilder.LoadedArticle, at i: Int, in joiner: inout EntityJoiner
  ) {
    for (t, relation) in Schema.relations.enumerated() where t != entityTable {
      for (f, field) in relation.fields.enumerated() where field.type == .entity {
        let codes = raw.tables[t].columns[f].codes
        for row in article.ranges[t] where codes[row] != StringArena.missing {
          joiner.declare(codes[row], kind: nil, id: StringArena.missing, article: i, strings: strings)
        }
      }
    }
    let aliases = raw.tables[aliasTable]
    for row in article.ranges[aliasTable] {
      let (entity, text) = (aliases.code("entity", row), aliases.code("text", row))
      guard entity != StringArena.missing, text != StringArena.missing else { continue }
      joiner.addAlias(text, of: entity, article: i)
    }
  }

  private func kind(_ code: UInt32) -> Int? {
    code == StringArena.missing ? nil : Schema.kinds.firstIndex(of: strings[code])
  }

  private mutating func emitEntities(_ joined: JoinedEntities) {
    for entity in joined.entities {
      let id = unused(entity.id, in: entityTable)
      let name = strings.intern(entity.name)
      let kind = entity.kind.map { strings.intern(Schema.kinds[$0]) } ?? StringArena.missing
      output[entityTable].append(codes: [id, name, kind])
    }
    for alias in joined.aliases { output[aliasTable].append(codes: [alias.entity, alias.text]) }
  }

  // MARK: - Facts

  private mutating func emit(_ article: FactStoreBuilder.LoadedArticle, names: [UInt32: UInt32]) {
    let articleTable = Schema.index(of: "article")!
    let articleRow = UInt32(output[articleTable].count)
    if article.ranges[articleTable].isEmpty { output[articleTable].appendMissing() }
    var resolver = ReferenceResolver(article: articleRow, entities: names)
    let rows = Schema.relations.indices.map { t in
      t == entityTable || t == aliasTable ? [] : register(article, relation: t, in: &resolver)
    }
    for (t, relation) in Schema.relations.enumerated() {
      for row in rows[t] {
        for (f, field) in relation.fields.enumerated() {
          output[t].columns[f].append(row, of: raw.tables[t].columns[f], type: field.type, resolver: resolver)
        }
        output[t].count += 1
      }
      giveIds(relation: t, to: rows[t].count)
    }
    if article.ranges[articleTable].isEmpty {
      output[articleTable].columns[0].raw.codes[Int(articleRow)] = unused(article.id, in: articleTable)
    }
  }

  /// The rows of a relation that go into the store; the resolver learns where their ids will stand.
  private mutating func register(
    _ article: FactStoreBuilder.LoadedArticle, relation t: Int, in resolver: inout ReferenceResolver
  ) -> [Int] {
    let table = raw.tables[t]
    let relation = Schema.relations[t]
    var kept: [Int] = []
    for row in article.ranges[t] {
      if relation.index(of: "id") != nil {
        let id = table.code("id", row)
        let place = UInt32(output[t].count + kept.count)
        if id == StringArena.missing, relation.name != "article" {
          problems.append(FactProblem("a \(relation.name) without an id was left out"))
          continue
        }
        guard resolver.register(id, relation: relation.name, row: place) else {
          problems.append(FactProblem("\(relation.name) \"\(strings[id])\" came twice; the second was left out"))
          continue
        }
      }
      guard resolver.resolvesLink(of: table, row: row) else {
        problems.append(FactProblem("a \(relation.name) that refers to nothing known was left out"))
        continue
      }
      kept.append(row)
    }
    return kept
  }

  /// Ids are unique in a store: a second article with the same id, and what belongs to it, gets a suffix.
  private mutating func giveIds(relation t: Int, to count: Int) {
    guard Schema.relations[t].index(of: "id") == 0 else { return }
    for row in (output[t].count - count)..<output[t].count {
      output[t].columns[0].raw.codes[row] = unused(output[t].columns[0].raw.codes[row], in: t)
    }
  }

  private mutating func unused(_ id: UInt32, in relation: Int) -> UInt32 {
    let name = Schema.relations[relation].name
    // Claims share one space of ids.
    let space = Schema.claims.contains(name) ? Schema.index(of: Schema.claims[0])! : relation
    let base = id == StringArena.missing ? "\(name)-\(output[relation].count)" : strings[id]
    var candidate = id == StringArena.missing ? strings.intern(base) : id
    var number = 2
    while !usedIds[space].insert(candidate).inserted {
      candidate = strings.intern("\(base)#\(number)")
      number += 1
    }
    return candidate
  }
}
