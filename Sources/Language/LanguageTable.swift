import CLanguageTables

/// A table of words: TSV compiled into the binary. A line that begins with `#` is a comment, the first other line
/// names the columns, alternatives in a cell are separated by `|`.
public struct LanguageTable: @unchecked Sendable {
  public let name: String
  public let columns: [String]
  public let count: Int
  /// The bytes live as long as the process, which is why sharing them is safe.
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the cells begin, row by row, and behind each row where one more would: a cell ends a byte before the next.
  private let starts: [Int32]

  /// Traps when no table has that name: a wrong name is a mistake in the program, not in its input.
  public init(_ name: String) {
    var count = 0
    guard let base = isnad_language_table(name, &count) else { preconditionFailure("no language table \(name)") }
    self.init(name: name, bytes: UnsafeBufferPointer(start: base, count: count))
  }

  init(name: String, bytes: UnsafeBufferPointer<UInt8>) {
    self.name = name
    self.bytes = bytes
    var header: [String]?
    var starts: [Int32] = []
    starts.reserveCapacity(bytes.count / 8)
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x0A {
        i += 1
      } else if bytes[i] == UInt8(ascii: "#") {
        i = Self.lineEnd(bytes, from: i) + 1
      } else if let header {
        i = Self.addRow(bytes, from: i, cells: header.count, to: &starts)
      } else {
        let end = Self.lineEnd(bytes, from: i)
        header = bytes[i..<end].split(separator: 0x09, omittingEmptySubsequences: false).map {
          String(decoding: $0, as: UTF8.self)
        }
        i = end + 1
      }
    }
    columns = header ?? []
    count = starts.count / (columns.count + 1)
    self.starts = starts
  }

  public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// The cell as printed in the table, empty when the row is short.
  public func cell(_ row: Int, _ column: Int) -> String { String(decoding: cellBytes(row, column), as: UTF8.self) }

  public func cell(_ row: Int, _ column: String) -> String {
    self.column(column).map { cell(row, $0) } ?? ""
  }

  /// The alternatives of a cell; none when it is empty.
  public func alternatives(_ row: Int, _ column: String) -> [String] {
    guard let column = self.column(column) else { return [] }
    var found: [String] = []
    forEachAlternative(row, column) { _, bytes in found.append(String(decoding: bytes, as: UTF8.self)) }
    return found
  }

  public func cellBytes(_ row: Int, _ column: Int) -> UnsafeBufferPointer<UInt8> {
    let i = row * (columns.count + 1) + column
    let (start, end) = (Int(starts[i]), Int(starts[i + 1]) - 1)
    return start < end ? UnsafeBufferPointer(rebasing: bytes[start..<end]) : UnsafeBufferPointer(start: nil, count: 0)
  }

  /// Calls `body` with each alternative of a cell that is not empty, and its place in the cell.
  public func forEachAlternative(_ row: Int, _ column: Int, _ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
    let cell = cellBytes(row, column)
    var start = 0
    var place = 0
    var i = 0
    while i <= cell.count {
      if i == cell.count || cell[i] == UInt8(ascii: "|") {
        if i > start { body(place, UnsafeBufferPointer(rebasing: cell[start..<i])) }
        start = i + 1
        place += 1
      }
      i += 1
    }
  }

  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int {
    var i = from
    while i < bytes.count, bytes[i] != 0x0A { i += 1 }
    return i
  }

  /// Adds the starts of the cells of the row at byte `from`, the missing ones as empty; answers where the next line
  /// begins.
  private static func addRow(
    _ bytes: UnsafeBufferPointer<UInt8>, from: Int, cells: Int, to starts: inout [Int32]
  ) -> Int {
    var missing = cells
    starts.append(Int32(from))
    var i = from
    while i < bytes.count, bytes[i] != 0x0A {
      if bytes[i] == 0x09, missing > 0 {
        starts.append(Int32(i + 1))
        missing -= 1
      }
      i += 1
    }
    while missing > 0 {
      starts.append(Int32(i + 1))
      missing -= 1
    }
    return i + 1
  }
}
