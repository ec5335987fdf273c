/// The text of `SHA256SUMS`, as `sha256sum -c` reads it.
public enum ChecksumList {
  /// The name of the file that holds it.
  public static let fileName = "SHA256SUMS"

  /// One line a file, `digest`, two spaces, path; sorted by the bytes of the path.
  ///
  /// As GNU coreutils does, a line whose path holds a backslash, a line feed or a carriage return starts with `\` and the path is escaped.
  public static func text(of files: [OutputFile]) -> [UInt8] {
    let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return sorted.flatMap { file in
      let path = escaped(file.path)
      return Array(((path.utf8.count == file.path.utf8.count ? "" : "\\") + Fingerprint.sha256(file.bytes) + "  " + path + "\n").utf8)
    }
  }

  /// The paths that such a text lists, as ``escaped(_:)`` writes them; lines of another form are passed over.
  static func escapedPaths(in text: [UInt8]) -> Set<[UInt8]> {
    var paths: Set<[UInt8]> = []
    for line in text.split(separator: 0x0A) {
      let entry = line.first == UInt8(ascii: "\\") ? line.dropFirst() : line
      guard entry.count > 66, entry.dropFirst(64).prefix(2).elementsEqual("  ".utf8) else { continue }
      paths.insert(Array(entry.dropFirst(66)))
    }
    return paths
  }

  /// A path as it stands in the list.
  static func escaped(_ path: String) -> String {
    var text = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
