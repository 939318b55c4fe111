import Facts

@testable import Output

/// The rows of a table with text columns `a`, `b`, …, in `format`.
func written(_ rows: [[Value]], as format: OutputFormat, columns: [ResultTable.Column]? = nil, excel: Bool = false)
  throws -> String
{
  let names = columns ?? (rows.first ?? []).indices.map { .init(String(UnicodeScalar(UInt8(97 + $0))), .text) }
  let sink = MemorySink()
  try format.write(ResultTable(columns: names, rows: rows), to: sink, excel: excel)
  return sink.text
}

func day(_ text: String) -> Value { .date(Period(text)!) }
