import CEmbeddedFiles

/// The files of `templates/` and `assets/` that were built into the binary.
///
/// The C module owns the bytes and never frees them; they are copied here, and no pointer leaves.
enum EmbeddedFiles {
  /// The paths below the package, sorted: `templates/page.mustache`.
  static var paths: [String] { (0..<embedded_file_count()).map { unsafe String(cString: embedded_file($0).path) } }

  /// The bytes of a file by its path.
  static func bytes(_ path: String) -> [UInt8]? {
    guard let index = paths.firstIndex(where: { $0.utf8.elementsEqual(path.utf8) }) else { return nil }
    let file = unsafe embedded_file(index)
    return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
