/// The SQL that a query is printed in.
package enum SQLDialect: String, Hashable, Sendable, CaseIterable {
  case sqlite, duckdb
}

/// Something that a query says and that can't be printed as SQL.
package struct SQLUnsupported: Error, Hashable, Sendable, CustomStringConvertible {
  /// `a regular expression in SQLite`
  package let what: String

  package var description: String { "SQL can't say this: \(what)" }
}

/// Names and constants as SQL.
enum SQLText {
  static func literal(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

  static func literal(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
  }

  /// Names that a query makes up may be words of SQL.
  static func name(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }

  static func list(_ parts: [String]) -> String { parts.joined(separator: ", ") }

  /// Conditions joined by AND; true when there are none.
  static func all(_ conditions: [String]) -> String {
    conditions.isEmpty ? "1 = 1" : conditions.joined(separator: " AND ")
  }
}
