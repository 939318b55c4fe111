/// Characters that are taken for others: letters of other scripts, full-width forms, typographic signs, blanks that
/// are no spaces. A message names them, because on screen nothing is to be seen.
enum LookAlikes {
  /// A word that is Latin but for letters of another script that look the same.
  static func diagnose(word: String, at start: Int) -> Diagnostic? {
    guard word.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    var latin = String.UnicodeScalarView()
    var first: (scalar: Unicode.Scalar, latin: Unicode.Scalar, offset: Int)?
    var offset = start
    for scalar in word.unicodeScalars {
      let replacement = letter(scalar)
      if let replacement, first == nil { first = (scalar, replacement, offset) }
      latin.append(replacement ?? scalar)
      offset += UTF8.width(scalar)
    }
    guard let first, latin.allSatisfy(\.isASCII) else { return nil }
    return Diagnostic(
      "look-alike",
      "`\(word)` holds a \(script(first.scalar)) letter (\(first.scalar.codePoint)) that looks like Latin `\(first.latin)`",
      at: SourceRange(first.offset, first.offset + UTF8.width(first.scalar)), suggestions: [String(latin)])
  }

  /// The sign that `scalar` is taken for.
  static func sign(_ scalar: Unicode.Scalar) -> String? {
    if (0xFF01...0xFF5E).contains(scalar.value) { return String(Unicode.Scalar(scalar.value - 0xFEE0)!) }
    switch scalar.value {
    case 0x2264: return "<="
    case 0x2265: return ">="
    case 0x2260: return "!="
    case 0x2010...0x2015, 0x2212: return "-"
    case 0x00D7, 0x2217: return "*"
    case 0x00F7, 0x2044, 0x2215: return "/"
    case 0x2026: return ".."
    case 0x201A, 0x3001: return ","
    case 0x037E: return ";"
    case 0x2223, 0x00A6, 0x01C0: return "|"
    case 0xA789, 0x2236: return ":"
    default: return nil
    }
  }

  /// What a character that shows as nothing, or as a space, is called.
  static func invisible(_ scalar: Unicode.Scalar) -> Message? {
    switch scalar.value {
    case 0x00A0: "a no-break space"
    case 0x202F: "a narrow no-break space"
    case 0x3000: "a full-width space"
    case 0x2000...0x200A, 0x205F, 0x1680: "a typographic space"
    case 0x200B: "a zero-width space"
    case 0x200C: "a zero-width non-joiner"
    case 0x200D: "a zero-width joiner"
    case 0x2060, 0xFEFF: "a zero-width no-break space"
    case 0x202A...0x202E, 0x2066...0x2069: "a control of text direction"
    case 0x2028, 0x2029, 0x85, 0x0B, 0x0C: "an unusual line break"
    case 0x00...0x1F, 0x7F...0x9F: "a control character"
    default: nil
    }
  }

  private static func script(_ scalar: Unicode.Scalar) -> Message {
    switch scalar.value {
    case 0x0370...0x03FF: "Greek"
    case 0x0400...0x052F: "Cyrillic"
    default: "full-width"
    }
  }

  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if (0xFF21...0xFF3A).contains(scalar.value) || (0xFF41...0xFF5A).contains(scalar.value) {
      return Unicode.Scalar(scalar.value - 0xFEE0)
    }
    return letters[scalar]
  }

  private static let letters: [Unicode.Scalar: Unicode.Scalar] = [
    // Cyrillic
    "\u{0430}": "a", "\u{0435}": "e", "\u{043E}": "o", "\u{0440}": "p", "\u{0441}": "c", "\u{0443}": "y",
    "\u{0445}": "x", "\u{0455}": "s", "\u{0456}": "i", "\u{0458}": "j", "\u{04BB}": "h", "\u{0501}": "d",
    "\u{0410}": "A", "\u{0412}": "B", "\u{0415}": "E", "\u{041A}": "K", "\u{041C}": "M", "\u{041D}": "H",
    "\u{041E}": "O", "\u{0420}": "P", "\u{0421}": "C", "\u{0422}": "T", "\u{0423}": "Y", "\u{0425}": "X",
    // Greek
    "\u{03B1}": "a", "\u{03B5}": "e", "\u{03B9}": "i", "\u{03BA}": "k", "\u{03BD}": "v", "\u{03BF}": "o",
    "\u{03C1}": "p", "\u{03C4}": "t", "\u{03C5}": "u", "\u{03C7}": "x", "\u{0391}": "A", "\u{0392}": "B",
    "\u{0395}": "E", "\u{0397}": "H", "\u{0399}": "I", "\u{039A}": "K", "\u{039C}": "M", "\u{039D}": "N",
    "\u{039F}": "O", "\u{03A1}": "P", "\u{03A4}": "T", "\u{03A5}": "Y", "\u{03A7}": "X",
  ]
}
