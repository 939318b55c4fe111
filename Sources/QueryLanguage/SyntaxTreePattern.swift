/// What a row must satisfy: a clause of a pattern, or the condition of `where`.
///
/// In a `where` there are no atoms, `exists` or `optional`.
package struct Condition: Hashable, Sendable {
  package indirect enum Kind: Hashable, Sendable {
    /// `quote(speaker)`, `relays(a, b)`
    case atom(Atom)
    /// `date >= 2024-01`, `text has "…"`, `date is missing`
    case test(Expression, Test)
    case not(Condition)
    case exists(Condition)
    case optional(Condition)
    /// `a, b` (or `a and b`): at least two, none of them `all`.
    case all([Condition])
    /// `a or b`: at least two, none of them `any`.
    case any([Condition])
  }

  package var kind: Kind
  /// Without the parentheses around it.
  package var range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// A relation or a rule with arguments; which of the two only a checker knows.
package struct Atom: Hashable, Sendable {
  package var name: Name
  package var arguments: [Argument]
  package var range: SourceRange

  package init(name: Name, arguments: [Argument], _ range: SourceRange) {
    self.name = name
    self.arguments = arguments
    self.range = range
  }
}

package struct Argument: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// `speaker`, `"…"`, `p + 1`: of a relation a punned field (only a variable makes sense there), of a rule the
    /// argument at this place.
    case bare(Expression)
    /// `field: expression`
    case named(Name, Expression)
    /// `field: _`
    case anything(Name)
    /// `field >= 10`, `field in 2024-01`, `field has "…"`, `field is missing`: restricts, and binds the field's name.
    case restricted(Name, Test)
    /// `_`
    case skipped
    /// `*`
    case allFields
  }

  package var kind: Kind
  package var range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// The right side of a comparison, operator included.
package struct Test: Hashable, Sendable {
  package enum Comparison: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case notEqual = "!="
    /// As printed, not folded.
    case identical = "=="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  package enum Kind: Hashable, Sendable {
    case compare(Comparison, Expression)
    /// `in ("deny", "confirm")`; never empty.
    case inList([Expression])
    /// `in 2024-01`, `in 2024-01..2024-03`, `in $period`
    case inside(Expression)
    case has(Expression)
    case contains(Expression)
    /// `matches /…/`
    case matches(RegularExpression)
    /// `is missing`
    case missing
  }

  package var kind: Kind
  /// `not in`, `not has`, `not contains`, `not matches`, `is not missing`; never with `compare`.
  package var isNegated: Bool
  package var range: SourceRange

  package init(_ kind: Kind, isNegated: Bool = false, _ range: SourceRange) {
    self.kind = kind
    self.isNegated = isNegated
    self.range = range
  }
}

/// `/…/`: the text between the slashes, with `\/` read as `/`.
package struct RegularExpression: Hashable, Sendable {
  package var text: String
  package var range: SourceRange

  package init(text: String, _ range: SourceRange) {
    self.text = text
    self.range = range
  }
}
