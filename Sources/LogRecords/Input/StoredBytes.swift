import Diagnostics

/// The bytes of a file as they are stored, in order, with their digest.
final class StoredBytes {
  let file: InputFile
  private(set) var digest = StoredDigest()

  init(_ file: InputFile) { self.file = file }

  /// Fills `buffer`; less only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DiagnosticList) -> Int {
    let count =
      if file.isRegular { unsafe try file.read(into: buffer, at: digest.count) } else { unsafe try file.readNext(into: buffer) }
    unsafe digest.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    return count
  }
}
