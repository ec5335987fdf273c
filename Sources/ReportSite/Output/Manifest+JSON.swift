import CivilTime

extension Manifest {
  /// The files with `manifest.json` and `SHA256SUMS` added, ready for ``OutputFolder/write(_:to:force:keeping:)``.
  ///
  /// The manifest lists every file but these two; `SHA256SUMS` lists the manifest too.
  public func sealing(_ files: [OutputFile]) -> [OutputFile] {
    let listed = files + [OutputFile(path: Self.fileName, bytes: json(outputs: files).document)]
    return listed + [OutputFile(path: ChecksumList.fileName, bytes: ChecksumList.text(of: listed))]
  }

  /// The manifest with the files written, sorted by the bytes of their paths.
  func json(outputs: [OutputFile]) -> JSONValue {
    let sorted = outputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var members: [String: JSONValue] = [
      "arguments": .object(arguments.mapValues(JSONValue.text)),
      "counts": .object([
        "claims": .object(["held": .integer(Int64(claims.held)), "total": .integer(Int64(claims.total))]),
        "figures": .integer(Int64(figures)),
      ]),
      "inputs": .list(inputs.map(Self.json)),
      "outputs": .list(sorted.map { Self.file(path: $0.path, bytes: Int64($0.bytes.count), sha256: Fingerprint.sha256($0.bytes)) }),
      "tool": .object(["name": .text(Self.toolName), "version": .text(toolVersion)]),
    ]
    if let date { members["date"] = .text(date.rfc3339) }
    return .object(members)
  }

  /// The name of the tool, by which a manifest is known as ours.
  static let toolName = "logbrief"

  private static func json(_ input: Input) -> JSONValue {
    var members = [
      "bytes": JSONValue.integer(input.bytes), "path": .text(input.path), "sha256": .text(input.sha256),
    ]
    if let log = input.log {
      members["source"] = .text(log.source)
      members["format"] = .text(log.format)
      members["rows"] = .integer(Int64(log.rows))
      members["rejected"] = .integer(Int64(log.rejected))
      members["repeated"] = .integer(Int64(log.repeated))
    }
    return .object(members)
  }

  private static func file(path: String, bytes: Int64, sha256: String) -> JSONValue {
    .object(["bytes": .integer(bytes), "path": .text(path), "sha256": .text(sha256)])
  }
}
