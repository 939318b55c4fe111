import Facts

/// Builds the tree of what a row stands on.
struct WhyBuilder {
  private let provenance: Provenance
  private let values: ColumnEvaluator
  private var store: FactStore { provenance.store }

  init(_ provenance: Provenance, _ pool: TextPool) {
    self.provenance = provenance
    values = ColumnEvaluator(store: provenance.store, pool: pool)
  }

  func explanation(row: Int, facts: ArraySlice<UInt64>) -> Explanation {
    Explanation(kind: .row(row), parts: facts.map { part($0) })
  }

  private func part(_ bits: UInt64) -> Explanation {
    let fact = PackedFact(bits: bits)
    guard let number = fact.rule else {
      let reference = FactReference(relation: Int(fact.relation), row: fact.row)
      return Explanation(kind: .fact(reference, evidence(for: reference)), parts: [])
    }
    let rule = provenance.rules[number]
    let table = provenance.ruleTables[number]
    let cells = rule.columns.indices.map { values.printed(table.tuples.columns[$0][fact.row], rule.columns[$0].type) }
    return Explanation(kind: .rule(rule.name, cells), parts: table.facts[fact.row].map { part($0) })
  }

  func evidence(for fact: FactReference) -> FactEvidence {
    let relation = Schema.relations[fact.relation]
    var fields: [(name: String, value: Value)] = []
    for (i, field) in relation.fields.enumerated() {
      let value = store.value(relation: fact.relation, field: i, row: fact.row)
      if !value.isMissing { fields.append((field.name, value)) }
    }
    var evidence = FactEvidence(fields: fields, chain: chain(of: fact))
    if let article = store.article(relation: fact.relation, row: fact.row) {
      evidence.article = text("article", "id", article)
      evidence.title = text("article", "title", article)
      evidence.outlet = text("article", "outlet", article)
      evidence.path = text("article", "path", article)
    }
    evidence.rule = field("rule", of: fact).flatMap(Self.text)
    evidence.span = span(start: field("start", of: fact), end: field("end", of: fact))
    if let sentence = sentence(of: fact) {
      evidence.sentence = text("sentence", "text", sentence)
      evidence.sentenceSpan = span(
        start: store.value("sentence", "start", sentence), end: store.value("sentence", "end", sentence))
    }
    return evidence
  }

  private func field(_ name: String, of fact: FactReference) -> Value? {
    Schema.relations[fact.relation].index(of: name).map {
      store.value(relation: fact.relation, field: $0, row: fact.row)
    }
  }

  private static func text(_ value: Value) -> String? {
    if case .text(let text) = value { return text }
    return nil
  }

  private func text(_ relation: String, _ field: String, _ row: Int) -> String? {
    Self.text(store.value(relation, field, row))
  }

  private func span(start: Value?, end: Value?) -> Range<Int>? {
    guard case .number(let a)? = start, case .number(let b)? = end, a >= 0, a <= b, b < 1e15 else { return nil }
    return Int(a)..<Int(b)
  }

  private func sentence(of fact: FactReference) -> Int? {
    if Schema.relations[fact.relation].name == "sentence" { return fact.row }
    if let index = Schema.relations[fact.relation].index(of: "sentence") {
      return store.reference(relation: fact.relation, field: index, row: fact.row)
    }
    return nil
  }

  private func chain(of fact: FactReference) -> [FactEvidence.Link] {
    guard ValueType.claimRelations.contains(fact.relation) else { return [] }
    return provenance.sources(of: fact).enumerated().map { i, row in
      var position = i + 1
      if case .number(let number) = store.value("source", "position", row) { position = Int(number) }
      return FactEvidence.Link(
        position: position, name: store.value("source", "entity", row).description, cue: text("source", "cue", row))
    }
  }
}
