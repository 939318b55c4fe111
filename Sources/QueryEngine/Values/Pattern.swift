import CPCRE2
import Facts

/// A compiled regular expression with Unicode classes and a bound on the work for one text.
final class Pattern {
  private let code: OpaquePointer
  private let data: OpaquePointer
  private let context: OpaquePointer
  /// A text needed more steps than a match may take.
  private(set) var wasTooSlow = false

  /// What is wrong with an expression; nil when nothing is.
  static func problem(in expression: String) -> String? {
    var number: Int32 = 0
    var place = 0
    guard let code = compile(expression, &number, &place) else {
      var buffer = [UInt8](repeating: 0, count: 256)
      let length = pcre2_get_error_message_8(number, &buffer, buffer.count)
      return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
    }
    pcre2_code_free_8(code)
    return nil
  }

  /// Traps on an expression with a problem; the checker has let none through.
  init(_ expression: String) {
    var number: Int32 = 0
    var place = 0
    code = Self.compile(expression, &number, &place)!
    data = pcre2_match_data_create_from_pattern_8(code, nil)
    context = pcre2_match_context_create_8(nil)
    pcre2_set_match_limit_8(context, 1_000_000)
    pcre2_set_depth_limit_8(context, 10_000)
    // The interpreter counts steps finely, but the compiled form is several times as fast and has the same limit.
    pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
  }

  deinit {
    pcre2_code_free_8(code)
    pcre2_match_data_free_8(data)
    pcre2_match_context_free_8(context)
  }

  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var none: UInt8 = 0
    let result = withUnsafePointer(to: &none) { empty in
      pcre2_match_8(code, text.baseAddress ?? empty, text.count, 0, 0, data, context)
    }
    if result < -2 { wasTooSlow = true }
    return result > 0
  }

  private static func compile(_ expression: String, _ number: inout Int32, _ place: inout Int) -> OpaquePointer? {
    let options = UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_NO_UTF_CHECK)
    let bytes = Array(expression.utf8)
    return pcre2_compile_8(bytes, bytes.count, options, &number, &place, nil)
  }
}
