import Language

/// Grammatical gender and number as far as a form tells.
enum Agreement {
  case masculine, feminine, plural

  /// What a finite verb in that form asks of its subject.
  init(verbForm: UInt8) {
    switch verbForm % 16 {
    case 0: self = .masculine
    case 1: self = .feminine
    default: self = .plural
    }
  }

  /// What a relative pronoun, folded, asks of its antecedent.
  init(relative folded: String) {
    let bytes = Array(folded.utf8)
    switch bytes.suffix(4) {
    case [0xD8, 0xAA, 0xD9, 0x8A]: self = .feminine
    case [0xD8, 0xB0, 0xD9, 0x8A]: self = .masculine
    default: self = .plural
    }
  }
}

extension AnnotatedArticle {
  /// Whether an entity can be the subject of a verb of that form. Unknown gender agrees with everything.
  func agrees(_ entity: Int, _ agreement: Agreement) -> Bool {
    let e = entities[entity]
    switch e.kind {
    case .person:
      switch agreement {
      case .plural: return false
      case .masculine: return e.gender != "f"
      case .feminine: return e.gender != "m"
      }
    case .place: return agreement == (isMasculinePlace(e.name) ? .masculine : .feminine)
    case .organization:
      switch agreement {
      case .plural: return endsInSoundPlural(e.name)
      case .masculine: return !isFeminine(e.name)
      case .feminine: return !hasMasculineHead(e.name)
      }
    case .anonymous:
      let plural = isPlural(e.name)
      switch agreement {
      case .plural: return plural ?? true
      case .masculine: return plural != true && !isFeminine(e.name)
      case .feminine: return isFeminine(e.name) || plural == true
      }
    }
  }

  private func first(of phrase: String) -> String { String(phrase.prefix { $0 != " " }) }

  private func senses(ofFirst phrase: String) -> [Sense] {
    var first = first(of: phrase)
    return first.withUTF8 { Array(document.analyzer.senses(of: document.analyzer.analyze($0))) }
  }

  /// Whether the first word of the phrase ends in ta marbuta.
  private func isFeminine(_ phrase: String) -> Bool {
    first(of: phrase).unicodeScalars.last { $0.value < 0x64B || $0.value > 0x652 }?.value == 0x629
  }

  private func isMasculinePlace(_ name: String) -> Bool { document.isWord(first(of: name), .masculinePlace) }

  /// Whether the name begins with a common noun for an organization in the masculine singular (`council`, `party`).
  private func hasMasculineHead(_ name: String) -> Bool {
    if isFeminine(name) { return false }
    let heads = senses(ofFirst: name).filter { $0.cls == .organizationTrigger }
    let folded = Folding.fold(first(of: name))
    return !heads.isEmpty && heads.allSatisfy { $0.form == 0 } && !folded.hasSuffix("\u{627}\u{62A}")
  }

  private func endsInSoundPlural(_ name: String) -> Bool {
    let folded = Folding.fold(first(of: name))
    return folded.utf8.count > 8 && (folded.hasSuffix("\u{648}\u{646}") || folded.hasSuffix("\u{64A}\u{646}"))
  }

  /// Whether the first word is plural, as far as the tables of sources and titles and its ending tell.
  private func isPlural(_ phrase: String) -> Bool? {
    let people = senses(ofFirst: phrase).filter { $0.cls == .sourceNoun || $0.cls == .title }
    if !people.isEmpty { return people.allSatisfy { $0.form >= 2 } }
    if senses(ofFirst: phrase).contains(where: { $0.cls == .organizationTrigger && $0.form == 0 }) { return false }
    if Folding.fold(phrase).hasPrefix("\u{627}\u{644}"), endsInSoundPlural(phrase) { return true }
    return nil
  }
}
