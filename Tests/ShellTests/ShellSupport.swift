import Articles
import Facts
import Foundation
import Output

@testable import Shell

/// A shell on two small articles of its own, whose output and messages go to one text.
final class ShellUnderTest {
  let sink = MemorySink()
  let shell: Shell

  init(input: String = "", width: Int? = nil) throws {
    let screen = Screen(output: sink, messages: sink, width: width)
    shell = Shell(screen: screen, reader: PlainLineReader(text: input), today: Period("2024-02-01")!)
    shell.settings.showsTime = false
    shell.use(Self.store)
  }

  /// Facts as they stand, so that nothing here depends on extraction.
  static let store: FactStore = {
    var builder = FactStoreBuilder()
    for facts in [first, second] { builder.add(facts) }
    return builder.build()
  }()

  private static let first: [Fact] = [
    Fact(
      "article",
      [
        "id": .text("a1"), "title": .text("القافلة"), "outlet": .text("الضفاف"),
        "published": .date(Period("2024-01-29")!),
        "text": .text("قالت سلمى قاسم إن القافلة وصلت. نفى نادر هلال ذلك."),
      ]),
    Fact(
      "sentence",
      [
        "id": .text("a1/s1"), "article": .text("a1"), "position": .number(1),
        "text": .text("قالت سلمى قاسم إن القافلة وصلت."), "start": .number(0), "end": .number(56),
      ]),
    Fact("entity", ["id": .text("e1"), "name": .text("سلمى قاسم"), "kind": .text("person"), "article": .text("a1")]),
    Fact("entity", ["id": .text("e2"), "name": .text("نادر هلال"), "kind": .text("person"), "article": .text("a1")]),
    Fact("alias", ["entity": .text("سلمى قاسم"), "text": .text("سلمى قاسم"), "article": .text("a1")]),
    Fact("alias", ["entity": .text("نادر هلال"), "text": .text("نادر هلال"), "article": .text("a1")]),
    Fact("alias", ["entity": .text("نادر هلال"), "text": .text("الناطق بِاسم الضفاف"), "article": .text("a1")]),
    Fact(
      "quote",
      [
        "id": .text("a1/q1"), "article": .text("a1"), "sentence": .text("a1/s1"), "speaker": .text("سلمى قاسم"),
        "form": .text("indirect"), "cue": .text("قالت"), "act": .text("say"), "text": .text("القافلة وصلت"),
        "start": .number(32), "end": .number(55), "rule": .text("verb"),
      ]),
    Fact(
      "quote",
      [
        "id": .text("a1/q2"), "article": .text("a1"), "sentence": .text("a1/s1"), "speaker": .text("نادر هلال"),
        "form": .text("indirect"), "cue": .text("نفى"), "act": .text("deny"), "text": .text("ذلك"),
        "date": .date(Period("2024-01-28")!), "start": .number(80), "end": .number(86), "rule": .text("verb"),
      ]),
    Fact(
      "source",
      ["claim": .text("a1/q1"), "position": .number(1), "entity": .text("سلمى قاسم"), "cue": .text("قالت")]),
  ]

  private static let second: [Fact] = [
    Fact("article", ["id": .text("a2"), "outlet": .text("المرسى"), "text": .text("قالت سلمى قاسم: شكرا\u{1B}[31m")]),
    Fact("entity", ["id": .text("e1"), "name": .text("سلمى قاسم"), "kind": .text("person"), "article": .text("a2")]),
    Fact("alias", ["entity": .text("سلمى قاسم"), "text": .text("سلمى قاسم"), "article": .text("a2")]),
    Fact(
      "quote",
      [
        "id": .text("a2/q1"), "article": .text("a2"), "speaker": .text("سلمى قاسم"), "form": .text("direct"),
        "act": .text("say"), "text": .text("شكرا\u{1B}[31m"), "start": .number(28), "end": .number(41),
        "rule": .text("colon"),
      ]),
  ]
}
