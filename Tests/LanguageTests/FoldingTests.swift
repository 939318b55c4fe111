import Language
import Testing

@Suite("Folding")
struct FoldingTests {
  /// What every scalar of the Arabic block folds to that doesn't fold to itself.
  private static let changed: [ClosedRange<UInt32>: String] = [
    0x622...0x623: "ا", 0x625...0x625: "ا", 0x671...0x671: "ا", 0x629...0x629: "ه", 0x649...0x649: "ي",
    0x6CC...0x6CC: "ي",
    0x6A9...0x6A9: "ك", 0x640...0x640: "", 0x64B...0x65F: "", 0x670...0x670: "", 0x6D6...0x6DC: "", 0x6DF...0x6E8: "",
    0x6EA...0x6ED: "",
  ]

  @Test("each scalar of the block")
  func block() throws {
    for value in UInt32(0x600)...0x6FF {
      let scalar = try #require(Unicode.Scalar(value))
      let digit = (0x660...0x669).contains(value) || (0x6F0...0x6F9).contains(value)
      let other = Self.changed.first { $0.key.contains(value) }?.value
      let expected = digit ? String(value & 15) : other ?? String(Character(scalar))
      let text = "س" + String(scalar) + "س"
      #expect(Array(Folding.fold(text).utf8) == Array("س\(expected)س".utf8), "U+\(String(value, radix: 16))")
    }
  }

  @Test("Latin letters, marks of direction, nothing")
  func others() {
    #expect(Folding.fold("ÉcOle G20") == "école g20")
    #expect(Folding.fold("سد\u{200F} \u{FEFF}منيع") == "سد منيع")
    #expect(Folding.fold("") == "")
  }
}

@Suite("Byte keys")
struct ByteKeyTableTests {
  /// Enough keys to make the table grow several times.
  private static let keys = (0..<3000).map { Array("مفتاح \($0)".utf8) }

  @Test("keys keep their numbers while the table grows, and nothing else is found")
  func growth() {
    var table = ByteKeyTable(capacity: 1 << 4)
    for (number, key) in Self.keys.enumerated() {
      #expect(key.withUnsafeBufferPointer { table.insert($0) } == Int32(number))
    }
    #expect(table.count == Self.keys.count)
    for (number, key) in Self.keys.enumerated() {
      #expect(key.withUnsafeBufferPointer { table.find($0) } == Int32(number))
      #expect(key.withUnsafeBufferPointer { table.insert($0) } == Int32(number))
      #expect((key + [0x20]).withUnsafeBufferPointer { table.find($0) } == nil)
    }
    #expect([UInt8]().withUnsafeBufferPointer { table.find($0) } == nil)
  }
}
