import CPCRE2
import SafeText

/// A compiled regular expression in the syntax of PCRE2, and the memory that one search at a time needs.
///
/// It owns the compiled code, the match data and the match context, and frees them; no pointer leaves this file. One object serves one lane
/// of a scan. The interpreter is used, not the just-in-time compiler: its limits count the same on every machine, and the compiler of
/// PCRE2 10.42 fails on text that is not UTF-8.
@safe
final class RegularExpression {
  /// What a search found.
  enum Verdict: Hashable {
    case found
    case notFound
    /// The search was given up at a limit: no match, but not known to be none.
    case limitExceeded
  }

  /// Why a pattern is not one.
  struct Mistake: Error {
    /// In PCRE2's words, with the place in the pattern.
    var message: String
  }

  /// Steps of backtracking allowed from one start; more than the bytes of the longest cell, so that `.*` alone never meets it.
  static let matchLimit: UInt32 = 100_000
  /// Memory for backtracking, in KiB.
  static let heapLimit: UInt32 = 16_384

  private let code: OpaquePointer
  private let data: OpaquePointer
  private let context: OpaquePointer

  /// Compiles a pattern. Text is UTF-8, invalid bytes match nothing; `\C` is refused, `\w` and its like are ASCII.
  init(_ pattern: Pattern) throws(Mistake) {
    let options = PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C
    var number: Int32 = 0
    var offset = 0
    let bytes = pattern.source.bytes
    let compiled = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe pcre2_compile_8(buffer.baseAddress, buffer.count, options, &number, &offset, nil)
    }
    guard let compiled = unsafe compiled else {
      throw Mistake(message: Self.message(number) + " (after \(offset) bytes)")
    }
    let created = unsafe (data: pcre2_match_data_create_8(1, nil), context: pcre2_match_context_create_8(nil))
    guard let data = unsafe created.data, let context = unsafe created.context else {
      // Freeing nil does nothing.
      unsafe pcre2_match_context_free_8(created.context)
      unsafe pcre2_match_data_free_8(created.data)
      unsafe pcre2_code_free_8(compiled)
      throw Mistake(message: "there is no memory for it")
    }
    unsafe pcre2_set_match_limit_8(context, Self.matchLimit)
    unsafe pcre2_set_heap_limit_8(context, Self.heapLimit)
    unsafe code = compiled
    unsafe self.data = data
    unsafe self.context = context
  }

  deinit {
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_code_free_8(code)
  }

  /// Whether the pattern is found anywhere in the bytes, which are only read during the call.
  func search(_ bytes: UnsafeRawBufferPointer) -> Verdict {
    let result: Int32
    if let start = bytes.baseAddress {
      result = unsafe pcre2_match_8(code, start.assumingMemoryBound(to: UInt8.self), bytes.count, 0, 0, data, context)
    } else {
      result = unsafe pcre2_match_8(code, [0], 0, 0, 0, data, context)
    }
    if result >= 0 { return .found }
    return result == PCRE2_ERROR_NOMATCH ? .notFound : .limitExceeded
  }

  /// Whether the pattern is found anywhere in a text.
  func search(_ text: ByteString) -> Verdict { unsafe text.bytes.withUnsafeBytes { unsafe search($0) } }

  private static func message(_ number: Int32) -> String {
    let message: [UInt8] = unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { buffer in
      let length = unsafe pcre2_get_error_message_8(number, buffer.baseAddress, buffer.count)
      return unsafe Array(buffer.prefix(Int(max(0, length))))
    }
    return String(decoding: message, as: UTF8.self)
  }
}
