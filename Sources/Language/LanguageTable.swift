import CLanguageTables

/// A table of words: TSV compiled into the binary. A line that begins with `#` is a comment, the first other line
/// names the columns, alternatives in a cell are separated by `|`.
package struct LanguageTable: @unchecked Sendable {
  package let name: String
  package let columns: [String]
  /// The bytes live as long as the process, which is why sharing them is safe.
  private let bytes: UnsafeBufferPointer<UInt8>
  private let rowStarts: [Int32]

  package var count: Int { rowStarts.count }

  /// Traps when no table has that name: a wrong name is a mistake in the program, not in its input.
  package init(_ name: String) {
    var count = 0
    guard let base = isnad_language_table(name, &count) else { preconditionFailure("no language table \(name)") }
    self.init(name: name, bytes: UnsafeBufferPointer(start: base, count: count))
  }

  init(name: String, bytes: UnsafeBufferPointer<UInt8>) {
    self.name = name
    self.bytes = bytes
    var header: [String]?
    var starts: [Int32] = []
    var i = 0
    while i < bytes.count {
      let end = Self.find(0x0A, in: bytes, from: i, to: bytes.count)
      if end > i, bytes[i] != UInt8(ascii: "#") {
        if header == nil {
          header = Self.split(bytes, i, end, 0x09).map { String(decoding: bytes[$0], as: UTF8.self) }
        } else {
          starts.append(Int32(i))
        }
      }
      i = end + 1
    }
    columns = header ?? []
    rowStarts = starts
  }

  package func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// The cell as printed in the table, empty when the row is short.
  package func cell(_ row: Int, _ column: Int) -> String { String(decoding: cellBytes(row, column), as: UTF8.self) }

  package func cell(_ row: Int, _ column: String) -> String {
    self.column(column).map { cell(row, $0) } ?? ""
  }

  /// The alternatives of a cell; none when it is empty.
  package func alternatives(_ row: Int, _ column: String) -> [String] {
    cell(row, column).split(separator: "|").map(String.init)
  }

  package func cellBytes(_ row: Int, _ column: Int) -> UnsafeBufferPointer<UInt8> {
    var i = Int(rowStarts[row])
    var skip = column
    while skip > 0, i < bytes.count, bytes[i] != 0x0A {
      if bytes[i] == 0x09 { skip -= 1 }
      i += 1
    }
    guard skip == 0 else { return UnsafeBufferPointer(rebasing: bytes[0..<0]) }
    var end = i
    while end < bytes.count, bytes[end] != 0x09, bytes[end] != 0x0A { end += 1 }
    return UnsafeBufferPointer(rebasing: bytes[i..<end])
  }

  private static func find(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from: Int, to: Int) -> Int {
    var i = from
    while i < to, bytes[i] != byte { i += 1 }
    return i
  }

  static func split(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int, _ separator: UInt8) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = from
    while true {
      let end = find(separator, in: bytes, from: start, to: to)
      parts.append(start..<end)
      guard end < to else { return parts }
      start = end + 1
    }
  }
}
