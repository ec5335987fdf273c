import Diagnostics

/// The bytes of a log in order, unpacked where the file is gzip (told by its first bytes, not by its name).
///
/// One thread at a time may read. The caller owns the buffers that are filled.
public final class ByteStream {
  /// Where the bytes come from.
  public let file: InputFile
  /// Whether the file is compressed: offsets in the stream are then not offsets in the file.
  public let isCompressed: Bool

  private let stored: StoredBytes
  private let gzip: GzipDecoder?
  /// Bytes read to look at them, of which the first `ahead.start` have been handed out.
  private var ahead: (bytes: [UInt8], start: Int)

  /// Most bytes that a sample holds.
  public static let sampleLength = 1 << 20

  /// A stream over a file just opened.
  ///
  /// - Throws: exit code 65 for a file that must be unpacked or converted first, 66 if it can't be read.
  public init(_ file: InputFile, limits: GzipLimits = GzipLimits()) throws(DiagnosticList) {
    self.file = file
    let stored = StoredBytes(file)
    let head = unsafe try Self.bytes(count: 16) { buffer throws(DiagnosticList) in unsafe try stored.read(into: buffer) }
    self.stored = stored
    isCompressed = FileSignature.isGzip(head)
    if isCompressed {
      let gzip = GzipDecoder(stored, head: head, limits: limits)
      ahead = (unsafe try Self.bytes(count: 16) { buffer throws(DiagnosticList) in unsafe try gzip.read(into: buffer) }, 0)
      self.gzip = gzip
    } else {
      ahead = (head, 0)
      gzip = nil
    }
    if let obstacle = FileSignature.obstacle(ahead.bytes) { throw InputFile.failure(file.name, obstacle, code: .content) }
  }

  /// SHA-256 of the stored bytes read so far, in lower-case hexadecimal: of the whole file once ``read(into:)`` has met its end.
  public var sha256: String { stored.digest.hexadecimal }

  /// Number of stored bytes read so far.
  public var storedCount: Int64 { stored.digest.count }

  /// The first bytes, which stay to be read: at most 1 MiB. Ask before anything is read.
  ///
  /// - Returns: the bytes and whether they are all there are.
  public func sample() throws(DiagnosticList) -> (bytes: [UInt8], isWhole: Bool) {
    let missing = Self.sampleLength + 1 - ahead.bytes.count
    if missing > 0 {
      ahead.bytes += unsafe try Self.bytes(count: missing) { buffer throws(DiagnosticList) in unsafe try self.readOn(into: buffer) }
    }
    let isWhole = ahead.bytes.count <= Self.sampleLength
    return (isWhole ? ahead.bytes : Array(ahead.bytes.prefix(Self.sampleLength)), isWhole)
  }

  /// Fills `buffer`; less only at the end, 0 after it.
  ///
  /// - Throws: exit code 66 if the file can't be read, became shorter, or is not sound gzip to its end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(DiagnosticList) -> Int {
    let count = min(buffer.count, ahead.bytes.count - ahead.start)
    if count > 0 {
      unsafe buffer.copyBytes(from: ahead.bytes[ahead.start..<ahead.start + count])
      ahead.start += count
      if ahead.start == ahead.bytes.count { ahead = ([], 0) }
    }
    guard count < buffer.count else { return count }
    return count + (unsafe try readOn(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...])))
  }

  /// What follows the bytes read ahead.
  private func readOn(into buffer: UnsafeMutableRawBufferPointer) throws(DiagnosticList) -> Int {
    if let gzip { unsafe try gzip.read(into: buffer) } else { unsafe try stored.read(into: buffer) }
  }

  /// At most `count` bytes that `read` fills in.
  private static func bytes(
    count: Int, _ read: (UnsafeMutableRawBufferPointer) throws(DiagnosticList) -> Int
  ) throws(DiagnosticList) -> [UInt8] {
    var failure: DiagnosticList?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(DiagnosticList) {
        unsafe filled = try read(UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
