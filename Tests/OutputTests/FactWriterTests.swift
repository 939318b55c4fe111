import Facts
import Testing

@testable import Output

@Suite struct FactWriterTests {
  private func line(_ fact: Fact) -> String {
    var bytes = Bytes()
    FactWriter().append([fact], to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func keysStandInOrderOfTheSchema() {
    let fact = Fact(
      "source",
      ["cue": .text("نقلت"), "entity": .text("وكالة الواحة"), "position": .number(1), "claim": .text("a1/q3")])
    #expect(
      line(fact) == #"{"relation":"source","claim":"a1/q3","position":1,"entity":"وكالة الواحة","cue":"نقلت"}"# + "\n")
  }

  @Test func missingValuesAreLeftOut() {
    #expect(line(Fact("quote", ["id": .text("q")])) == "{\"relation\":\"quote\",\"id\":\"q\"}\n")
  }

  @Test func streamFieldsCome() {
    let fact = Fact("alias", ["entity": .text("e"), "text": .text("t"), "article": .text("a")])
    #expect(line(fact) == #"{"relation":"alias","entity":"e","text":"t","article":"a"}"# + "\n")
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (26422, "26422"), (-7, "-7"), (19.6, "19.6"), (2.3e6, "2300000"),
    (1e15, "1000000000000000"), (1e20, "1e+20"),
    (999_999_999_999_999, "999999999999999"), (0.1 + 0.2, "0.30000000000000004"),
  ]) func numbers(_ number: Double, _ text: String) {
    #expect(line(Fact("figure", ["value": .number(number)])) == "{\"relation\":\"figure\",\"value\":\(text)}\n")
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan]) func whatJSONHasNoNumberFor(_ number: Double) {
    #expect(line(Fact("figure", ["value": .number(number)])) == "{\"relation\":\"figure\"}\n")
  }

  @Test(arguments: ["2024", "2024-01", "2024-01-28", "2024-01-28/2024-02-03", "0999-12-31"])
  func dates(_ text: String) {
    #expect(line(Fact("timex", ["value": day(text)])) == "{\"relation\":\"timex\",\"value\":\"\(text)\"}\n")
  }

  @Test(arguments: [
    ("\"\\/", #""\"\\/""#), ("\u{08}\t\n\u{0C}\r", #""\b\t\n\f\r""#),
    ("\u{00}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""),
    ("قال: «نعم»", "\"قال: «نعم»\""), ("\u{202E}😀\u{2028}", "\"\u{202E}😀\u{2028}\""), ("", "\"\""),
  ]) func texts(_ text: String, _ json: String) {
    #expect(line(Fact("timex", ["text": .text(text)])) == "{\"relation\":\"timex\",\"text\":\(json)}\n")
  }

  @Test func tablesHaveTheFieldsOfTheirRelations() {
    var tables = FactTables()
    tables.appendHeaders()
    tables.append([Fact("source", ["claim": .text("q1"), "position": .number(2), "entity": .text("a, b")])])
    let source = String(decoding: tables.tables[Schema.index(of: "source")!], as: UTF8.self)
    #expect(source == "claim,position,entity,cue\nq1,2,\"a, b\",\n")
    let entity = String(decoding: tables.tables[Schema.index(of: "entity")!], as: UTF8.self)
    #expect(entity == "id,name,kind,article\n")
  }
}
