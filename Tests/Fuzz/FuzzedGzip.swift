import LogRecords

/// Bytes after the first three of a gzip file, read to the end or to what is wrong with them.
enum FuzzedGzip {
  static func check(_ input: ArraySlice<UInt8>) {
    let path = FuzzedFile.holding([0x1F, 0x8B, 8] + input)
    guard let stream = try? ByteStream(InputFile(path: path)) else { return }
    var buffer = [UInt8](repeating: 0, count: 1_000)
    while let count = unsafe try? buffer.withUnsafeMutableBytes({ unsafe try stream.read(into: $0) }), count > 0 {}
  }
}
