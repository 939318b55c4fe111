/// How one text stands in a CSV cell.
package enum CSVText {
  /// Appends `text`, in quotes when RFC 4180 demands them or when a reader of CSV would take the bare text for
  /// something else: nothing, a number, a date, a truth value or a null.
  static func append(_ text: String, to bytes: inout Bytes) {
    var text = text
    text.withUTF8 { utf8 in
      if utf8.isEmpty || needsQuotes(utf8) || GuessedText.isGuessed(utf8) {
        appendQuoted(utf8, to: &bytes)
      } else {
        bytes.append(contentsOf: utf8)
      }
    }
  }

  /// Appends the name of a column: always text to a reader, so only RFC 4180 asks for quotes.
  static func append(header text: String, to bytes: inout Bytes) {
    var text = text
    text.withUTF8 { utf8 in
      if utf8.isEmpty || needsQuotes(utf8) {
        appendQuoted(utf8, to: &bytes)
      } else {
        bytes.append(contentsOf: utf8)
      }
    }
  }

  /// Whether a spreadsheet would run `text` as a formula.
  package static func isFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    return switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
    default: false
    }
  }

  private static func needsQuotes(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    // Readers that trim would drop a blank at either end.
    if utf8[0] <= 0x20 || utf8[utf8.count - 1] <= 0x20 { return true }
    var i = 0
    while i < utf8.count {
      switch utf8[i] {
      case UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D: return true
      default: i &+= 1
      }
    }
    return false
  }

  private static func appendQuoted(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout Bytes) {
    bytes.append(UInt8(ascii: "\""))
    for byte in utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
