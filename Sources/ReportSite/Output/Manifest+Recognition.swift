extension Manifest {
  /// Whether bytes are a manifest of ours.
  ///
  /// The line feeds make sure that the name stands where it should: no JSON string can hold one, so no value can imitate them.
  static func isOurs(_ text: [UInt8]) -> Bool {
    text.contains(Array("\n  \"tool\": {\n    \"name\": \"\(toolName)\",\n".utf8))
  }

  /// The paths that a manifest of ours lists as written, as ``JSONValue/quoted(_:)`` writes them.
  static func quotedOutputs(in text: [UInt8]) -> Set<[UInt8]> {
    let key = Array("      \"path\": ".utf8)
    var isOutput = false
    var paths: Set<[UInt8]> = []
    for line in text.split(separator: 0x0A) {
      if line.starts(with: "  \"".utf8) { isOutput = line.starts(with: "  \"outputs\": [".utf8) }
      if isOutput, line.starts(with: key) { paths.insert(Array(line.dropFirst(key.count).dropLast())) }
    }
    return paths
  }
}
