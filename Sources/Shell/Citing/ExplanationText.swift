import Facts
import Output
import QueryEngine
import QueryLanguage

/// An explanation as an indented outline, down to the sentences in the articles:
///
/// ```
/// row 1
///   quote  speaker: …, act: say
///     rule verb-subject, article a1, bytes 412–598 (articles/a1.txt)
///     chain: … (…) → …
///     …the sentence with the 【place】 marked…
/// ```
struct ExplanationText {
  private(set) var lines: [String] = []

  private let language: Interface

  init(_ explanation: Explanation, _ language: Interface) {
    self.language = language
    add(explanation, depth: 0)
  }

  private mutating func add(_ explanation: Explanation, depth: Int) {
    switch explanation.kind {
    case .row(let row): add(language.text("row \(row + 1)"), depth)
    case .rule(let name, let values):
      add(language.text("rule \("\(name)(\(values.map(Self.shown).joined(separator: language.comma)))")"), depth)
    case .fact(let fact, let evidence): add(fact, evidence, depth)
    }
    for part in explanation.parts { add(part, depth: depth + 1) }
  }

  private mutating func add(_ fact: FactReference, _ evidence: FactEvidence, _ depth: Int) {
    let fields = evidence.fields.map { "\(language.header($0.name)): \(Self.shown($0.value))" }
    add(
      "\(language.relation(Schema.relations[fact.relation].name))  \(fields.joined(separator: language.comma))", depth)
    let place = place(evidence)
    if !place.isEmpty { add(place, depth + 1) }
    if !evidence.chain.isEmpty {
      let links = evidence.chain.map { link in
        SafeText.shown(link.name) + (link.cue.map { " (\(SafeText.shown($0)))" } ?? "")
      }
      add(language.text("chain: \(links.joined(separator: arrow))"), depth + 1)
    }
    if let sentence = evidence.sentence { add(marked(sentence, evidence), depth + 1) }
  }

  private func place(_ evidence: FactEvidence) -> String {
    var parts: [Message] = []
    if let rule = evidence.rule { parts.append("rule \(rule)") }
    if let article = evidence.article { parts.append("article \(article)") }
    if let outlet = evidence.outlet { parts.append("\(outlet)") }
    if let span = evidence.span { parts.append("bytes \("\(span.lowerBound)\u{2013}\(span.upperBound)")") }
    if let path = evidence.path { parts.append("\(path)") }
    return parts.map { SafeText.shown(language.text($0)) }.joined(separator: language.comma)
  }

  /// From who is nearest to the reader to the origin, in the direction in which the language is read.
  private var arrow: String { language == .arabic ? " \u{2190} " : " \u{2192} " }

  /// The sentence with brackets around the span, where the span lies in it.
  private func marked(_ sentence: String, _ evidence: FactEvidence) -> String {
    guard let whole = evidence.sentenceSpan, let span = evidence.span?.clamped(to: whole), !span.isEmpty else {
      return SafeText.shown(sentence)
    }
    let bytes = Array(sentence.utf8)
    let (start, end) = (span.lowerBound - whole.lowerBound, span.upperBound - whole.lowerBound)
    guard end <= bytes.count else { return SafeText.shown(sentence) }
    let parts = [bytes[..<start], bytes[start..<end], bytes[end...]].map {
      SafeText.shown(String(decoding: $0, as: UTF8.self))
    }
    return parts[0] + "\u{3010}" + parts[1] + "\u{3011}" + parts[2]
  }

  private mutating func add(_ text: String, _ depth: Int) {
    lines.append(String(repeating: "  ", count: depth) + text)
  }

  private static func shown(_ value: Value) -> String {
    value.isMissing ? "\u{2205}" : SafeText.shown(value.description)
  }
}
