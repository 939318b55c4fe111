import Foundation
import Testing

/// What no source file may hold.
@Suite struct SourceTests {
  static let swiftFiles = Checkout.files(under: "Sources", ending: ".swift")

  @Test func sourcesAreFound() { #expect(Self.swiftFiles.count > 100) }

  @Test func noArabicStandsInSwift() throws {
    #expect("a\u{60C}".holdsArabic && "\u{642}".holdsArabic && "\u{FE8D}".holdsArabic && !"a-\u{FEFF}".holdsArabic)
    for file in Self.swiftFiles {
      for line in try Checkout.lines(file) where line.text.holdsArabic {
        Issue.record("\(file):\(line.number) holds Arabic; it belongs in a table of CLanguageTables")
      }
    }
  }

  @Test(arguments: [
    // Only the programs print, through one place each.
    Rule(
      "\\b(print|debugPrint|dump|fputs|puts|NSLog|readLine)\\(|\\bstd(out|err)\\b",
      except: ["Shell", "isnad", "isnad-bench"],
      because: "only Shell and isnad print"),
    Rule("\\bimport CLibedit\\b", except: ["Shell"], because: "only Shell edits lines"),
    Rule("\\bimport CPCRE2\\b", except: ["QueryEngine"], because: "only the engine matches expressions"),
    Rule("\\bimport (CZlib|CLibxml2)\\b", except: ["Articles"], because: "only Articles knows formats"),
    Rule(
      "\\bimport CLanguageTables\\b", except: ["Language", "QueryLanguage"], because: "tables are read in two places"),
    Rule(
      "\\b(FileManager|FileHandle|fopen|open|openat|creat)\\(|contentsOf(File)?: (URL|path)",
      except: ["Articles", "Output", "Shell", "isnad", "isnad-bench"],
      because: "only Articles, Output, Shell and isnad touch files"),
    Rule("\\b(TODO|FIXME|XXX)\\b|\\bfatalError\\(", except: [], because: "nothing is left open"),
    Rule(
      "\\b\\w+(Manager|Utilities|Helper)\\b", except: ["Articles", "isnad", "isnad-bench"],
      because: "names say what a thing is"),
  ])
  func absences(_ rule: Rule) throws {
    let pattern = try Regex(rule.pattern)
    for file in Self.swiftFiles where !rule.allows(file) {
      for line in try Checkout.lines(file) where line.text.contains(pattern) && !line.text.isComment {
        Issue.record("\(file):\(line.number) \(rule.reason): \(line.text)")
      }
    }
  }

  @Test func filesHoldOneIdea() throws {
    for file in Self.swiftFiles {
      let count = try Checkout.lines(file).count
      #expect(count <= 500, "\(file) has \(count) lines; is it still one idea?")
    }
  }

  struct Rule: Sendable, CustomTestStringConvertible {
    let pattern: String
    let exceptions: [String]
    let reason: String

    init(_ pattern: String, except exceptions: [String], because reason: String) {
      self.pattern = pattern
      self.exceptions = exceptions
      self.reason = reason
    }

    func allows(_ file: String) -> Bool { exceptions.contains { file.hasPrefix("Sources/\($0)/") } }
    var testDescription: String { reason }
  }
}

extension String {
  /// Whether a letter, mark, digit or sign of the Arabic blocks stands in it.
  fileprivate var holdsArabic: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: true
      default: false
      }
    }
  }

  fileprivate var isComment: Bool { trimmingCharacters(in: .whitespaces).hasPrefix("//") }
}
