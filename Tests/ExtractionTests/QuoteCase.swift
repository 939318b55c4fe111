import Articles
import Extraction
import Facts
import Testing

/// One sentence or short article and the quotes it must yield.
struct QuoteCase: CustomTestStringConvertible {
  var text: String
  var outlet: String?
  /// speaker, form, cue, content, and the chain with `>` between its links.
  var quotes: [[String]]

  init(_ text: String, outlet: String? = nil, _ quotes: [[String]]) {
    self.text = text
    self.outlet = outlet
    self.quotes = quotes
  }

  var testDescription: String { text }
}

func quotes(of text: String, outlet: String? = nil) -> [[String]] {
  let article = Article(id: "a", outlet: outlet, lang: "ar", text: text)
  let facts = Extractor().facts(of: article)
  var chains: [String: [String]] = [:]
  for fact in facts where fact.relation == Schema.index(of: "source") {
    chains[fact["claim"].description, default: []].append(fact["entity"].description)
  }
  return facts.filter { $0.relation == Schema.index(of: "quote") }.map { fact in
    [
      fact["speaker"].description, fact["form"].description, fact["cue"].description, fact["text"].description,
      chains[fact["id"].description, default: []].joined(separator: " > "),
    ]
  }
}
