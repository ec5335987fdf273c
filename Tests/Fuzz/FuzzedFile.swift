import CZlib
import Glibc

/// The one file that all inputs are written to, one after another; it has no name, and goes with the process.
enum FuzzedFile {
  private static let descriptor = unsafe fileno(tmpfile())

  /// Fills the file and gives its path.
  static func holding(_ bytes: [UInt8]) -> String {
    precondition(ftruncate(descriptor, 0) == 0)
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes[written...].withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, off_t(written)) }
      precondition(count > 0)
      written += count
    }
    return "/proc/self/fd/\(descriptor)"
  }

  /// `bytes` as a gzip file of two members, cut at `cut`.
  static func gzip(_ bytes: [UInt8], cut: Int) -> [UInt8] { member(bytes[..<cut]) + member(bytes[cut...]) }

  private static func member(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var state = z_stream()
    let header: CInt = 16 + 15
    let status = unsafe deflateInit2_(
      &state, Z_BEST_SPEED, Z_DEFLATED, header, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK)
    defer { unsafe deflateEnd(&state) }
    var input = Array(bytes)
    var output = unsafe [UInt8](repeating: 0, count: Int(deflateBound(&state, UInt(bytes.count))))
    let room = output.count
    unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        unsafe (state.next_in, state.avail_in) = (input.baseAddress, UInt32(input.count))
        unsafe (state.next_out, state.avail_out) = (output.baseAddress, UInt32(output.count))
        precondition(unsafe deflate(&state, Z_FINISH) == Z_STREAM_END)
      }
    }
    return Array(output[..<(room - Int(state.avail_out))])
  }
}
