import Facts

/// A format that writes row after row and keeps none.
package protocol RowWriter {
  mutating func begin(_ columns: [ResultTable.Column], to bytes: inout Bytes)
  mutating func row(_ values: [Value], to bytes: inout Bytes)
}

extension RowWriter {
  /// Writes a whole table in blocks of about 64 KiB.
  package mutating func write(_ table: ResultTable, to sink: some ByteSink) throws {
    var bytes = Bytes()
    bytes.reserveCapacity(80 << 10)
    begin(table.columns, to: &bytes)
    for values in table.rows {
      row(values, to: &bytes)
      if bytes.count >= 64 << 10 {
        try sink.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try sink.write(bytes)
  }
}
