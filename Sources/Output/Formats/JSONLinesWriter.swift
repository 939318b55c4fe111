import Facts

/// One JSON object a row, keys in the order of the columns, missing values left out:
///
/// ```
/// {"speaker":"…","value":26422,"date":"2024-01-29"}
/// ```
package struct JSONLinesWriter: RowWriter {
  private var keys: [Bytes] = []

  package init() {}

  package mutating func begin(_ columns: [ResultTable.Column], to bytes: inout Bytes) {
    keys = columns.map { column in
      var key = Bytes()
      key.append(json: column.name)
      key.append(UInt8(ascii: ":"))
      return key
    }
  }

  package func row(_ values: [Value], to bytes: inout Bytes) {
    bytes.append(UInt8(ascii: "{"))
    var first = true
    for i in values.indices where values[i].isJSON {
      if !first { bytes.append(UInt8(ascii: ",")) }
      first = false
      bytes.append(contentsOf: keys[i])
      bytes.append(json: values[i])
    }
    bytes.append(UInt8(ascii: "}"))
    bytes.append(0x0A)
  }
}
