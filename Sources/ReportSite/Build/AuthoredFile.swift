/// A file that a person wrote and that the report depends on, as the manifest lists it.
struct AuthoredFile: Sendable {
  /// Its name, relative to the report's folder.
  let name: String
  /// Its size in bytes.
  let size: Int
  /// SHA-256 of its bytes.
  let sha256: String

  init(name: String, bytes: [UInt8]) {
    self.name = name
    size = bytes.count
    sha256 = Fingerprint.sha256(bytes)
  }
}
