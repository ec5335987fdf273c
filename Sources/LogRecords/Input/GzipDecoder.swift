import CZlib
import Diagnostics

/// Unpacks gzip (RFC 1952), all members of a file one after another, each checked against its CRC and length.
///
/// It owns zlib's state and the buffer that the state reads from; both go with it.
@safe
final class GzipDecoder {
  private let stored: StoredBytes
  private let limits: GzipLimits
  private let state: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  private var isBetweenMembers = false
  private var isAtEnd = false
  /// Bytes unpacked.
  private var unpacked: Int64 = 0

  /// zlib's code for a window of 32 KiB and a gzip header.
  private static let windowBits: Int32 = 15 + 16

  /// A decoder that goes on reading `stored`, from which `head`, at most 64 KiB, has been read already.
  init(_ stored: StoredBytes, head: [UInt8], limits: GzipLimits) {
    self.stored = stored
    self.limits = limits
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: z_stream())
    unsafe input = .allocate(byteCount: max(1 << 18, head.count), alignment: 16)
    unsafe input.copyBytes(from: head)
    let status = unsafe inflateInit2_(state, Self.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib has no memory")
    supply(head.count)
  }

  deinit {
    unsafe inflateEnd(state)
    unsafe state.deallocate()
    unsafe input.deallocate()
  }

  /// Fills `buffer` with unpacked bytes; less only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DiagnosticList) -> Int {
    var count = 0
    while count < buffer.count, !isAtEnd {
      if unsafe state.pointee.avail_in == 0 { unsafe supply(try stored.read(into: input)) }
      if unsafe state.pointee.avail_in == 0 {
        guard isBetweenMembers else { throw failure("its compressed data stops short: the file is incomplete") }
        isAtEnd = true
        break
      }
      count += unsafe try inflateNext(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
    }
    return count
  }

  private func supply(_ count: Int) {
    unsafe state.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe state.pointee.avail_in = UInt32(count)
  }

  /// One step of zlib: until the input is used up, the buffer is full or a member ends.
  private func inflateNext(into buffer: UnsafeMutableRawBufferPointer) throws(DiagnosticList) -> Int {
    if isBetweenMembers {
      guard unsafe state.pointee.next_in.pointee == Self.firstByte else {
        throw failure("after its compressed data come bytes that are not gzip")
      }
      isBetweenMembers = false
    }
    let room = UInt32(min(buffer.count, 1 << 30))
    unsafe state.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe state.pointee.avail_out = room
    let status = unsafe inflate(state, Z_NO_FLUSH)
    let count = unsafe Int(room - state.pointee.avail_out)
    unpacked += Int64(count)
    try checkLimits()
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END:
      isBetweenMembers = true
      unsafe inflateReset(state)
    default:
      let detail = unsafe state.pointee.msg.map { unsafe " (" + String(cString: $0) + ")" } ?? ""
      throw failure("its compressed data is damaged" + detail)
    }
    return count
  }

  private static let firstByte: UInt8 = 0x1F

  private func checkLimits() throws(DiagnosticList) {
    let read = unsafe stored.digest.count - Int64(state.pointee.avail_in)
    if unpacked > limits.allowance, unpacked > read * limits.ratio {
      throw failure("it unpacks to more than \(limits.ratio) times its size, as only an attack does")
    }
    if unpacked > limits.largest { throw failure("it unpacks to more than \(limits.largest) bytes") }
  }

  private func failure(_ what: String) -> DiagnosticList { InputFile.failure(stored.file.name, "can't be unpacked: " + what) }
}
