extension InputFormat {
  /// A table whose first line names columns: `id,title,text,published,outlet,url,author,lang`, in any order.
  static var csv: InputFormat {
    InputFormat(recognizes: { CSVHeader($0) != nil }, parser: { CSVArticles($0) })
  }
}

/// The columns of a table, and what parts them.
struct CSVHeader {
  let separator: UInt8
  let columns: [ArticleField.Name?]

  /// Nil when the first line doesn't name a text and something else.
  init?(_ head: UnsafeBufferPointer<UInt8>) {
    for separator in ",;\t".utf8 {
      var record = CSVRecord(separator: separator)
      _ = record.scan(head, isLast: true)
      let columns = record.values.map { value in
        ArticleField.named(value.withUnsafeBufferPointer { $0.trimmed.decoded.text.lowercased() })
      }
      let known = columns.compactMap(\.?.field)
      if known.count > 1, known.contains(.text) {
        self.separator = separator
        self.columns = columns
        return
      }
    }
    return nil
  }
}

/// Reads one article a record, quoted as RFC 4180 has it.
final class CSVArticles: ArticleParser {
  private let input: Input
  private let header: CSVHeader?
  private var line = 1
  private var row = 0

  init(_ input: Input) {
    self.input = input
    header = CSVHeader(input.window.bytes)
  }

  func next(into batch: inout ArticleBatch) -> Bool {
    guard let header else { return false }
    let start = line
    var record = CSVRecord(separator: header.separator)
    var isTooLong = false
    while !record.scan(input.window.bytes, isLast: false) {
      if record.end > input.limit {
        isTooLong = true
        input.window.advance(record.end)
        record.forget()
      }
      if input.window.fill() { continue }
      if input.window.bytes.isEmpty, !isTooLong { return finish(into: &batch) }
      _ = record.scan(input.window.bytes, isLast: true)
      break
    }
    input.window.advance(record.end)
    line += record.lines
    row += 1
    if isTooLong {
      batch.problems.append(input.tooLong(line: start))
    } else if row > 1 {
      add(record, header, line: start, to: &batch)
    }
    return true
  }

  private func finish(into batch: inout ArticleBatch) -> Bool {
    if row < 2 { batch.problems.append(input.problem("a table without rows", wayOut: "the first line names columns")) }
    return false
  }

  private func add(_ record: CSVRecord, _ header: CSVHeader, line: Int, to batch: inout ArticleBatch) {
    if record.values.count == 1, record.values[0].isEmpty { return }
    if record.isOpen {
      let wayOut = "the rest of the file is in it"
      batch.problems.append(input.problem("a quoted value that doesn't end", line: line, wayOut: wayOut))
      return
    }
    if record.values.count != header.columns.count {
      let what = "\(record.values.count) values under \(header.columns.count) columns"
      batch.problems.append(input.problem(what, line: line, wayOut: "values with commas stand in quotes"))
      return
    }
    var fields = ArticleFields()
    for (name, value) in zip(header.columns, record.values) {
      guard let name else { continue }
      let (text, isRepaired) = value.withUnsafeBufferPointer(\.decoded)
      fields.set(name, text)
      fields.isRepaired = fields.isRepaired || isRepaired
    }
    // The row is the position: rows are what a spreadsheet counts.
    input.add(fields, position: row, line: line, to: &batch)
  }
}

/// Takes a record apart, in as many steps as its bytes arrive.
struct CSVRecord {
  let separator: UInt8
  private(set) var values: [[UInt8]] = [[]]
  /// How far the scan has come; behind the line feed when the record is complete.
  private(set) var end = 0
  private(set) var lines = 0
  private var isInQuotes = false
  // A quotation mark inside quotes ends them, unless another follows.
  private var isAfterMark = false

  init(separator: UInt8) { self.separator = separator }

  /// Whether the bytes ended inside quotes.
  var isOpen: Bool { isInQuotes && !isAfterMark }

  /// Goes on in `bytes`, which hold the record from where it was forgotten; true when it is complete.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Bool {
    while end < bytes.count {
      takeRun(bytes)
      guard end < bytes.count else { break }
      let byte = bytes[end]
      end += 1
      if byte == UInt8(ascii: "\n") { lines += 1 }
      if isInQuotes, !isAfterMark {
        if byte == UInt8(ascii: "\"") { isAfterMark = true } else { values[values.count - 1].append(byte) }
      } else if byte == UInt8(ascii: "\""), isAfterMark || values[values.count - 1].isEmpty {
        if isAfterMark { values[values.count - 1].append(byte) }
        isInQuotes = true
        isAfterMark = false
      } else if byte == separator {
        values.append([])
        isInQuotes = false
        isAfterMark = false
      } else if byte == UInt8(ascii: "\n") {
        dropCarriageReturn()
        return true
      } else {
        values[values.count - 1].append(byte)
      }
    }
    return isLast
  }

  /// Takes the bytes up to the next one that may mean something.
  private mutating func takeRun(_ bytes: UnsafeBufferPointer<UInt8>) {
    var stop = end
    if isOpen {
      stop = bytes.offset(of: UInt8(ascii: "\""), from: end) ?? bytes.count
    } else {
      while stop < bytes.count, !isMark(bytes[stop]) { stop += 1 }
    }
    let run = UnsafeBufferPointer(rebasing: bytes[end..<stop])
    values[values.count - 1].append(contentsOf: run)
    if isOpen { lines += run.count { $0 == UInt8(ascii: "\n") } }
    end = stop
  }

  private func isMark(_ byte: UInt8) -> Bool {
    byte == separator || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
  }

  /// Lets go of what was read of a record that is too long.
  mutating func forget() {
    values = [[]]
    end = 0
  }

  private mutating func dropCarriageReturn() {
    if values[values.count - 1].last == 0x0d { values[values.count - 1].removeLast() }
  }
}
