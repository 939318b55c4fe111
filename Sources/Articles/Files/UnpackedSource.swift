import CZlib

/// The bytes of a source, unpacked when they are compressed with gzip, as they are otherwise.
///
/// Several gzip members in a row are one stream, as in WARC files and in what `cat a.gz b.gz` gives.
final class UnpackedSource: ByteSource {
  private let source: any ByteSource
  private let input = UnsafeMutablePointer<UInt8>.allocate(capacity: inputSize)
  private var position = 0
  private var end = 0
  private var inflater: Inflater?
  private var isStarted = false

  private static let inputSize = 1 << 16

  init(_ source: any ByteSource) { self.source = source }

  deinit { input.deallocate() }

  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(InputFault) -> Int {
    if !isStarted { try start() }
    if let inflater { return try unpack(inflater, into: target, count: count) }
    guard position < end else { return try source.read(into: target, count: count) }
    let count = min(count, end - position)
    target.update(from: input + position, count: count)
    position += count
    return count
  }

  private func start() throws(InputFault) {
    isStarted = true
    // A pipe may give a single byte at first.
    while end < 2, try fill() > 0 {}
    if isAtMember { inflater = Inflater() }
  }

  private var isAtMember: Bool { end - position >= 2 && input[position] == 0x1f && input[position + 1] == 0x8b }

  /// Reads on behind what is there; 0 at the end of the source.
  private func fill() throws(InputFault) -> Int {
    if position > 0 {
      input.update(from: input + position, count: end - position)
      end -= position
      position = 0
    }
    let count = try source.read(into: input + end, count: Self.inputSize - end)
    end += count
    return count
  }

  private func unpack(
    _ inflater: Inflater, into target: UnsafeMutablePointer<UInt8>, count: Int
  ) throws(InputFault) -> Int {
    while true {
      if inflater.isAtMemberEnd {
        while end - position < 2, try fill() > 0 {}
        if position == end { return 0 }
        // Tools pad archives with zero bytes; anything else behind the last member is no text either.
        guard isAtMember else { return try skipPadding() }
        inflater.reset()
      }
      if position == end, try fill() == 0 {
        throw InputFault(what: "the gzip data ends too early", wayOut: "what came before was read")
      }
      let (taken, given) = try inflater.inflate(input + position, end - position, into: target, count: count)
      position += taken
      if given > 0 { return given }
    }
  }

  private func skipPadding() throws(InputFault) -> Int {
    repeat {
      while position < end {
        if input[position] != 0 { throw InputFault(what: "something other than gzip follows the gzip data") }
        position += 1
      }
    } while try fill() > 0
    return 0
  }
}

/// One zlib stream.
private final class Inflater {
  // On the heap: zlib keeps a pointer back to it.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private(set) var isAtMemberEnd = false

  // 15 bits of window, and 16 for the gzip wrapper.
  private static let windowBits: Int32 = 15 + 16

  init() {
    stream.initialize(to: z_stream())
    inflateInit2_(stream, Self.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  func reset() {
    inflateReset(stream)
    isAtMemberEnd = false
  }

  func inflate(
    _ input: UnsafeMutablePointer<UInt8>, _ available: Int, into target: UnsafeMutablePointer<UInt8>, count: Int
  ) throws(InputFault) -> (taken: Int, given: Int) {
    stream.pointee.next_in = input
    stream.pointee.avail_in = UInt32(available)
    stream.pointee.next_out = target
    stream.pointee.avail_out = UInt32(clamping: count)
    let room = stream.pointee.avail_out
    let code = CZlib.inflate(stream, Z_NO_FLUSH)
    switch code {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isAtMemberEnd = true
    default:
      throw InputFault(what: "the gzip data is damaged", wayOut: "what came before was read")
    }
    return (available - Int(stream.pointee.avail_in), Int(room - stream.pointee.avail_out))
  }
}
