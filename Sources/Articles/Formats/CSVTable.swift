/// A table that is no articles: the records of a CSV file.
package enum CSVTable {
  /// The records of `text`, the header first; empty lines are none.
  package static func records(of text: String, separator: Character = ",") -> [[String]] {
    guard let separator = separator.asciiValue else { return [] }
    var text = text
    return text.withUTF8 { bytes in
      var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
      var records: [[String]] = []
      while !rest.isEmpty {
        var record = CSVRecord(separator: separator)
        _ = record.scan(UnsafeBufferPointer(rebasing: rest), isLast: true)
        rest = rest.dropFirst(record.end)
        let isEmptyLine = record.end <= 2 && record.values == [[]]
        if !isEmptyLine { records.append(record.values.map { String(decoding: $0, as: UTF8.self) }) }
      }
      return records
    }
  }
}
