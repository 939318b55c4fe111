/// How a line of source shows on a terminal: what can't be shown is spelled out, and columns are counted.
struct DisplayedLine {
  private(set) var text = ""
  /// Columns before each scalar of the source line, by UTF-8 offset in it; one more for its end.
  private(set) var columns: [(offset: Int, column: Int)] = []
  private(set) var width = 0

  init(_ line: Substring) {
    var offset = 0
    for scalar in line.unicodeScalars {
      columns.append((offset, width))
      let shown = Self.shown(scalar)
      text += shown
      width += shown.unicodeScalars.reduce(0) { $0 + Self.width($1) }
      offset += UTF8.width(scalar)
    }
    columns.append((offset, width))
  }

  /// The column at which the byte `offset` of the line shows.
  func column(at offset: Int) -> Int {
    columns.first { $0.offset >= offset }?.column ?? width
  }

  /// One line without controls: they would move the cursor or turn the direction of the text.
  static func safe(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { $0 += shown($1) }
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x09: " "
    case 0x00...0x1F, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x061C, 0x2028...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF:
      "<\(scalar.codePoint)>"
    default: String(scalar)
    }
  }

  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x200C, 0x200D, 0xFE00...0xFE0F: return 0
    // Wide: Hangul, CJK and its punctuation, full-width forms, emoji.
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return 1
    }
  }
}
