import SafeText

/// Where a record is: enough to fetch it again.
public struct RowReference: Hashable, Comparable, Sendable {
  /// Which file of the source, from 0.
  public var file: Int
  /// Offset of its first byte in the (uncompressed) file.
  public var offset: Int64
  /// Its line in the file, from 1 (the first, if it spans several).
  public var line: Int

  /// A reference by its parts.
  public init(file: Int, offset: Int64, line: Int) {
    self.file = file
    self.offset = offset
    self.line = line
  }

  /// In order of file, then of offset.
  public static func < (left: RowReference, right: RowReference) -> Bool {
    (left.file, left.offset, left.line) < (right.file, right.offset, right.line)
  }
}

/// One record with all its cells as text, for evidence tables.
public struct Record: Hashable, Sendable {
  /// Where it is.
  public var reference: RowReference
  /// One value a column; nil for "no value".
  public var cells: [ByteString?]

  /// A record by its parts.
  public init(reference: RowReference, cells: [ByteString?]) {
    self.reference = reference
    self.cells = cells
  }
}
