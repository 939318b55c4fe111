/// A parsed text: the statements of a script, or what was entered at the prompt.
///
/// The tree is what the text says and nothing more: no relation, field or function in it has been looked up. Every
/// node carries the range of text it was read from, so a checker can point at it.
package struct Script: Hashable, Sendable {
  package var statements: [Statement]
  /// What is wrong with the statements that could not be read, one for each.
  package var problems: [Diagnostic] = []
  /// Rules and parameters that those statements would define.
  package var unread: Set<String> = []

  package init(statements: [Statement]) {
    self.statements = statements
  }
}

package struct Statement: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case query(Query)
    case rule(Rule)
    case parameter(Parameter)
    case include(Include)
  }

  package var kind: Kind
  package var range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// A word that names something.
///
/// Arabic names of relations, fields, stages and functions come as their English `text`; `written` is the word as it
/// stands in the source, so a message can repeat it and the formatter keep it.
package struct Name: Hashable, Sendable {
  package var text: String
  package var written: String
  package var range: SourceRange

  package init(_ text: String, written: String? = nil, _ range: SourceRange) {
    self.text = text
    self.written = written ?? text
    self.range = range
  }

  /// Begins with `_`: a variable that joins but is not output.
  package var isHidden: Bool { text.utf8.first == UInt8(ascii: "_") }
}

/// `quote(speaker, date), date >= 2024-01-28 | sort date`
package struct Query: Hashable, Sendable {
  package enum Source: Hashable, Sendable {
    case pattern(Condition)
    /// `_`, the rows of the last result.
    case lastResult(SourceRange)
    /// Nothing: the text begins with `|` and goes on from the last result, keeping its statement.
    case continuation(SourceRange)
  }

  package var source: Source
  package var stages: [Stage]
  package var range: SourceRange

  package init(source: Source, stages: [Stage], _ range: SourceRange) {
    self.source = source
    self.stages = stages
    self.range = range
  }
}

/// `rule relays(a, b) := source(claim: c, position: p, entity: a), source(claim: c, position: p + 1, entity: b)`
package struct Rule: Hashable, Sendable {
  package var name: Name
  /// The columns, in the order of the head; their names differ.
  package var parameters: [Name]
  /// Its source is always a pattern.
  package var body: Query
  package var range: SourceRange

  package init(name: Name, parameters: [Name], body: Query, _ range: SourceRange) {
    self.name = name
    self.parameters = parameters
    self.body = body
    self.range = range
  }
}

/// `param place: text = "…"`, used as `$place`.
package struct Parameter: Hashable, Sendable {
  package enum ValueType: String, Hashable, Sendable, CaseIterable {
    case text, number, date, duration, entity
  }

  package var name: Name
  package var type: ValueType
  /// A constant: literals, `today`, and sums and differences of them.
  package var defaultValue: Expression?
  package var range: SourceRange

  package init(name: Name, type: ValueType, defaultValue: Expression?, _ range: SourceRange) {
    self.name = name
    self.type = type
    self.defaultValue = defaultValue
    self.range = range
  }
}

/// `include "rules.isnad"`; whoever runs the script reads the file.
package struct Include: Hashable, Sendable {
  package var path: String
  package var pathRange: SourceRange
  package var range: SourceRange

  package init(path: String, pathRange: SourceRange, _ range: SourceRange) {
    self.path = path
    self.pathRange = pathRange
    self.range = range
  }
}
