/// Random statements of every construct, with random spaces, line breaks in brackets, and superfluous parentheses.
struct RandomText {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func script() -> String {
    var text = ""
    for _ in 0..<below(4) + 1 {
      if below(4) == 0 { text += "# note \(below(100))\n" }
      if below(5) == 0 { text += "\n" }
      text += statement() + pick(["\n", "\n", ";\n", " # behind\n", "\n\n\n"])
    }
    return text
  }

  private mutating func statement() -> String {
    switch below(8) {
    case 0: return "rule r\(below(9))(a, b) := \(pattern(3))\(stages())"
    case 1: return "param p\(below(9)): " + pick(["text = 'x'", "number = -3", "date=today-7d", "date", "text = «م»"])
    case 2: return "include " + string()
    case 3: return "_" + stages()
    default: return pattern(3) + stages()
    }
  }

  // MARK: Conditions

  private mutating func pattern(_ depth: Int) -> String {
    var text = clause(depth)
    let joiner = pick([",", " or ", " and ", "، "])
    for _ in 0..<below(4) { text += joiner + gap() + clause(depth) }
    return text
  }

  private mutating func clause(_ depth: Int) -> String {
    guard depth > 0 else { return atom() }
    switch below(9) {
    case 0: return "(" + gap() + pattern(depth - 1) + gap() + ")"
    case 1: return pick(["not ", "exists ", "optional ", "ليس "]) + clause(depth - 1)
    case 2: return "not (" + pattern(depth - 1) + ")"
    case 3, 4: return expression(2) + " " + test()
    default: return atom()
    }
  }

  private mutating func plain(_ depth: Int) -> String {
    guard depth > 0 else { return expression(1) + " " + test() }
    switch below(4) {
    case 0: return "not " + plain(depth - 1)
    case 1: return "(" + plain(depth - 1) + pick([" or ", " and ", ", "]) + plain(depth - 1) + ")"
    default: return expression(2) + " " + test()
    }
  }

  private mutating func atom() -> String {
    var arguments: [String] = []
    for _ in 0..<below(4) { arguments.append(argument()) }
    return pick(["quote", "figure", "r1", "اقتباس"]) + "(" + gap() + arguments.joined(separator: gap() + "," + gap())
      + ")"
  }

  private mutating func argument() -> String {
    switch below(7) {
    case 0: "*"
    case 1: "_"
    case 2: word() + ":" + gap() + "_"
    case 3: word() + gap() + ": " + expression(1)
    case 4: word() + " " + test()
    default: word()
    }
  }

  private mutating func test() -> String {
    switch below(8) {
    case 0: pick(["", "not "]) + "in (" + expression(1) + "," + expression(0) + ")"
    case 1: pick(["", "not "]) + "in 2024-01" + pick(["", "..2024-03"])
    case 2: pick(["has ", "contains ", "not has ", "فيه "]) + string()
    case 3: pick(["matches /a\\/b/", "matches /\\\\\\\\|x/", "not matches /م+/"])
    case 4: pick(["is missing", "is not missing", "هو مفقود"])
    default: pick(["=", "!=", "==", "<", "<=", ">", ">="]) + gap() + expression(1)
    }
  }

  // MARK: Expressions

  private mutating func expression(_ depth: Int) -> String {
    guard depth > 0 else { return constant() }
    switch below(9) {
    case 0: return "(" + gap() + expression(depth - 1) + ")"
    case 1: return "-" + expression(depth - 1)
    case 2: return expression(depth - 1) + pick([" + ", " - ", " * ", " / "]) + expression(depth - 1)
    case 3: return word() + "." + word()
    case 4: return pick(["month", "count", "default"]) + "(" + expression(depth - 1) + "," + word() + ")"
    case 5: return pick(["count(distinct ", "first("]) + word() + ")"
    case 6: return "last(value by date)"
    default: return constant()
    }
  }

  private mutating func constant() -> String {
    switch below(9) {
    case 0: string()
    case 1: pick(["1_000", "2.5", "٢٣", "0", "2024"])
    case 2: pick(["2024-01", "2024-01-28", "2024-01/2024-03"])
    case 3: pick(["7d", "2w", "3m", "1y"])
    case 4: "today"
    case 5: "$p"
    default: word()
    }
  }

  private mutating func word() -> String {
    pick(["speaker", "date", "x", "_y", "rule", "المتحدث", "قيمة", "by", "count"])
  }

  private mutating func string() -> String {
    pick(["\"a\"", "'it \"is\"'", "«نص»", "“a\\\\b”", "\"\\n\\t\\u{200F}\"", "''"])
  }

  // MARK: Stages

  private mutating func stages() -> String {
    var text = ""
    for _ in 0..<below(4) { text += pick([" | ", "|", "\n| ", " |\n"]) + stage() }
    return text
  }

  private mutating func stage() -> String {
    switch below(9) {
    case 0: "where " + plain(2)
    case 1: "let c = " + expression(2)
    case 2: "select x, c = " + expression(2) + ", " + word() + "." + word()
    case 3: "group " + pick(["", "x", "x, m = month(date)"]) + ": n = count(), top = max(" + word() + ")"
    case 4: pick(["count", "distinct", "limit 10", "limit $n", "فريد"])
    case 5: "sort " + pick(["-", ""]) + word() + ", " + pick(["-(a + b)", "(-c)", "-x.y", "-(-x)"])
    case 6: "conflicts value by place, date"
    case 7: "timeline value by " + word()
    default: "where x > 1 or y < 2 and not z = 3"
    }
  }

  // MARK: Chance

  private mutating func gap() -> String { pick(["", "", " ", "\n  ", " # inside\n "]) }

  private mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

  private mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }
}
