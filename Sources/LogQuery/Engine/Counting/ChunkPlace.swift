/// Where a chunk stands in a source.
struct ChunkPlace: Hashable, Sendable {
  var file: Int
  /// Its number in the file, from 0.
  var chunk: Int
}
